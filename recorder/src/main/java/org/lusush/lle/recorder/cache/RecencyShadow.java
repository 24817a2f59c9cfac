// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys as LRU keeps them, or LRU that looks at some of the oldest. */
final class RecencyShadow implements Shadow {

  private final int size;
  private final int depth;
  private final Map<Long, Use> held = new LinkedHashMap<>(16, 0.75f, true);
  private long now;

  private static final class Use {
    private int times;
    private long last;

    Use(int times, long last) {
      this.times = times;
      this.last = last;
    }
  }

  RecencyShadow(int size, int depth) {
    this.size = size;
    this.depth = depth;
  }

  @Override
  public boolean ask(long hash) {
    now++;
    var use = held.get(hash);
    if (use != null) {
      use.times++;
      use.last = now;
      return true;
    }
    add(hash, new Use(1, now));
    return false;
  }

  @Override
  public void seed(long hash, int times, long age) {
    add(hash, new Use(times, now - age));
  }

  private void add(long hash, Use use) {
    if (held.size() >= size) {
      held.remove(victim());
    }
    held.put(hash, use);
  }

  private Long victim() {
    Iterator<Map.Entry<Long, Use>> oldest = held.entrySet().iterator();
    var victim = oldest.next();
    for (int i = 1; i < depth && oldest.hasNext(); i++) {
      var next = oldest.next();
      if (worth(next.getValue()) < worth(victim.getValue())) {
        victim = next;
      }
    }
    return victim.getKey();
  }

  private double worth(Use use) {
    return Oldest.worth(use.times, now - use.last);
  }

  @Override
  public void forget(long hash) {
    held.remove(hash);
  }

  @Override
  public void forgetAll() {
    held.clear();
  }
}
