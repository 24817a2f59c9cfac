// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's test on nights, with means without the fifth at either end, that borrows from the runs
 * within the nights what nights differ by.
 *
 * <p>So few nights hardly show how much they differ; their runs, which are many, say what that is
 * if nights are nothing but their runs. Both are averaged, each by its degrees of freedom, with
 * {@value #BORROWED} at most for the runs. (G. K. Smyth, "Linear models and empirical Bayes methods
 * for assessing differential expression", Stat. Appl. Genet. Mol. Biol. 3, 2004.) Where nights
 * differ by more than their runs explain, they alone count.
 */
final class NightTest {

  private static final double TRIMMED = 0.2;
  private static final double BORROWED = 20;

  /** Beyond this share of what chance would do, nights differ by more than their runs explain. */
  private static final double EXPLAINED = 0.9;

  private NightTest() {}

  /**
   * Compares later nights with earlier ones.
   *
   * @param runVariance of a night's figure, as its runs say
   * @param runFreedom degrees of freedom of that; 0 if they do not say
   * @param leastDeviation a standard deviation that is there even if so few figures do not show it
   */
  static TrimmedTest of(
      double[] earlier,
      double[] later,
      double runVariance,
      double runFreedom,
      double leastDeviation,
      double confidence) {
    Side first = Side.of(earlier);
    Side second = Side.of(later);
    double freedom = first.freedom() + second.freedom();
    if (earlier.length == 0 || later.length == 0 || freedom < 1) {
      return TrimmedTest.NOTHING;
    }
    double nights =
        (first.freedom() * first.variance + second.freedom() * second.variance) / freedom;
    double borrowed =
        isExplained(nights, freedom, runVariance, runFreedom) ? Math.min(BORROWED, runFreedom) : 0;
    double all = freedom + borrowed;
    double variance = (borrowed * runVariance + freedom * nights) / all;
    variance = Math.max(leastDeviation * leastDeviation, variance);
    double shift = second.mean - first.mean;
    double error = Math.sqrt(variance * (first.share + second.share));
    if (error == 0) {
      return new TrimmedTest(shift, shift, shift, shift == 0 ? 1 : 0);
    }
    var student = TDistribution.of(all);
    double reach = error * student.inverseCumulativeProbability((1 + confidence) / 2);
    double pValue = 2 * student.survivalProbability(Math.abs(shift) / error);
    return new TrimmedTest(shift, shift - reach, shift + reach, Math.min(1, pValue));
  }

  private static boolean isExplained(
      double nights, double freedom, double runVariance, double runFreedom) {
    return runFreedom >= 1
        && runVariance > 0
        && FDistribution.of(freedom, runFreedom).cumulativeProbability(nights / runVariance)
            <= EXPLAINED;
  }

  /**
   * One side of the comparison.
   *
   * @param variance of a single value, from the deviations with the trimmed values moved to the
   *     nearest kept one, and what that makes them smaller by if they are normal
   * @param share of it that is the variance of the mean
   * @param kept how many values are not trimmed
   */
  record Side(double mean, double variance, double share, int kept) {

    static Side of(double[] values) {
      int n = values.length;
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int cut = (int) (TRIMMED * n);
      double mean = Arrays.stream(sorted, cut, n - cut).average().orElse(0);
      for (int i = 0; i < cut; i++) {
        sorted[i] = sorted[cut];
        sorted[n - 1 - i] = sorted[n - 1 - cut];
      }
      double middle = Arrays.stream(sorted).average().orElse(0);
      double squares = Arrays.stream(sorted).map(x -> (x - middle) * (x - middle)).sum();
      double moved = n == 0 ? 1 : moved((double) cut / n);
      double left = n == 0 ? 1 : 1 - 2.0 * cut / n;
      return new Side(
          mean,
          n < 2 ? 0 : squares / (n - 1) / moved,
          n == 0 ? 1 : moved / (left * left) / n,
          n - 2 * cut);
    }

    double freedom() {
      return Math.max(0, kept - 1);
    }

    /** Returns the variance of standard normal values whose outer shares are moved inwards. */
    private static double moved(double share) {
      if (share == 0) {
        return 1;
      }
      var normal = NormalDistribution.of(0, 1);
      double edge = normal.inverseCumulativeProbability(1 - share);
      return 1 - 2 * share - 2 * edge * normal.density(edge) + 2 * share * edge * edge;
    }
  }
}
