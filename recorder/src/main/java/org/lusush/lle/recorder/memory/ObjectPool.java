// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.Reused;

/**
 * Objects that are used again instead of made anew, a stack of them for each thread.
 *
 * <p>Thread-safe, without locks. An object returned by another thread than took it serves that
 * other thread from then on.
 *
 * @param <T> the objects
 */
public final class ObjectPool<T> {

  private final Measuring monitor;
  private final Settings<T> settings;
  private final ThreadLocal<ArrayDeque<T>> free = ThreadLocal.withInitial(ArrayDeque::new);
  private final LongAdder reused = new LongAdder();
  private final LongAdder allocated = new LongAdder();
  private final LongAdder doubleReturns = new LongAdder();

  /**
   * How a pool makes its objects.
   *
   * @param name its name in recordings and reports
   * @param kind what it holds
   * @param capacity how many free objects a thread keeps at most, over 0
   * @param bytes how many bytes an object holds, about, as recordings state it
   * @param factory makes an object
   * @param reset makes an object as good as new, when it is returned; it must wipe what a user
   *     typed
   * @param <T> the objects
   */
  public record Settings<T>(
      String name,
      PoolKind kind,
      int capacity,
      long bytes,
      Supplier<? extends T> factory,
      Consumer<? super T> reset) {
    public Settings {
      requireNonNull(name, "name");
      requireNonNull(kind, "kind");
      requireNonNull(factory, "factory");
      requireNonNull(reset, "reset");
      if (capacity <= 0) {
        throw new IllegalArgumentException("capacity must be over 0, was " + capacity);
      }
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes must be at least 0, was " + bytes);
      }
    }
  }

  /**
   * An object on loan; closing it returns the object.
   *
   * <p>A second close, by whatever thread, is refused and counted. The object must not be used
   * after the first.
   *
   * @param <T> the object
   */
  public static final class Lease<T> implements AutoCloseable {
    private final ObjectPool<T> pool;
    private final T object;
    private final AtomicBoolean returned = new AtomicBoolean();

    private Lease(ObjectPool<T> pool, T object) {
      this.pool = pool;
      this.object = object;
    }

    /** Returns the object. */
    public T object() {
      return object;
    }

    /** Returns the object to the pool. */
    @Override
    public void close() {
      if (returned.compareAndSet(false, true)) {
        pool.release(object);
      } else {
        pool.doubleReturns.increment();
      }
    }
  }

  /** Makes an empty pool whose takes and returns are measured by a monitor. */
  public ObjectPool(Measuring monitor, Settings<T> settings) {
    this.monitor = requireNonNull(monitor, "monitor");
    this.settings = requireNonNull(settings, "settings");
  }

  /** Takes an object, from the pool or new. */
  public Lease<T> take() {
    try (var measurement = monitor.measure(OperationType.MEMORY_ALLOCATE, settings.name())) {
      T object = free.get().poll();
      boolean isReused = object != null;
      (isReused ? reused : allocated).increment();
      emit(isReused);
      return new Lease<>(this, object != null ? object : settings.factory().get());
    }
  }

  /** Returns the figures so far. */
  public PoolStatistics statistics() {
    return new PoolStatistics(
        settings.name(), settings.kind(), reused.sum(), allocated.sum(), doubleReturns.sum());
  }

  private void release(T object) {
    try (var measurement = monitor.measure(OperationType.MEMORY_FREE, settings.name())) {
      settings.reset().accept(object);
      var stack = free.get();
      if (stack.size() < settings.capacity()) {
        stack.push(object);
      }
    }
  }

  private void emit(boolean isReused) {
    if (!EventGate.isOpen()) {
      return;
    }
    var event = Events.TAKES.take();
    event.begin(); // anew: it still has the times of its last use
    event.end();
    if (event.shouldCommit()) {
      event.pool = settings.name();
      event.kind = settings.kind().label();
      event.reused = isReused;
      event.size = settings.bytes();
      event.keystrokeId = monitor.keystrokeId();
      event.commit();
    }
    Events.TAKES.giveBack(event);
  }

  /** Loads a class of Flight Recorder, so a class of its own, for when something records. */
  private static final class Events {
    static final Reused<PoolAllocationEvent> TAKES = new Reused<>(PoolAllocationEvent::new);
  }
}
