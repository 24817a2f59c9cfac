// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Counts how often each name came up. Not thread-safe. */
final class Tally {

  private static final Comparator<Entry<String, Integer>> BY_COUNT_THEN_NAME =
      Entry.<String, Integer>comparingByValue()
          .thenComparing(Entry.comparingByKey(Comparator.reverseOrder()));

  private final Map<String, Integer> counts = new HashMap<>();

  void add(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  /** Returns the name that came up most, the first by alphabet among equals. */
  Optional<Entry<String, Integer>> top() {
    return counts.entrySet().stream().max(BY_COUNT_THEN_NAME);
  }
}
