// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.Latency;

/** Values in ascending order, none twice, and how many there are of each. Immutable. */
final class Distribution {

  static final Distribution EMPTY = new Distribution(new double[0], new double[0]);

  private final double[] values;
  private final double[] counts;

  /** How many there are up to each value, with its own. */
  private final double[] upTo;

  private final double count;

  private Distribution(double[] values, double[] counts) {
    this.values = values;
    this.counts = counts;
    count = Arrays.stream(counts).sum();
    upTo = new double[counts.length];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      upTo[i] = sum;
    }
  }

  /** Returns the durations. */
  static Distribution of(Latency latency) {
    List<Latency.Bucket> buckets = latency.durations();
    return new Distribution(
        buckets.stream().mapToDouble(Latency.Bucket::nanos).toArray(),
        buckets.stream().mapToDouble(Latency.Bucket::count).toArray());
  }

  /**
   * Returns what quantiles at equal steps stand for.
   *
   * @param quantiles ascending, each in the middle of its share
   * @param count how many values they were computed from
   */
  static Distribution ofQuantiles(List<Long> quantiles, long count) {
    var counts = new TreeMap<Double, Double>();
    double each = quantiles.isEmpty() ? 0 : (double) count / quantiles.size();
    quantiles.forEach(value -> counts.merge((double) value, each, Double::sum));
    return of(counts);
  }

  private static Distribution of(SortedMap<Double, Double> counts) {
    return new Distribution(
        counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        counts.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns all of them as one. */
  static Distribution merged(List<Distribution> parts) {
    var counts = new TreeMap<Double, Double>();
    for (Distribution part : parts) {
      for (int i = 0; i < part.values.length; i++) {
        counts.merge(part.values[i], part.counts[i], Double::sum);
      }
    }
    return of(counts);
  }

  /** Returns how many different values there are. */
  int size() {
    return values.length;
  }

  /** Returns the value at a place, or infinity after the last. */
  double valueAt(int place) {
    return place < values.length ? values[place] : Double.POSITIVE_INFINITY;
  }

  /** Returns how many there are of the value at a place. */
  double countAt(int place) {
    return counts[place];
  }

  double count() {
    return count;
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /** Returns the value that a share of all values does not exceed, at least 1. */
  double quantile(double share) {
    if (isEmpty()) {
      return 1;
    }
    int place = Arrays.binarySearch(upTo, share * count);
    return Math.max(1, values[Math.min(place < 0 ? -place - 1 : place, values.length - 1)]);
  }
}
