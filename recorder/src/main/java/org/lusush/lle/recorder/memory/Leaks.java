// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Notices objects that were garbage collected while they were on loan.
 *
 * <p>An object is watched from when it is made until its pool gives it up, so a loan of one that
 * exists already costs nothing more. At most {@value #MOST} are watched at once: what a pool makes
 * beyond is lost unnoticed, so the count is never too high. Thread-safe.
 */
final class Leaks {

  /** How many objects of one pool are watched at most. */
  static final int MOST = 1024;

  private final ReferenceQueue<Pooled<?>> lost = new ReferenceQueue<>();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final LongAdder count = new LongAdder();

  /** Outlives one object, to tell whose loan its loss ended. */
  static final class Watch extends PhantomReference<Pooled<?>> {
    private volatile Shelf<?> home;

    private Watch(Pooled<?> pooled, ReferenceQueue<Pooled<?>> lost) {
      super(pooled, lost);
      home = pooled.home;
    }

    /** Follows the object to another thread. */
    void moved(Shelf<?> to) {
      home = to;
    }
  }

  /** Watches a new object, or returns null where too many are watched. */
  @Nullable Watch watch(Pooled<?> pooled) {
    if (watches.size() >= MOST) {
      return null;
    }
    var watch = new Watch(pooled, lost);
    watches.add(watch);
    return watch;
  }

  /** Watches an object no longer, since its pool has given it up. */
  void forget(Pooled<?> pooled) {
    var watch = pooled.watch;
    if (watch != null) {
      watch.clear();
      watches.remove(watch);
      pooled.watch = null;
    }
  }

  /** Counts what was lost since the last time, and returns it. */
  int poll() {
    int found = 0;
    for (var reference = lost.poll(); reference != null; reference = lost.poll()) {
      if (reference instanceof Watch watch && watches.remove(watch)) {
        watch.home.endedElsewhere();
        count.increment();
        found++;
      }
    }
    return found;
  }

  /** Returns how many objects were lost so far. */
  long count() {
    return count.sum();
  }
}
