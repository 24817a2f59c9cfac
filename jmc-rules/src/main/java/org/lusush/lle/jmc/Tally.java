// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Counts how often each name came up. Not thread-safe. */
final class Tally {

  private static final Comparator<Entry<String, Long>> BY_COUNT_THEN_NAME =
      Entry.<String, Long>comparingByValue()
          .thenComparing(Entry.comparingByKey(Comparator.reverseOrder()));

  private final Map<String, Long> counts = new HashMap<>();

  void add(String name) {
    add(name, 1);
  }

  void add(String name, long times) {
    counts.merge(name, times, Long::sum);
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** Returns the name that came up most, the first by alphabet among equals. */
  Optional<Entry<String, Long>> top() {
    return counts.entrySet().stream().max(BY_COUNT_THEN_NAME);
  }
}
