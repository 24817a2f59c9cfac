// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.cache.EditorCache;
import org.lusush.lle.recorder.cache.EvictionPolicy;
import org.lusush.lle.recorder.memory.ObjectPool;
import org.lusush.lle.recorder.memory.Pools;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.MonitorLevel;
import org.lusush.lle.recorder.monitor.Ticker;
import org.lusush.lle.recorder.resource.ResourceManager;
import org.lusush.lle.recorder.resource.ResourceMonitor;
import org.lusush.lle.recorder.resource.ThrottleActions;
import org.lusush.lle.recorder.target.TargetAdapter;
import org.lusush.lle.recorder.target.TargetSettings;
import org.lusush.lle.recorder.target.TargetStatus;
import org.lusush.lle.recorder.tuning.CacheSizer;
import org.lusush.lle.recorder.tuning.Coordinator;
import org.lusush.lle.recorder.tuning.Decision;
import org.lusush.lle.recorder.tuning.DecisionListener;
import org.lusush.lle.recorder.tuning.PoolSizer;
import org.lusush.lle.recorder.tuning.PrefetchSettings;
import org.lusush.lle.recorder.tuning.Prefetcher;
import org.lusush.lle.recorder.tuning.SizerSettings;

/**
 * What a recorder looks after beside measuring: caches, pools, what the process uses, targets, and
 * the tuning of it all. Once a second, on a thread of its own, from when there is something to look
 * after or somebody records.
 *
 * <p>Thread-safe. Faults are counted and go no further.
 */
final class Upkeep {

  private static final long TICK_MILLIS = 1_000;

  /** Ticks between two looks at what changes slowly. */
  private static final int SLOW_TICKS = 10;

  private final EditorRecorder recorder;
  private final Pools pools;
  private final Coordinator coordinator;
  private final CacheSizer cacheSizer;
  private final PoolSizer poolSizer = new PoolSizer();
  private final TargetAdapter targets;
  private final List<EditorCache<?, ?>> caches = new CopyOnWriteArrayList<>();
  private final List<CacheUpkeep<?>> tuned = new CopyOnWriteArrayList<>();
  private volatile @Nullable ResourceManager resources;
  private @Nullable Thread thread;
  private boolean stopped;

  Upkeep(EditorRecorder recorder) {
    this.recorder = recorder;
    pools = new Pools(recorder.measuring());
    var settings = recorder.config().tuning();
    coordinator = new Coordinator(settings, DecisionListener.events());
    cacheSizer = new CacheSizer(recorder.config().targets()::hitRate, SizerSettings.defaults());
    targets = new TargetAdapter(TargetSettings.of(recorder.config().targets()));
    coordinator.add(cacheSizer);
    coordinator.add(poolSizer);
    coordinator.add(targets);
  }

  <K, V> EditorCache<K, V> cache(CacheSettings<K, V> settings) {
    return cache(settings, null);
  }

  private <K, V> EditorCache<K, V> cache(
      CacheSettings<K, V> settings, @Nullable EvictionPolicy unlessSet) {
    var policies = new PolicyDecisions(settings.name(), coordinator);
    var cache = new EditorCache<K, V>(recorder.measuring(), settings, unlessSet, policies);
    caches.add(cache);
    start();
    return cache;
  }

  <K, V> EditorCache<K, V> tunedCache(CacheSettings<K, V> settings, long fewest, long most) {
    if (fewest <= 0 || fewest > most) {
      throw new IllegalArgumentException(
          "fewest must be over 0 and at most " + most + ", was " + fewest);
    }
    var cache = cache(settings, EvictionPolicy.TINY_LFU);
    var upkeep = new CacheUpkeep<K>(cache, fewest, most);
    tuned.add(upkeep);
    cacheSizer.add(upkeep);
    if (settings.hasLoader()) {
      coordinator.add(new Prefetcher<>(upkeep, PrefetchSettings.defaults()));
    }
    return cache;
  }

  <T> ObjectPool<T> pool(ObjectPool.Settings<T> settings) {
    var pool = pools.pool(settings);
    start();
    return pool;
  }

  <T> ObjectPool<T> tunedPool(ObjectPool.Settings<T> settings, int most) {
    if (most <= 0) {
      throw new IllegalArgumentException("most must be over 0, was " + most);
    }
    var pool = pool(settings);
    poolSizer.add(new PoolUpkeep(settings.name(), pool, most));
    return pool;
  }

  Pools pools() {
    return pools;
  }

  List<CacheStatistics> cacheStatistics() {
    return caches.stream().map(EditorCache::statistics).toList();
  }

  List<TargetStatus> targets() {
    return targets.statuses();
  }

  List<Decision> decisions() {
    return coordinator.decisions();
  }

  /** Returns what watches the resources, empty during the first second. */
  Optional<ResourceManager> resources() {
    return Optional.ofNullable(resources);
  }

  /** Begins to look after everything, in a second; a second call does nothing. */
  synchronized void start() {
    if (thread == null && !stopped) {
      thread = new Thread(this::run, "lle-upkeep");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Ends all of it, gives back what throttling took, and closes the caches' files. */
  void stop() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    var managed = resources;
    if (managed != null) {
      managed.close();
    }
    caches.forEach(EditorCache::close);
  }

  private void run() {
    try {
      var monitor = recorder.monitor();
      var figures = new WindowFigures(monitor);
      for (long tick = 1; sleep(); tick++) {
        watch(monitor);
        tune(monitor);
        if (tick % SLOW_TICKS == 0) {
          lookAtTargets(monitor, figures);
          lookAtMemory(monitor);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      recorder.monitor().countFailure();
    }
  }

  /** Returns whether there is more to do. */
  private synchronized boolean sleep() throws InterruptedException {
    long until = System.nanoTime() + TICK_MILLIS * 1_000_000;
    for (long left = TICK_MILLIS; !stopped && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
    return !stopped;
  }

  private void watch(Monitor monitor) {
    try (var measured = monitor.measure(OperationType.RESOURCE_MONITORING, "")) {
      var managed = resources;
      if (managed == null) {
        managed = new ResourceManager(new ResourceMonitor(Ticker.system()), new Actions(monitor));
        resources = managed;
      }
      managed.update();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  private void tune(Monitor monitor) {
    try (var measured = monitor.measure(OperationType.CACHE_OPTIMISATION, "")) {
      coordinator.step(System.nanoTime());
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  private void lookAtTargets(Monitor monitor, WindowFigures figures) {
    try {
      var usage = resources().map(ResourceManager::usage).orElse(null);
      targets.read(figures.next(cacheStatistics(), usage));
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  private void lookAtMemory(Monitor monitor) {
    try (var measured = monitor.measure(OperationType.MEMORY_OPTIMISATION, "")) {
      pools.pollLeaks();
      pools.calibrate();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  /** What is done less while resources are short. */
  private final class Actions implements ThrottleActions {
    private final Monitor monitor;

    Actions(Monitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public void allowPrefetch(boolean allowed) {
      tuned.forEach(cache -> cache.allowPrefetch(allowed));
    }

    @Override
    public MonitorLevel level() {
      return monitor.settings().level();
    }

    @Override
    public void ceiling(MonitorLevel ceiling) {
      monitor.ceiling(ceiling);
    }
  }
}
