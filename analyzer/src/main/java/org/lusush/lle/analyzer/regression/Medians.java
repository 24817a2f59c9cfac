// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Arrays;

/** The middle of some figures. */
final class Medians {

  private Medians() {}

  /** Returns the median, or 0 of nothing. */
  static double of(double... figures) {
    if (figures.length == 0) {
      return 0;
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
