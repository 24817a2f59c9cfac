// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.explain;

/** How far a mistyped word is from another, as Damerau and Levenshtein count it. */
public final class EditDistance {

  private EditDistance() {}

  /** Returns how many letters must be put in, taken away, changed or swapped with the next. */
  public static int between(String left, String right) {
    int[][] least = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : step(least, left, right, i, j);
      }
    }
    return least[left.length()][right.length()];
  }

  private static int step(int[][] least, String left, String right, int i, int j) {
    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(least[i - 1][j - 1] + change, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
  }
}
