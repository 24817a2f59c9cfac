// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map that were asked for least lately, in order.
 *
 * <p>Looked for many at a time, since there is no list in order that each lookup would have to
 * keep: whatever is asked for later is newer than all that were found, so what was not asked for
 * since then is in order still. This gives up just what a list would. Of one thread at a time.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Oldest<K, V> {

  /** The part of all entries that is looked for at a time, and the fewest. */
  private static final int SHARE = 8;

  private static final int FEWEST = 32;

  private final Map<K, Entry<V>> entries;

  /** Newest first, so that the next is at the end. */
  private List<Candidate<K, V>> candidates = List.of();

  /** An entry, and when it was asked for last when it was found. */
  record Candidate<K, V>(K key, Entry<V> entry, long last) {
    boolean isUntouched() {
      return entry.isHeld() && entry.last() == last;
    }
  }

  Oldest(Map<K, Entry<V>> entries) {
    this.entries = entries;
  }

  /** What an entry is worth that was used some times, and not for some lookups. */
  static double worth(int times, long age) {
    return times / (age + 1.0);
  }

  /**
   * Takes out, of some of the oldest, what was asked for least often for its age; null where there
   * is none.
   */
  @Nullable Candidate<K, V> take(int depth, long now) {
    if (!isReady(depth)) {
      look(depth);
    }
    int end = candidates.size();
    int victim = end - 1;
    for (int i = end - 2; i >= Math.max(0, end - depth); i--) {
      if (worth(candidates.get(i), now) < worth(candidates.get(victim), now)) {
        victim = i;
      }
    }
    return victim < 0 ? null : candidates.remove(victim);
  }

  /** Leaves out what was used since; returns whether enough is left. */
  private boolean isReady(int depth) {
    int left = 0;
    for (int i = candidates.size() - 1; i >= 0 && left < depth; i--) {
      if (candidates.get(i).isUntouched()) {
        left++;
      } else {
        candidates.remove(i);
      }
    }
    return left == depth;
  }

  private void look(int depth) {
    long[] times = entries.values().stream().mapToLong(Entry::last).toArray();
    Arrays.sort(times);
    int count = Math.max(depth, Math.max(FEWEST, times.length / SHARE));
    long latest = times.length > count ? times[count - 1] : Long.MAX_VALUE;
    var found = new ArrayList<Candidate<K, V>>(Math.min(count, times.length));
    entries.forEach(
        (key, entry) -> {
          long last = entry.last();
          if (last <= latest) {
            found.add(new Candidate<>(key, entry, last));
          }
        });
    found.sort(Comparator.comparingLong(Candidate<K, V>::last).reversed());
    candidates = found;
  }

  private static double worth(Candidate<?, ?> candidate, long now) {
    return worth(candidate.entry().times(), now - candidate.last());
  }
}
