// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The free objects of one thread in one pool, and what that thread counts.
 *
 * <p>That thread writes; any may read at any time without stopping it. The counters are published
 * with {@link #published}, so a reader that asks for it first sees them as they were then, or
 * newer. What other threads tell is apart from them, in {@link #elsewhere}.
 */
final class Shelf<T> {

  private static final int FEWEST_SLOTS = 8;
  private static final VarHandle PUBLISHED;
  private static final VarHandle ELSEWHERE;
  private static final VarHandle HIGH_WATER;

  static {
    try {
      var lookup = MethodHandles.lookup();
      PUBLISHED = lookup.findVarHandle(Shelf.class, "published", long.class);
      ELSEWHERE = lookup.findVarHandle(Shelf.class, "elsewhere", long.class);
      HIGH_WATER = lookup.findVarHandle(Shelf.class, "highWater", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final @Nullable SizeCounts sizes;
  final long firstNanos = System.nanoTime();
  private final WeakReference<Thread> owner = new WeakReference<>(Thread.currentThread());
  private @Nullable Pooled<T>[] slots;
  private int size;

  private long reused;
  private long allocated;
  private long returned;
  private long dropped;
  private long askedBytes;
  private long onLoan;

  @SuppressWarnings("UnusedVariable") // read through its VarHandle
  private long highWater;

  private long published;

  /** Loans of this thread that ended on others, or never will. */
  @SuppressWarnings("UnusedVariable") // read through its VarHandle
  private long elsewhere;

  /** The most that were on loan before {@link #highWater} began anew. For readers, in turn. */
  private long highestBefore;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Shelf(@Nullable SizeCounts sizes) {
    this.sizes = sizes;
    slots = new Pooled[FEWEST_SLOTS];
  }

  /** Returns a free object, or null. */
  @Nullable Pooled<T> pop() {
    if (size == 0) {
      return null;
    }
    var pooled = slots[--size];
    slots[size] = null;
    return pooled;
  }

  /** Keeps an object, unless there are as many as may be. */
  boolean push(Pooled<T> pooled, int capacity) {
    if (size >= capacity) {
      return false;
    }
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, Math.min(capacity, 2 * size));
    }
    slots[size++] = pooled;
    return true;
  }

  /** Counts an object that the owner took. */
  void took(boolean isReused, long bytes) {
    if (isReused) {
      reused++;
    } else {
      allocated++;
    }
    askedBytes += bytes;
    var counts = sizes;
    if (counts != null) {
      counts.count(bytes);
    }
    long now = ++onLoan - (long) ELSEWHERE.getOpaque(this);
    if (now > (long) HIGH_WATER.getOpaque(this)) {
      HIGH_WATER.setOpaque(this, now);
    }
    publish();
  }

  /**
   * Counts an object that the owner gave back.
   *
   * @param own whether it had been taken from here
   */
  void gotBack(boolean own, boolean kept) {
    if (own) {
      returned++;
      onLoan--;
    }
    if (!kept) {
      dropped++;
    }
    publish();
  }

  /** Counts that a loan ended without the owner. For any thread. */
  void endedElsewhere() {
    ELSEWHERE.getAndAdd(this, 1L);
  }

  private void publish() {
    PUBLISHED.setRelease(this, published + 1);
  }

  /** Returns whether the calling thread is the owner. */
  boolean isOwn() {
    return owner.refersTo(Thread.currentThread());
  }

  boolean isOwnerGone() {
    var thread = owner.get();
    return thread == null || !thread.isAlive();
  }

  /** Adds to a pool's totals. For one reader at a time. */
  void addTo(PoolTotals totals) {
    var unused = (long) PUBLISHED.getAcquire(this);
    long ended = (long) ELSEWHERE.getAcquire(this);
    totals.reused += reused;
    totals.allocated += allocated;
    totals.returned += returned + ended;
    totals.dropped += dropped;
    totals.askedBytes += askedBytes;
    totals.inUse += onLoan - ended;
    totals.free += size;
    totals.peakInUse += peakInUse();
    totals.peakOfOneThread = Math.max(totals.peakOfOneThread, peakInUse());
    totals.firstNanos = Math.min(totals.firstNanos, firstNanos);
    if (sizes != null) {
      sizes.addTo(totals.sizes);
    }
  }

  /** Returns the most that were ever on loan at once. For one reader at a time. */
  long peakInUse() {
    return Math.max(highestBefore, (long) HIGH_WATER.getOpaque(this));
  }

  /**
   * Returns the most that were on loan since the last call. For one reader at a time; of a take at
   * that very moment the next call may be the first to know.
   */
  long nextHighWater() {
    long highest = (long) HIGH_WATER.getOpaque(this);
    highestBefore = Math.max(highestBefore, highest);
    HIGH_WATER.setOpaque(this, onLoan - (long) ELSEWHERE.getOpaque(this));
    return highest;
  }
}
