// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Works values out in advance, one after the other, on a thread that ends when it has nothing to
 * do. Thread-safe; what there is no room for is not worked out.
 */
final class Prefetcher implements AutoCloseable {

  private static final int WAITING = 64;
  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor executor;
  private volatile boolean on = true;

  /** Values worked out. */
  final LongAdder done = new LongAdder();

  /** Of these, those that were asked for. */
  final LongAdder used = new LongAdder();

  /** What these took. */
  final LongAdder savedNanos = new LongAdder();

  Prefetcher(String cache) {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              var thread = new Thread(task, "lle-cache-prefetch-" + cache);
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  boolean isOn() {
    return on;
  }

  /** Switches it on or off; off, what waits is not worked out any more. */
  void switchTo(boolean value) {
    on = value;
    if (!value) {
      executor.getQueue().clear();
    }
  }

  boolean submit(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Works nothing out any more. */
  @Override
  public void close() {
    on = false;
    executor.shutdownNow();
  }
}
