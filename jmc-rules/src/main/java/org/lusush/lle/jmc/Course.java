// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where a figure is heading: the medians of equal parts of the measurements in the order of time,
 * the Theil–Sen slope through them, and the Mann–Kendall test for whether there is one. Both look
 * at ranks and medians, so that a few outliers move neither. Immutable.
 *
 * @param medians median of each part
 * @param slope what the figure grows by from one part to the next
 * @param z standard score of the rise; over 2.33 happens by chance once in a hundred times
 */
record Course(List<Double> medians, double slope, double z) {

  /** One measurement. */
  record Point(long epochNanos, double value) {}

  Course {
    medians = List.copyOf(medians);
  }

  /**
   * Computes the course.
   *
   * @param points at least as many as there are parts
   * @param parts at least 3
   */
  static Course of(List<Point> points, int parts) {
    var sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingLong(Point::epochNanos));
    var medians = new ArrayList<Double>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) sorted.size() * part / parts);
      int to = (int) ((long) sorted.size() * (part + 1) / parts);
      medians.add(median(sorted.subList(from, to).stream().mapToDouble(Point::value).toArray()));
    }
    return new Course(medians, slope(medians), z(medians));
  }

  /** Returns the slope's figure at the first part, but no less than the least median. */
  double start() {
    double least = medians.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    return Math.max(least, middle() - slope * (medians.size() - 1) / 2);
  }

  /** Returns the slope's figure at the last part. */
  double end() {
    return middle() + slope * (medians.size() - 1) / 2;
  }

  /** Returns by which share of the start the figure grew, negative where it fell. */
  double growth() {
    return start() > 0 ? (end() - start()) / start() : 0;
  }

  private double middle() {
    return median(medians.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double slope(List<Double> values) {
    int n = values.size();
    var slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[next++] = (values.get(j) - values.get(i)) / (j - i);
      }
    }
    return median(slopes);
  }

  private static double z(List<Double> values) {
    int n = values.size();
    long s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(values.get(j), values.get(i));
      }
    }
    double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    return (s - Long.signum(s)) / deviation;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
