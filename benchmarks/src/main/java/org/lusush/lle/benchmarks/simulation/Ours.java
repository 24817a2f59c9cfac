// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import java.util.concurrent.TimeUnit;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.cache.AccessConsumer;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.EditorCache;
import org.lusush.lle.recorder.cache.EvictionPolicy;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.tuning.AccessLog;
import org.lusush.lle.recorder.tuning.CacheSizer;
import org.lusush.lle.recorder.tuning.Coordinator;
import org.lusush.lle.recorder.tuning.DecisionListener;
import org.lusush.lle.recorder.tuning.Knob;
import org.lusush.lle.recorder.tuning.SizerSettings;
import org.lusush.lle.recorder.tuning.TunedCache;
import org.lusush.lle.recorder.tuning.TuningSettings;

/** Our cache with both tiers in memory, of one size, or with its size tuned. */
final class Ours implements Policy {

  private static final int LOOKUPS_A_SECOND = 100;

  private final EditorCache<Long, Long> cache;
  private final Tuning tuning;
  private final boolean isTuned;
  private long lookups;

  private Ours(int size, int most, CacheSettings.Builder<Long, Long> settings) {
    cache = new EditorCache<>(new Nothing(), settings.executor(Runnable::run).build());
    isTuned = most > size;
    tuning = new Tuning(cache, most);
    if (isTuned) {
      cache.sampleAccesses(0);
    }
  }

  /** Returns one of a fixed size, which chooses its policy. */
  static Ours fixed(int size) {
    return new Ours(size, size, settings(size));
  }

  /** Returns one of a fixed size with the policy of those whose size is tuned. */
  static Ours untuned(int size) {
    return new Ours(size, size, settings(size).policy(EvictionPolicy.TINY_LFU));
  }

  /**
   * Returns one whose size is tuned.
   *
   * @param size entries at first
   * @param most entries that the tuner may give it
   */
  static Ours tuned(int size, int most) {
    return new Ours(size, most, settings(size).policy(EvictionPolicy.TINY_LFU));
  }

  private static CacheSettings.Builder<Long, Long> settings(int size) {
    return CacheSettings.of("simulated", size);
  }

  @Override
  public boolean ask(long key) {
    if (isTuned && ++lookups % LOOKUPS_A_SECOND == 0) {
      tuning.step(TimeUnit.SECONDS.toNanos(lookups / LOOKUPS_A_SECOND));
    }
    if (cache.find(key) != null) {
      return true;
    }
    cache.insert(key, key);
    return false;
  }

  @Override
  public void forget() {
    cache.invalidateAll();
  }

  /** Returns how many entries it may hold now. */
  long entries() {
    return cache.maximumEntries();
  }

  /** The tuner, by a time of the simulation's own. */
  private static final class Tuning implements TunedCache, AccessConsumer<Long> {
    private final EditorCache<Long, Long> cache;
    private final AccessLog log = new AccessLog();
    private final Knob knob;
    private final Coordinator coordinator =
        new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);

    Tuning(EditorCache<Long, Long> cache, int most) {
      this.cache = cache;
      knob =
          Knob.of(
              cache.name(),
              "maximum entries",
              1,
              most,
              cache::maximumEntries,
              value -> cache.resize(Math.round(value)));
      var sizer = new CacheSizer(() -> 0.9, SizerSettings.defaults());
      sizer.add(this);
      coordinator.add(sizer);
    }

    void step(long nanos) {
      coordinator.step(nanos);
    }

    @Override
    public Knob entries() {
      return knob;
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
      cache.drainAccesses(this);
      return log;
    }

    @Override
    public void accept(long hash, Long key) {
      log.accessed(hash);
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

  /** Measures nothing. */
  private static final class Nothing implements Measuring {
    @Override
    public Measurement measure(OperationType type, String name) {
      return Measurement.none();
    }

    @Override
    public long keystrokeId() {
      return 0;
    }
  }
}
