// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns counters that run since the start of a shell into what came since the last time. */
final class Deltas {

  private static final int MAX_NAMES = 1_000;

  private final Map<String, long[]> last = new HashMap<>();

  /**
   * Takes the counters of a name.
   *
   * @return by how much each has grown, or nothing where that is not known yet or nothing has
   */
  Optional<List<Long>> next(String name, long... counters) {
    long[] before = last.get(name);
    if (before == null && last.size() >= MAX_NAMES) {
      return Optional.empty();
    }
    last.put(name, counters);
    if (before == null || Arrays.equals(before, counters)) {
      return Optional.empty();
    }
    long[] grown = new long[counters.length];
    for (int i = 0; i < grown.length; i++) {
      // One that shrank was begun anew.
      grown[i] = counters[i] >= before[i] ? counters[i] - before[i] : counters[i];
    }
    return Optional.of(Arrays.stream(grown).boxed().toList());
  }
}
