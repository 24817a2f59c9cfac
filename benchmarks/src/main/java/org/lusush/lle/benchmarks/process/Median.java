// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.util.Collection;

/** The median of some figures. */
public final class Median {

  private Median() {}

  /** Returns the middle one, the mean of the two in the middle, or NaN where there are none. */
  public static double of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
