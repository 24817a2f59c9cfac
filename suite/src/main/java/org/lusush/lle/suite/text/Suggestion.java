// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.lusush.lle.analyzer.explain.EditDistance;

/** Which of the known names a mistyped one was meant to be. */
public final class Suggestion {

  private Suggestion() {}

  /** Returns {@code ; did you mean …?}, or nothing where no name is near. */
  public static String of(String mistyped, Collection<String> names) {
    String word = mistyped.toLowerCase(Locale.ROOT);
    int most = Math.max(1, mistyped.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name) <= most)
        .min(Comparator.comparingInt(name -> distance(word, name)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static int distance(String word, String name) {
    return EditDistance.between(word, name.toLowerCase(Locale.ROOT));
  }
}
