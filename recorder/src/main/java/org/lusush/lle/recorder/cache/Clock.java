// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The time of a cache, in lookups. Each thread counts on by itself from the time that another one
 * told last, so the order of the lookups of one thread is exact, and that of several about right.
 *
 * <p>Wait-free: written by lookups that miss and by insertions, read by all.
 */
final class Clock {

  private static final VarHandle TIME;

  static {
    try {
      TIME = MethodHandles.lookup().findVarHandle(Clock.class, "time", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("UnusedVariable") // through TIME
  private long time;

  private long insertion;

  /** Returns the time that was told last. */
  long now() {
    return (long) TIME.getOpaque(this);
  }

  /** Returns the time of an insertion: now, or one later than the last where nobody looked up. */
  long insertion() {
    long at = Math.max(now(), insertion + 1);
    insertion = at;
    tell(at);
    return at;
  }

  /** Tells the time of a thread, which others go on from unless they are ahead. */
  void tell(long threadTime) {
    if (threadTime > now()) {
      TIME.setOpaque(this, threadTime);
    }
  }
}
