// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Objects that a thread uses again once it is done with them, such as events: it makes only as many
 * as it uses at once, which is more than one where work is nested in other work of its kind.
 *
 * <p>Thread-safe, without locks: each thread has its own.
 *
 * @param <T> the objects
 */
public final class Reused<T> {

  private final Supplier<? extends T> factory;

  @SuppressWarnings("ThreadLocalUsage") // whoever has one keeps it as long as its class
  private final ThreadLocal<ArrayDeque<T>> free = ThreadLocal.withInitial(ArrayDeque::new);

  /** Makes none yet. */
  public Reused(Supplier<? extends T> factory) {
    this.factory = requireNonNull(factory, "factory");
  }

  /** Returns an object that the calling thread does not use now, as it was given back. */
  public T take() {
    T object = free.get().poll();
    return object != null ? object : factory.get();
  }

  /** Takes an object back. One that never comes back is left to the garbage collector. */
  public void giveBack(T object) {
    free.get().push(object);
  }
}
