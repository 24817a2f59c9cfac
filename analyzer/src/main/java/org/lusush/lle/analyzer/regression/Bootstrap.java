// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The interval of the shift of a quantile between two sets of runs, by drawing runs, and values
 * within each, anew. (B. Efron, "Bootstrap methods: another look at the jackknife", Ann. Statist.
 * 7, 1979.)
 *
 * <p>A quantile of values drawn anew is the value at a rank near its own; the rank's spread is
 * binomial, here by its normal approximation. The drawing is seeded.
 *
 * @param shift logarithm of the later quantile over the earlier
 * @param low lower end of the 95 % interval
 * @param high upper end of it
 */
record Bootstrap(double shift, double low, double high) {

  private static final int DRAWS = 999;
  private static final double TAIL = 0.025;
  private static final long SEED = 19_790_101;

  /**
   * Compares the quantile of later runs with that of earlier ones; of several runs it is the median
   * of theirs.
   *
   * @param quantile from 0 to 1
   */
  static Bootstrap of(List<Distribution> earlier, List<Distribution> later, double quantile) {
    if (earlier.isEmpty() || later.isEmpty()) {
      return new Bootstrap(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    var random = new Random(SEED);
    double[] shifts = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      shifts[i] = drawn(later, quantile, random) - drawn(earlier, quantile, random);
    }
    Arrays.sort(shifts);
    int cut = (int) (TAIL * DRAWS);
    double shift = logarithm(later, quantile) - logarithm(earlier, quantile);
    return new Bootstrap(shift, shifts[cut], shifts[DRAWS - 1 - cut]);
  }

  private static double logarithm(List<Distribution> runs, double quantile) {
    return Medians.of(runs.stream().mapToDouble(run -> Math.log(run.quantile(quantile))).toArray());
  }

  private static double drawn(List<Distribution> runs, double quantile, Random random) {
    double[] values = new double[runs.size()];
    for (int i = 0; i < values.length; i++) {
      Distribution run = runs.get(random.nextInt(values.length));
      double spread = Math.sqrt(quantile * (1 - quantile) / run.count());
      double share = quantile + spread * random.nextGaussian();
      values[i] = Math.log(run.quantile(share));
    }
    return Medians.of(values);
  }
}
