// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives up what was asked for least lately; or, of the few that were, what was asked for least
 * often for its age, as the C editor's cache does.
 */
final class Lru implements Policy {

  private final int size;
  private final int scanned;
  private final Map<Long, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long now;

  private static final class Entry {
    private long count = 1;
    private long last;
  }

  private Lru(int size, int scanned) {
    this.size = size;
    this.scanned = scanned;
  }

  /** Returns one that goes by time alone. */
  static Policy plain(int size) {
    return new Lru(size, 1);
  }

  /** Returns one that looks at so many of the oldest. */
  static Policy scanning(int size, int depth) {
    return new Lru(size, depth);
  }

  @Override
  public boolean ask(long key) {
    now++;
    var entry = entries.get(key);
    if (entry != null) {
      entry.count++;
      entry.last = now;
      return true;
    }
    if (entries.size() >= size) {
      entries.remove(victim());
    }
    var added = new Entry();
    added.last = now;
    entries.put(key, added);
    return false;
  }

  private Long victim() {
    Iterator<Map.Entry<Long, Entry>> oldest = entries.entrySet().iterator();
    var victim = oldest.next();
    double least = score(victim.getValue());
    for (int i = 1; i < scanned && oldest.hasNext(); i++) {
      var candidate = oldest.next();
      if (score(candidate.getValue()) < least) {
        victim = candidate;
        least = score(candidate.getValue());
      }
    }
    return victim.getKey();
  }

  private double score(Entry entry) {
    return (double) entry.count / (now - entry.last + 1);
  }

  @Override
  public void forget() {
    entries.clear();
  }
}
