// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.Reused;

/**
 * A cache of what an editor would otherwise work out again at every key, on the heap.
 *
 * <p>Thread-safe; entries are evicted on another thread, soon after the maximum is passed. Keys and
 * values are never recorded, only that a lookup hit or missed.
 *
 * @param <K> keys, with {@code equals} and {@code hashCode} of their content
 * @param <V> values, never null
 */
public final class EditorCache<K, V> {

  private final Measuring monitor;
  private final String name;
  private final long maximumEntries;
  private final Cache<K, V> entries;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Makes an empty cache.
   *
   * @param monitor measures its lookups and insertions
   * @param name its name in recordings and reports
   * @param maximumEntries how many entries it may hold, over 0
   */
  public EditorCache(Measuring monitor, String name, long maximumEntries) {
    this.monitor = requireNonNull(monitor, "monitor");
    this.name = requireNonNull(name, "name");
    if (maximumEntries <= 0) {
      throw new IllegalArgumentException("maximumEntries must be over 0, was " + maximumEntries);
    }
    this.maximumEntries = maximumEntries;
    entries = Caffeine.newBuilder().maximumSize(maximumEntries).build();
  }

  /** Returns the value of a key, or empty where there is none. */
  public Optional<V> lookup(K key) {
    requireNonNull(key, "key");
    try (var measurement = monitor.measure(OperationType.CACHE_LOOKUP, name)) {
      var event = begin();
      var value = entries.getIfPresent(key);
      (value != null ? hits : misses).increment();
      commit(event, value != null);
      return Optional.ofNullable(value);
    }
  }

  /**
   * Returns the value of a key, worked out and kept where there was none.
   *
   * <p>Two threads that miss the same key at once may both work it out.
   *
   * @param key the key
   * @param loader works the value out; what it throws goes to the caller, and nothing is kept
   */
  public V lookup(K key, Function<? super K, ? extends V> loader) {
    var cached = lookup(key);
    if (cached.isPresent()) {
      return cached.get();
    }
    V loaded = requireNonNull(loader.apply(key), "loader returned null");
    insert(key, loaded);
    return loaded;
  }

  /** Keeps a value, in place of an earlier one. */
  public void insert(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    try (var measurement = monitor.measure(OperationType.CACHE_INSERT, name)) {
      entries.put(key, value);
    }
  }

  /** Forgets one key. */
  public void invalidate(K key) {
    entries.invalidate(requireNonNull(key, "key"));
  }

  /** Forgets everything. */
  public void invalidateAll() {
    entries.invalidateAll();
  }

  /** Returns the figures so far. */
  public CacheStatistics statistics() {
    return new CacheStatistics(
        name, entries.estimatedSize(), maximumEntries, hits.sum(), misses.sum());
  }

  private static @Nullable CacheLookupEvent begin() {
    if (!EventGate.isOpen()) {
      return null;
    }
    var event = Events.LOOKUPS.take();
    event.begin();
    return event;
  }

  private void commit(@Nullable CacheLookupEvent event, boolean hit) {
    if (event == null) {
      return;
    }
    event.end();
    if (event.shouldCommit()) {
      event.cache = name;
      event.tier = (hit ? CacheTier.L2 : CacheTier.NONE).label();
      event.hit = hit;
      event.keystrokeId = monitor.keystrokeId();
      event.commit();
    }
    Events.LOOKUPS.giveBack(event);
  }

  /** Loads a class of Flight Recorder, so a class of its own, for when something records. */
  private static final class Events {
    static final Reused<CacheLookupEvent> LOOKUPS = new Reused<>(CacheLookupEvent::new);
  }
}
