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
