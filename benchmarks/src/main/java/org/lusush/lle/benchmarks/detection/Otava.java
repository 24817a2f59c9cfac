// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The method of Apache Otava with its defaults, written anew after its description: E-divisive in
 * windows of 50 with Student's t for a test (on standard deviations of the population, as it takes
 * them), at 0.01 first, then merged until every change is significant at 0.001. A series here is
 * not longer than a window.
 */
final class Otava {

  private static final double WEAK = 0.01;
  private static final double STRONG = 0.001;

  private Otava() {}

  /** Returns the first points after changes, in their order. */
  static List<Integer> changes(double[] series) {
    List<Integer> changes = split(series);
    while (!changes.isEmpty()) {
      int weakest = 0;
      for (int i = 1; i < changes.size(); i++) {
        if (pValue(series, changes, i) > pValue(series, changes, weakest)) {
          weakest = i;
        }
      }
      if (pValue(series, changes, weakest) < STRONG) {
        return changes;
      }
      changes.remove(weakest);
    }
    return changes;
  }

  private static List<Integer> split(double[] series) {
    List<Integer> changes = new ArrayList<>();
    while (true) {
      int candidate = -1;
      double largest = Double.NEGATIVE_INFINITY;
      int place = 0;
      for (int i = 0; i <= changes.size(); i++) {
        int start = i == 0 ? 0 : changes.get(i - 1);
        int end = i == changes.size() ? series.length : changes.get(i);
        for (int index = start + 1; index < end; index++) {
          for (int last = index + 1; last <= end; last++) {
            double divergence = divergence(series, start, index, last);
            if (divergence > largest) {
              largest = divergence;
              candidate = index;
              place = i;
            }
          }
        }
      }
      if (candidate < 0) {
        return changes;
      }
      changes.add(place, candidate);
      if (pValue(series, changes, place) > WEAK) {
        changes.remove(place);
        return changes;
      }
    }
  }

  private static double divergence(double[] series, int start, int index, int last) {
    double n = index - start;
    double m = last - index;
    double between = 0;
    double first = 0;
    double second = 0;
    for (int i = start; i < last; i++) {
      for (int j = i + 1; j < last; j++) {
        double distance = Math.abs(series[i] - series[j]);
        if (j < index) {
          first += distance;
        } else if (i >= index) {
          second += distance;
        } else {
          between += distance;
        }
      }
    }
    double left = n < 2 ? 0 : 2 * m / (n + m) / (n - 1) * first;
    double right = m < 2 ? 0 : 2 * n / (n + m) / (m - 1) * second;
    return 2 / (n + m) * between - left - right;
  }

  private static double pValue(double[] series, List<Integer> changes, int place) {
    int start = place == 0 ? 0 : changes.get(place - 1);
    int index = changes.get(place);
    int end = place == changes.size() - 1 ? series.length : changes.get(place + 1);
    int n = index - start;
    int m = end - index;
    int freedom = n + m - 2;
    if (freedom <= 0) {
      return 1;
    }
    double shift = Peers.mean(series, index, end) - Peers.mean(series, start, index);
    double pooled =
        ((n - 1) * variance(series, start, index) + (m - 1) * variance(series, index, end))
            / freedom;
    double error = Math.sqrt(pooled * (1.0 / n + 1.0 / m));
    if (error == 0) {
      return shift == 0 ? 1 : 0;
    }
    return 2 * TDistribution.of(freedom).survivalProbability(Math.abs(shift) / error);
  }

  private static double variance(double[] series, int from, int to) {
    double mean = Peers.mean(series, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (series[i] - mean) * (series[i] - mean);
    }
    return squares / (to - from);
  }
}
