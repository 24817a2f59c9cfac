// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A value on the heap, and what is known of it. Thread-safe.
 *
 * @param <V> the value
 */
final class Entry<V> {

  static final long NEVER = Long.MAX_VALUE;

  private static final VarHandle USED;

  static {
    try {
      USED = MethodHandles.lookup().findVarHandle(Entry.class, "used", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final V value;
  final long bytes;

  /** When it ends, by the cache's clock, or {@link #NEVER}. */
  final long expiresNanos;

  /** What working it out in advance took, over 0, or 0 where it was not. */
  final long prefetchNanos;

  @SuppressWarnings("UnusedVariable") // see USED
  private boolean used;

  /** When it was asked for last, by the cache's {@link Clock}, and how often; about. */
  private long last;

  private int times;
  private boolean gone;

  /**
   * Makes one.
   *
   * @param used whether it was asked for already
   */
  Entry(V value, long bytes, long expiresNanos, long prefetchNanos, boolean used) {
    this.value = value;
    this.bytes = bytes;
    this.expiresNanos = expiresNanos;
    this.prefetchNanos = prefetchNanos;
    this.used = used;
  }

  /** Notes that it was asked for, or put in. Of two threads at once, one may go unnoticed. */
  void touch(long time) {
    last = time;
    times++;
  }

  /** Notes that it was asked for some times, at last at a time. */
  void touch(long time, int count) {
    last = Math.max(last, time);
    times += count;
  }

  long last() {
    return last;
  }

  int times() {
    return times;
  }

  /** Notes that it is in no map any more. */
  void leave() {
    gone = true;
  }

  /** Returns whether it is in its map, as far as the calling thread knows. */
  boolean isHeld() {
    return !gone;
  }

  /** Returns whether nobody has asked for it yet, as far as the calling thread knows. */
  boolean isUnused() {
    return !used;
  }

  /** Returns true to the first who uses it. */
  boolean use() {
    return USED.compareAndSet(this, false, true);
  }

  /** Returns whether it was worked out in advance, and nobody has asked for it yet. */
  boolean isWasted() {
    return prefetchNanos > 0 && !used;
  }
}
