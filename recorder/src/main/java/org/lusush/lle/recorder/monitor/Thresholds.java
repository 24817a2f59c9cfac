// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.ThresholdExceededEvent;

/**
 * Tells of what took too long: an event at once, and the handlers later, on a thread of their own.
 *
 * <p>Reached only by what is slow already. Handlers that cannot keep up lose some, which are
 * counted; one that throws is counted and called again.
 */
final class Thresholds {

  private static final int WAITING = 256;

  private final List<Consumer<? super ThresholdExceeded>> handlers = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ThresholdExceeded> queue = new ArrayBlockingQueue<>(WAITING);
  private final LongAdder lost = new LongAdder();
  private final Monitor monitor;
  private @Nullable Thread thread;

  Thresholds(Monitor monitor) {
    this.monitor = monitor;
  }

  synchronized void add(Consumer<? super ThresholdExceeded> handler) {
    handlers.add(requireNonNull(handler, "handler"));
    if (thread == null) {
      thread = new Thread(this::handle, "lle-thresholds");
      thread.setDaemon(true);
      thread.start();
    }
  }

  synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  void remove(Consumer<? super ThresholdExceeded> handler) {
    handlers.remove(handler);
  }

  long lost() {
    return lost.sum();
  }

  void exceeded(ThresholdExceeded exceeded) {
    emit(exceeded);
    if (!handlers.isEmpty() && !queue.offer(exceeded)) {
      lost.increment();
    }
  }

  private static void emit(ThresholdExceeded exceeded) {
    if (!EventGate.isOpen()) {
      return;
    }
    var event = new ThresholdExceededEvent();
    if (event.shouldCommit()) {
      event.operation = exceeded.operation();
      event.component = exceeded.component().label();
      event.name = exceeded.name();
      event.level = exceeded.level();
      event.took = exceeded.took().toNanos();
      event.limit = exceeded.limit().toNanos();
      event.keystrokeId = exceeded.keystrokeId();
      event.commit();
    }
  }

  private void handle() {
    try {
      while (!monitor.isClosed()) {
        var exceeded = queue.take();
        for (var handler : handlers) {
          call(handler, exceeded);
        }
      }
    } catch (InterruptedException e) {
      // The monitor is closed.
      Thread.currentThread().interrupt();
    }
  }

  private void call(Consumer<? super ThresholdExceeded> handler, ThresholdExceeded exceeded) {
    try {
      handler.accept(exceeded);
    } catch (RuntimeException | Error e) {
      monitor.countFailure();
    }
  }
}
