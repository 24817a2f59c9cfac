// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How two distributions differ: by the test of Mann and Whitney, which sees that one lies beside
 * the other, and by that of Kolmogorov and Smirnov, which sees any other difference. Each misses
 * what the other sees.
 *
 * <p>Both work on counts, so that millions of durations cost no more than their buckets. Of so many
 * any p-value is tiny: what says how much a difference matters are {@code superiority} and {@code
 * distance}.
 *
 * @param superiority probability that a later value is larger than an earlier one, ties by half
 * @param mannWhitney p-value by the normal approximation, corrected for ties
 * @param distance largest difference between the shares of values up to a point
 * @param kolmogorovSmirnov p-value by the asymptotic distribution
 */
record DistributionTest(
    double superiority, double mannWhitney, double distance, double kolmogorovSmirnov) {

  static final DistributionTest NOTHING = new DistributionTest(0.5, 1, 0, 1);

  private static final int TERMS = 100;

  /** Compares later values with earlier ones. */
  static DistributionTest of(Distribution earlier, Distribution later) {
    if (earlier.isEmpty() || later.isEmpty()) {
      return NOTHING;
    }
    double n = earlier.count();
    double m = later.count();
    double wins = 0;
    double ties = 0;
    double below = 0;
    double laterBelow = 0;
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < earlier.size() || j < later.size()) {
      double value = Math.min(earlier.valueAt(i), later.valueAt(j));
      double first = earlier.valueAt(i) == value ? earlier.countAt(i++) : 0;
      double second = later.valueAt(j) == value ? later.countAt(j++) : 0;
      wins += second * (below + first / 2);
      double tied = first + second;
      ties += tied * (tied * tied - 1);
      below += first;
      laterBelow += second;
      distance = Math.max(distance, Math.abs(below / n - laterBelow / m));
    }
    return new DistributionTest(
        wins / n / m, mannWhitney(wins, n, m, ties), distance, kolmogorov(distance, n, m));
  }

  private static double mannWhitney(double wins, double n, double m, double ties) {
    double all = n + m;
    double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
    double off = Math.max(0, Math.abs(wins - n * m / 2) - 0.5);
    if (!(variance > 0)) {
      return 1;
    }
    return Math.min(
        1, 2 * NormalDistribution.of(0, 1).survivalProbability(off / Math.sqrt(variance)));
  }

  /** Returns the limit distribution's upper tail, as Kolmogorov's series. */
  private static double kolmogorov(double distance, double n, double m) {
    double x = distance * Math.sqrt(n * m / (n + m));
    if (x < 0.2) {
      return 1; // 1 - 1e-12 and nearer, where the series converges slowly
    }
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      double term = Math.exp(-2.0 * k * k * x * x);
      sum += k % 2 == 1 ? term : -term;
      if (term < 1e-17) {
        break;
      }
    }
    return Math.max(0, Math.min(1, 2 * sum));
  }
}
