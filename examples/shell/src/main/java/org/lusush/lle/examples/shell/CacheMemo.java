// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.EditorCache;

/**
 * Remembers in a cache from when there is one: running this makes it, which takes longer than a
 * prompt may wait.
 */
final class CacheMemo<K, V> implements Memo<K, V>, Runnable {

  /** Caches begin with a part of what they may hold, and get more if it pays. */
  private static final int FIRST_SHARE = 4;

  private static final int FEWEST = 4;

  private final EditorRecorder recorder;
  private final String name;
  private final long maximumEntries;
  private final int smallCaches;
  private volatile @Nullable EditorCache<K, V> cache;

  /**
   * Makes one without a cache.
   *
   * @param smallCaches entries that the cache begins with, or 0 for a share of what it may hold
   */
  CacheMemo(EditorRecorder recorder, String name, long maximumEntries, int smallCaches) {
    this.recorder = recorder;
    this.name = name;
    this.maximumEntries = maximumEntries;
    this.smallCaches = smallCaches;
  }

  @Override
  public void run() {
    long first = smallCaches > 0 ? smallCaches : Math.max(1, maximumEntries / FIRST_SHARE);
    cache =
        recorder.tunedCache(
            CacheSettings.<K, V>of(name, Math.min(first, maximumEntries)).build(),
            Math.min(FEWEST, maximumEntries),
            maximumEntries);
  }

  @Override
  public V of(K key, Function<? super K, ? extends V> loader) {
    var current = cache;
    return current == null ? loader.apply(key) : current.lookup(key, loader);
  }

  @Override
  public V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader) {
    var current = cache;
    if (current == null) {
      return loader.apply(key);
    }
    V found = current.lookup(key, loader);
    if (holds.test(found)) {
      return found;
    }
    current.invalidate(key);
    return current.lookup(key, loader);
  }

  @Override
  public void clear() {
    var current = cache;
    if (current != null) {
      current.invalidateAll();
    }
  }
}
