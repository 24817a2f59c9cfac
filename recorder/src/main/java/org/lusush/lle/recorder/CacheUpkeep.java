// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.recorder.cache.AccessConsumer;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.cache.EditorCache;
import org.lusush.lle.recorder.tuning.AccessLog;
import org.lusush.lle.recorder.tuning.Knob;
import org.lusush.lle.recorder.tuning.PrefetchedCache;
import org.lusush.lle.recorder.tuning.TunedCache;

/**
 * A cache as its tuners see it. Prefetching is on when the tuner wants it and resources allow it.
 *
 * @param <K> its keys
 */
final class CacheUpkeep<K> implements TunedCache, PrefetchedCache<K> {

  /** Keys that wait for the prefetcher; of more the oldest go. */
  private static final int MOST_KEYS = 1_024;

  private final EditorCache<K, ?> cache;
  private final Knob entries;
  private final Knob prefetching;
  private final AccessLog log = new AccessLog();
  private final List<K> keys = new ArrayList<>();
  private final AccessConsumer<K> noting = new Noting();
  private boolean wanted = true;
  private boolean allowed = true;

  CacheUpkeep(EditorCache<K, ?> cache, long fewest, long most) {
    this.cache = cache;
    entries =
        Knob.of(
            cache.name(),
            "maximum entries",
            (double) fewest,
            (double) most,
            cache::maximumEntries,
            value -> cache.resize(Math.round(value)));
    prefetching = Knob.ofSwitch(cache.name(), "prefetch", () -> wanted ? 1 : 0, this::want);
    cache.sampleAccesses(0);
  }

  @Override
  public Knob entries() {
    return entries;
  }

  @Override
  public Knob prefetching() {
    return prefetching;
  }

  private synchronized void want(double value) {
    wanted = value > 0;
    cache.prefetching(wanted && allowed);
  }

  /** Lets the tuner prefetch, or forbids it whatever it wants. */
  synchronized void allowPrefetch(boolean isAllowed) {
    allowed = isAllowed;
    cache.prefetching(wanted && allowed);
  }

  @Override
  public long hits() {
    return cache.statistics().hits();
  }

  @Override
  public long misses() {
    return cache.statistics().misses();
  }

  @Override
  public AccessLog log() {
    drain();
    return log;
  }

  @Override
  public List<K> drainAccesses() {
    drain();
    synchronized (keys) {
      var drained = List.copyOf(keys);
      keys.clear();
      return drained;
    }
  }

  /** Takes what the cache has noted, for both tuners. */
  private void drain() {
    synchronized (keys) {
      cache.drainAccesses(noting);
      if (keys.size() > MOST_KEYS) {
        keys.subList(0, keys.size() - MOST_KEYS).clear();
      }
    }
  }

  @Override
  public Counts counts() {
    CacheStatistics figures = cache.statistics();
    var all = figures.all();
    return new Counts(
        all.prefetches(),
        all.prefetchesUsed(),
        figures.savedNanos(),
        all.prefetches() * all.loadTime().nanos());
  }

  @Override
  public void prefetch(List<K> likely) {
    likely.forEach(cache::prefetch);
  }

  /** Passes on what the cache noted. */
  private final class Noting implements AccessConsumer<K> {
    @Override
    public void accept(long hash, K key) {
      log.accessed(hash);
      keys.add(key);
    }

    @Override
    public void forgotten(long hash) {
      log.forgotten(hash);
    }

    @Override
    public void allForgotten() {
      log.allForgotten();
    }
  }
}
