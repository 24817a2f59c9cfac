// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.trend;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of Mann and Kendall for a monotonic trend: it asks how many pairs of figures rise rather
 * than fall, and not by how much, so that no outlier decides.
 *
 * <p>Ties are allowed for in the variance; the statistic is corrected for continuity. (H. B. Mann,
 * "Nonparametric tests against trend", Econometrica 13, 1945; M. G. Kendall, "Rank Correlation
 * Methods", 1975.)
 *
 * @param s pairs that rise, less pairs that fall
 * @param variance of {@code s} if there is no trend
 * @param tau {@code s} as a fraction of all pairs without a tie, from -1 to 1
 * @param pValue probability of such an {@code s}, or a larger one of either sign, if there is none
 */
record MannKendall(long s, double variance, double tau, double pValue) {

  /** Tests figures in their order. */
  static MannKendall of(double[] figures) {
    int n = figures.length;
    long s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(figures[j], figures[i]);
      }
    }
    double pairs = n * (n - 1.0) / 2;
    double tied = 0;
    double correction = 0;
    for (long group : ties(figures)) {
      tied += group * (group - 1.0) / 2;
      correction += group * (group - 1.0) * (2.0 * group + 5);
    }
    double variance = (n * (n - 1.0) * (2.0 * n + 5) - correction) / 18;
    double tau = s == 0 ? 0 : s / Math.sqrt(pairs * (pairs - tied));
    return new MannKendall(s, variance, tau, pValue(s, variance));
  }

  private static double pValue(long s, double variance) {
    if (s == 0 || variance <= 0) {
      return 1;
    }
    double z = (Math.abs(s) - 1) / Math.sqrt(variance);
    return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
  }

  /** Returns the sizes of the groups of equal figures. */
  private static long[] ties(double[] figures) {
    return Arrays.stream(figures)
        .boxed()
        .collect(Collectors.groupingBy(x -> x, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .filter(size -> size > 1)
        .toArray();
  }
}
