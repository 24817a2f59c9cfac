// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What one thread counts. It alone writes; whoever reads sees each counter as it was lately. */
final class Counts {

  static final int NEAR_HITS = 0;
  static final int HEAP_HITS = 1;
  static final int DISK_HITS = 2;
  static final int MISSES = 3;

  /** Timed lookups that ended in each of the above, then their time. */
  static final int TIMED = 4;

  static final int TIMED_NANOS = 8;
  static final int INSERTS = 12;
  static final int TIMED_INSERTS = 13;
  static final int TIMED_INSERT_NANOS = 14;
  static final int NEAR_PROMOTIONS = 15;
  static final int HEAP_PROMOTIONS = 16;
  static final int LOADS = 17;
  static final int LOAD_NANOS = 18;
  static final int LOAD_FAILURES = 19;
  static final int SIZE = 20;

  private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle NEAR;
  private static final VarHandle HEAP;

  static {
    try {
      var lookup = MethodHandles.lookup();
      NEAR = lookup.findVarHandle(Counts.class, "nearHits", long.class);
      HEAP = lookup.findVarHandle(Counts.class, "heapHits", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long[] cells = new long[SIZE];

  /** In place of their cells, since nothing else is counted as often. */
  private long nearHits;

  private long heapHits;

  /** Counts a hit of the first tier, and returns how many there are. */
  long nearHit() {
    long next = nearHits + 1;
    NEAR.setOpaque(this, next);
    return next;
  }

  /** Counts a hit of the second tier, and returns how many there are. */
  long heapHit() {
    long next = heapHits + 1;
    HEAP.setOpaque(this, next);
    return next;
  }

  /** Counts one more of anything else. */
  void increment(int which) {
    add(which, 1);
  }

  void add(int which, long by) {
    CELLS.setOpaque(cells, which, cells[which] + by);
  }

  void addTo(long[] sums) {
    for (int i = 0; i < SIZE; i++) {
      sums[i] += (long) CELLS.getOpaque(cells, i);
    }
    sums[NEAR_HITS] += (long) NEAR.getOpaque(this);
    sums[HEAP_HITS] += (long) HEAP.getOpaque(this);
  }
}
