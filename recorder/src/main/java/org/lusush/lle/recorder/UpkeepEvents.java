// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import jdk.jfr.FlightRecorder;
import org.lusush.lle.events.AllocationPatternEvent;
import org.lusush.lle.events.CacheStatisticsEvent;
import org.lusush.lle.events.PoolStatisticsEvent;
import org.lusush.lle.events.ResourceForecastEvent;
import org.lusush.lle.events.ResourceUsageEvent;
import org.lusush.lle.events.TargetStatusEvent;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.cache.TierStatistics;
import org.lusush.lle.recorder.memory.AllocationPattern;
import org.lusush.lle.recorder.memory.PoolStatistics;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.resource.ResourceForecast;
import org.lusush.lle.recorder.resource.ResourceManager;
import org.lusush.lle.recorder.resource.ResourceUsage;
import org.lusush.lle.recorder.target.TargetStatus;

/**
 * Writes what the upkeep knows, time and again, while a recording wants it. Runs on Flight
 * Recorder's own thread.
 */
final class UpkeepEvents {

  private final Upkeep upkeep;
  private final Monitor monitor;
  private final Runnable cacheHook = guarded(this::writeCaches);
  private final Runnable poolHook = guarded(this::writePools);
  private final Runnable patternHook = guarded(this::writePatterns);
  private final Runnable usageHook = guarded(this::writeUsage);
  private final Runnable forecastHook = guarded(this::writeForecasts);
  private final Runnable targetHook = guarded(this::writeTargets);

  UpkeepEvents(Upkeep upkeep, Monitor monitor) {
    this.upkeep = upkeep;
    this.monitor = monitor;
  }

  void start() {
    FlightRecorder.addPeriodicEvent(CacheStatisticsEvent.class, cacheHook);
    FlightRecorder.addPeriodicEvent(PoolStatisticsEvent.class, poolHook);
    FlightRecorder.addPeriodicEvent(AllocationPatternEvent.class, patternHook);
    FlightRecorder.addPeriodicEvent(ResourceUsageEvent.class, usageHook);
    FlightRecorder.addPeriodicEvent(ResourceForecastEvent.class, forecastHook);
    FlightRecorder.addPeriodicEvent(TargetStatusEvent.class, targetHook);
    upkeep.start();
  }

  void stop() {
    FlightRecorder.removePeriodicEvent(cacheHook);
    FlightRecorder.removePeriodicEvent(poolHook);
    FlightRecorder.removePeriodicEvent(patternHook);
    FlightRecorder.removePeriodicEvent(usageHook);
    FlightRecorder.removePeriodicEvent(forecastHook);
    FlightRecorder.removePeriodicEvent(targetHook);
  }

  /** The end of a chunk is the last chance for the figures of its last second. */
  void write() {
    cacheHook.run();
    poolHook.run();
    targetHook.run();
  }

  private Runnable guarded(Runnable write) {
    return () -> {
      try {
        write.run();
      } catch (RuntimeException | LinkageError e) {
        monitor.countFailure();
      }
    };
  }

  private void writeCaches() {
    for (CacheStatistics cache : upkeep.cacheStatistics()) {
      write(cache.name(), cache.all());
      cache.tiers().forEach(tier -> write(cache.name(), tier));
    }
  }

  private static void write(String cache, TierStatistics tier) {
    var event = new CacheStatisticsEvent();
    event.cache = cache;
    event.tier = tier.tier();
    event.entries = tier.entries();
    event.maximumEntries = tier.maximumEntries();
    event.size = tier.bytes();
    event.hits = tier.hits();
    event.misses = tier.misses();
    event.hitRate = tier.hitRate();
    event.insertions = tier.insertions();
    event.evictions = tier.evictions();
    event.invalidations = tier.invalidations();
    event.promotions = tier.promotions();
    event.prefetches = tier.prefetches();
    event.prefetchesUsed = tier.prefetchesUsed();
    event.lookupTime = tier.lookupTime().nanos();
    event.insertTime = tier.insertTime().nanos();
    event.loadTime = tier.loadTime().nanos();
    event.failures = tier.failures();
    event.commit();
  }

  private void writePools() {
    upkeep.pools().statistics().forEach(UpkeepEvents::write);
  }

  private static void write(PoolStatistics pool) {
    var event = new PoolStatisticsEvent();
    event.pool = pool.name();
    event.kind = pool.kind().label();
    event.capacity = pool.capacity();
    event.objectSize = pool.objectBytes();
    event.takes = pool.takes();
    event.reused = pool.reused();
    event.reuseShare = pool.reuseShare();
    event.returns = pool.returns();
    event.dropped = pool.dropped();
    event.doubleReturns = pool.doubleReturns();
    event.leaks = pool.leaks();
    event.inUse = pool.inUse();
    event.peakInUse = pool.peakInUse();
    event.pooled = pool.pooledBytes();
    event.fragmentation = pool.fragmentation();
    event.commit();
  }

  private void writePatterns() {
    upkeep.pools().patterns().forEach(UpkeepEvents::write);
  }

  private static void write(AllocationPattern pattern) {
    var event = new AllocationPatternEvent();
    event.name = pattern.name();
    event.size = pattern.bytes();
    event.count = pattern.count();
    event.share = pattern.share();
    event.interval = pattern.interval().toNanos();
    event.recommendation = pattern.recommendation().label();
    event.evidence = pattern.evidence();
    event.commit();
  }

  private void writeUsage() {
    upkeep.resources().map(ResourceManager::usage).ifPresent(UpkeepEvents::write);
  }

  private static void write(ResourceUsage usage) {
    var event = new ResourceUsageEvent();
    event.processCpu = usage.processCpu();
    event.machineCpu = usage.machineCpu();
    event.processors = usage.processors();
    event.throttledTime = usage.throttledNanos();
    event.threads = usage.threads();
    event.heapUsed = usage.heapUsed();
    event.heapMaximum = usage.heapMaximum();
    event.resident = usage.resident();
    event.peakResident = usage.peakResident();
    event.memoryLimit = usage.memoryLimit();
    event.memoryAvailable = usage.memoryAvailable();
    event.diskRead = usage.diskRead();
    event.diskWritten = usage.diskWritten();
    event.networkReceived = usage.networkReceived();
    event.networkSent = usage.networkSent();
    event.source = usage.source();
    event.commit();
  }

  private void writeForecasts() {
    upkeep.resources().ifPresent(manager -> manager.forecasts().forEach(UpkeepEvents::write));
  }

  private static void write(ResourceForecast forecast) {
    var event = new ResourceForecastEvent();
    event.resource = forecast.resource();
    event.horizon = forecast.horizon().toNanos();
    event.current = forecast.current();
    event.predicted = forecast.predicted();
    event.error = forecast.error();
    event.persistenceError = forecast.persistenceError();
    event.forecasts = forecast.forecasts();
    event.commit();
  }

  private void writeTargets() {
    upkeep.targets().forEach(UpkeepEvents::write);
  }

  private static void write(TargetStatus status) {
    var event = new TargetStatusEvent();
    event.target = status.target().kind().label();
    event.value = Double.isNaN(status.figure()) ? 0 : status.figure();
    event.limit = status.target().limit();
    event.warning = status.target().warning();
    event.maximum = status.target().maximum();
    event.status = status.state().label();
    event.adaptive = status.tightened();
    event.samples = status.samples();
    event.commit();
  }
}
