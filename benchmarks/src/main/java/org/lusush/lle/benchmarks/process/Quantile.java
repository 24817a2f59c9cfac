// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.util.Collection;

/** A quantile of some figures, by the nearest rank. */
final class Quantile {

  private Quantile() {}

  /**
   * Returns the smallest figure that a share of them does not exceed, or NaN where there are none.
   *
   * @param share over 0, at most 1
   */
  static double of(Collection<Double> figures, double share) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }
}
