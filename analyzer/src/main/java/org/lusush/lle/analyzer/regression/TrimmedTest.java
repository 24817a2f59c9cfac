// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The test of Yuen and Dixon: Student's, on means without the fifth at either end, so that one
 * night that went wrong neither raises an alarm nor hides one. (K. K. Yuen and W. J. Dixon, "The
 * approximate behaviour and performance of the two-sample trimmed t", Biometrika 60, 1973.)
 *
 * @param shift of the trimmed mean, later less earlier
 * @param low lower end of its interval
 * @param high upper end of it
 * @param pValue probability of such a shift, or a larger one of either sign, if there is none
 */
record TrimmedTest(double shift, double low, double high, double pValue) {

  static final TrimmedTest NOTHING =
      new TrimmedTest(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

  private static final double TRIMMED = 0.2;

  /**
   * Compares later figures with earlier ones.
   *
   * @param leastDeviation a standard deviation that is there even if so few figures do not show it
   * @param confidence of the interval
   */
  static TrimmedTest of(
      double[] earlier, double[] later, double leastDeviation, double confidence) {
    Side first = Side.of(earlier);
    Side second = Side.of(later);
    double freedom = first.kept + second.kept - 2.0;
    if (first.kept < 1 || second.kept < 1 || freedom < 1) {
      return NOTHING;
    }
    double least = leastDeviation * leastDeviation;
    double variance = Math.max(least, (first.squares + second.squares) / freedom);
    double error = Math.sqrt(variance * (1.0 / first.kept + 1.0 / second.kept));
    double shift = second.mean - first.mean;
    if (error == 0) {
      return new TrimmedTest(shift, shift, shift, shift == 0 ? 1 : 0);
    }
    var student = TDistribution.of(freedom);
    double reach = error * student.inverseCumulativeProbability((1 + confidence) / 2);
    double pValue = 2 * student.survivalProbability(Math.abs(shift) / error);
    return new TrimmedTest(shift, shift - reach, shift + reach, Math.min(1, pValue));
  }

  /**
   * @param squares of the deviations, with the trimmed values moved to the nearest kept one
   * @param kept how many values are not trimmed
   */
  private record Side(double mean, double squares, int kept) {

    static Side of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int cut = (int) (TRIMMED * sorted.length);
      double mean = Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(0);
      double[] moved = sorted.clone();
      for (int i = 0; i < cut; i++) {
        moved[i] = sorted[cut];
        moved[moved.length - 1 - i] = sorted[sorted.length - 1 - cut];
      }
      double movedMean = Arrays.stream(moved).average().orElse(0);
      double squares = Arrays.stream(moved).map(x -> (x - movedMean) * (x - movedMean)).sum();
      return new Side(mean, squares, sorted.length - 2 * cut);
    }
  }
}
