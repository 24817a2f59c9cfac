// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which of the known names a mistyped one was meant to be. */
public final class Suggestion {

  private Suggestion() {}

  /** Returns {@code ; did you mean …?}, or nothing where no name is near. */
  public static String of(String mistyped, Collection<String> names) {
    String word = mistyped.toLowerCase(Locale.ROOT);
    int most = Math.max(1, mistyped.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= most)
        .min(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** Levenshtein's, by one row of its table. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
