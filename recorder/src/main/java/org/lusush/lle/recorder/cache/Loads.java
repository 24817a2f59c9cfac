// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values that are being worked out, each by one thread while others may wait for it.
 *
 * <p>Thread-safe. Who waits for whom is known over all caches, so that threads that would wait for
 * each other do not.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Loads<K, V> {

  /** What each waiting thread waits for. Written under its own lock. */
  private static final ConcurrentMap<Thread, Load<?>> WAITING = new ConcurrentHashMap<>();

  private final ConcurrentMap<K, Load<V>> running = new ConcurrentHashMap<>();

  /** How it went for one who came later. */
  enum Outcome {
    DONE,
    FAILED,
    NOT_WAITED
  }

  /**
   * A value being worked out.
   *
   * @param <V> the value
   */
  static final class Load<V> {
    private final Thread owner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean forgotten;
    private volatile @Nullable V value;

    /** Returns whether its key was forgotten since it began, so that it must not be kept. */
    boolean isForgotten() {
      return forgotten;
    }

    boolean isOwn() {
      return owner == Thread.currentThread();
    }

    /** Returns the value once it is done. */
    @Nullable V value() {
      return value;
    }

    /**
     * Waits for the end, unless the owner waits for the calling thread, or that is interrupted,
     * which it stays.
     */
    Outcome await() {
      if (!beginToWait()) {
        return Outcome.NOT_WAITED;
      }
      try {
        ended.await();
        return value != null ? Outcome.DONE : Outcome.FAILED;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Outcome.NOT_WAITED;
      } finally {
        WAITING.remove(Thread.currentThread());
      }
    }

    private boolean beginToWait() {
      synchronized (WAITING) {
        var thread = Thread.currentThread();
        for (Load<?> next = this; next != null; next = WAITING.get(next.owner)) {
          if (next.owner == thread) {
            return false;
          }
        }
        WAITING.put(thread, this);
        return true;
      }
    }
  }

  /** Begins one on the calling thread; returns the one that runs already, or null. */
  @Nullable Load<V> begin(K key, Load<V> load) {
    return running.putIfAbsent(key, load);
  }

  /** Ends one, with its value or with null where it failed. */
  void end(K key, Load<V> load, @Nullable V value) {
    load.value = value;
    running.remove(key, load);
    load.ended.countDown();
  }

  /** Returns how many threads wait, in any cache. */
  static int waiting() {
    return WAITING.size();
  }

  boolean isRunning(K key) {
    return running.containsKey(key);
  }

  /** Has the value of a key that is worked out now not be kept, nor given to those who come now. */
  void forget(K key) {
    var load = running.remove(key);
    if (load != null) {
      load.forgotten = true;
    }
  }

  /** The same for every key that a condition holds for. */
  void forgetIf(Predicate<? super K> condition) {
    running.forEach(
        (key, load) -> {
          if (condition.test(key)) {
            load.forgotten = true;
            running.remove(key, load);
          }
        });
  }
}
