// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Keeps the share of false alarms down where many figures are tested at once. (Y. Benjamini and Y.
 * Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57, 1995.)
 */
final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * Returns p-values that allow for how many there are, in their order: taking those up to q for
   * findings, a share of at most q of the findings is expected to be false.
   */
  static double[] adjusted(double[] pValues) {
    int n = pValues.length;
    int[] largestFirst =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[n];
    double least = 1;
    for (int place = 0; place < n; place++) {
      int i = largestFirst[place];
      least = Math.min(least, pValues[i] * n / (n - place));
      adjusted[i] = least;
    }
    return adjusted;
  }
}
