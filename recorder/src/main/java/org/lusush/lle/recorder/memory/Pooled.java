// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An object of a pool together with what the pool knows of it: lending it allocates nothing.
 *
 * <p>{@link ObjectPool#borrow} lends it, and whoever borrowed it closes it once, on any thread,
 * best by try-with-resources, and keeps neither it nor the object. Another close before the object
 * is lent again is refused and counted. One that comes later ends the loan of the next borrower,
 * since it is the same object: where that cannot be excluded, {@link ObjectPool#take} gives a lease
 * that refuses it as well.
 *
 * @param <T> the object
 */
public final class Pooled<T> implements AutoCloseable {

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Pooled.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ObjectPool<T> pool;
  private final T object;

  /** Where it lies when it is free. Written by whoever ends a loan, before it is free. */
  Shelf<T> home;

  /** What notices that it was lost, or null where nothing does. */
  Leaks.@Nullable Watch watch;

  /** Twice the number of its loans, less one while it is on loan. */
  private long state;

  Pooled(ObjectPool<T> pool, T object, Shelf<T> home) {
    this.pool = pool;
    this.object = object;
    this.home = home;
  }

  /** Returns the object, the caller's until the close. */
  public T object() {
    return object;
  }

  /** Returns the object to the pool. */
  @Override
  public void close() {
    close((long) STATE.getOpaque(this));
  }

  /** Ends one loan; an earlier one's end is refused. */
  void close(long loan) {
    if ((loan & 1) != 0 && STATE.compareAndSet(this, loan, loan + 1)) {
      pool.giveBack(this);
    } else {
      pool.refuse();
    }
  }

  /** Begins a loan. For the thread that took it from its shelf. */
  void lend() {
    STATE.setOpaque(this, state + 1);
  }

  /** Returns the number of the loan that the calling thread began. */
  long loan() {
    return state;
  }
}
