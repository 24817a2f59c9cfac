// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.EvictionReason;

/**
 * The second tier: a heap map of bounded size, evicted by W-TinyLFU. Thread-safe.
 *
 * <p>For other policies the {@link Evictor} makes room before an entry is put in, so that there is
 * nothing left to evict.
 *
 * @param <K> keys
 * @param <V> values
 */
final class HeapTier<K, V> {

  private final Evictions<K, V> listener;
  private final Executor telling;
  private final boolean isHeard;
  private final Cache<K, Entry<V>> entries;
  private final Policy.Eviction<K, Entry<V>> limit;
  private final Lock changing;
  private final Lock allChanged;
  private final LongAdder bytes = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final LongAdder wasted = new LongAdder();

  /**
   * Hears of each entry that is given up.
   *
   * @param <K> keys
   * @param <V> values
   */
  interface Evictions<K, V> {
    /** While nobody else may change the entry; must be quick, and not throw. */
    void evicting(K key, Entry<V> entry, EvictionReason reason);

    /** Some time later, on another thread. */
    void evicted(K key, Entry<V> entry, EvictionReason reason);
  }

  /**
   * Makes an empty one.
   *
   * @param maintaining evicts
   */
  HeapTier(CacheSettings<K, V> settings, Executor maintaining, Evictions<K, V> listener) {
    this.listener = listener;
    telling = settings.executor();
    isHeard = settings.evictionListener() != null;
    var lock = new ReentrantReadWriteLock();
    changing = lock.readLock();
    allChanged = lock.writeLock();
    Caffeine<K, Entry<V>> builder =
        Caffeine.newBuilder()
            .maximumSize(settings.maximumEntries())
            .executor(maintaining)
            .evictionListener(this::evicting);
    if (isHeard) {
      builder.removalListener(this::evicted);
    }
    if (settings.expires()) {
      builder.ticker(settings.ticker()::nanos).expireAfter(new EntryExpiry<>());
    }
    entries = builder.build();
    limit = entries.policy().eviction().orElseThrow();
  }

  private void evicting(@Nullable K key, @Nullable Entry<V> entry, RemovalCause cause) {
    evictions.increment();
    removed(entry);
    if (key != null && entry != null) { // as ever, since neither is held weakly
      listener.evicting(key, entry, reason(cause));
    }
  }

  private void evicted(@Nullable K key, @Nullable Entry<V> entry, RemovalCause cause) {
    if (cause.wasEvicted() && key != null && entry != null) {
      tell(key, entry, reason(cause));
    }
  }

  private void tell(K key, Entry<V> entry, EvictionReason reason) {
    try {
      telling.execute(() -> listener.evicted(key, entry, reason));
    } catch (RejectedExecutionException e) {
      listener.evicted(key, entry, reason);
    }
  }

  private static EvictionReason reason(RemovalCause cause) {
    return cause == RemovalCause.EXPIRED ? EvictionReason.EXPIRED : EvictionReason.SIZE;
  }

  private void removed(@Nullable Entry<V> entry) {
    if (entry != null) {
      entry.leave();
      bytes.add(-entry.bytes);
      if (entry.isWasted()) {
        wasted.increment();
      }
    }
  }

  /** Returns an entry, and counts it as used; null where there is none. */
  @Nullable Entry<V> get(K key) {
    return entries.getIfPresent(key);
  }

  /** Returns an entry without a trace, or null where there is none. */
  @Nullable Entry<V> peek(K key) {
    return entries.policy().getIfPresentQuietly(key);
  }

  /** Puts an entry in where there is none, if that is allowed at that moment. */
  boolean putIfAbsent(K key, Entry<V> entry, BooleanSupplier isAllowed) {
    return entry == change(key, old -> old == null && isAllowed.getAsBoolean() ? entry : old);
  }

  /** Puts in what a supplier gives, in place of what was there; null removes that. */
  boolean replace(K key, Supplier<@Nullable Entry<V>> by) {
    var found = new boolean[1];
    change(
        key,
        old -> {
          found[0] = old != null;
          return by.get();
        });
    return found[0];
  }

  /** Does something while a key has a certain entry, or none if that is null; else nothing. */
  void whileHolding(K key, @Nullable Entry<V> entry, Runnable action) {
    change(
        key,
        old -> {
          if (old == entry) { // the very same
            action.run();
          }
          return old;
        });
  }

  /** Of all that is done to a key, one thing is done at a time. */
  private @Nullable Entry<V> change(K key, UnaryOperator<@Nullable Entry<V>> to) {
    changing.lock();
    try {
      return entries.asMap().compute(key, (k, old) -> accounted(old, to.apply(old)));
    } finally {
      changing.unlock();
    }
  }

  private @Nullable Entry<V> accounted(@Nullable Entry<V> old, @Nullable Entry<V> next) {
    if (next != old) {
      removed(old);
      bytes.add(next == null ? 0 : next.bytes);
    }
    return next;
  }

  /** Gives up an entry, if it is still there, as if that were the tier's own idea. */
  void giveUp(K key, Entry<V> entry) {
    var isGone = new boolean[1];
    change(
        key,
        old -> {
          if (old != entry) {
            return old;
          }
          evictions.increment();
          listener.evicting(key, entry, EvictionReason.SIZE);
          isGone[0] = true;
          return null;
        });
    if (isGone[0] && isHeard) {
      tell(key, entry, EvictionReason.SIZE);
    }
  }

  /** Removes what has ended, and what is too much. */
  void cleanUp() {
    entries.cleanUp();
  }

  /**
   * Waits until every change is done that has begun: of what is not there yet {@link #keys} tells
   * nothing.
   */
  void awaitChanges() {
    allChanged.lock();
    try {
      // nothing: having it is the proof
    } finally {
      allChanged.unlock();
    }
  }

  Map<K, Entry<V>> entries() {
    return entries.asMap();
  }

  Set<K> keys() {
    return entries.asMap().keySet();
  }

  void resize(long maximumEntries) {
    limit.setMaximum(maximumEntries);
  }

  long maximumEntries() {
    return limit.getMaximum();
  }

  long size() {
    return entries.estimatedSize();
  }

  long bytes() {
    return Math.max(0, bytes.sum());
  }

  long evictions() {
    return evictions.sum();
  }

  /** Returns how many entries were removed that had been worked out in vain. */
  long wasted() {
    return wasted.sum();
  }

  /** Each entry ends when it says. */
  private static final class EntryExpiry<K, V> implements Expiry<K, Entry<V>> {
    @Override
    public long expireAfterCreate(K key, Entry<V> entry, long now) {
      return entry.expiresNanos - now;
    }

    @Override
    public long expireAfterUpdate(K key, Entry<V> entry, long now, long left) {
      return entry.expiresNanos - now;
    }

    @Override
    public long expireAfterRead(K key, Entry<V> entry, long now, long left) {
      return left;
    }
  }
}
