// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.memory.ZeroAllocation;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.resource.ResourceUsage;
import org.lusush.lle.recorder.statistics.IntervalHistogram;
import org.lusush.lle.recorder.statistics.OperationStatistics;
import org.lusush.lle.recorder.statistics.StatisticsTable;
import org.lusush.lle.recorder.target.TargetKind;
import org.lusush.lle.recorder.target.TargetReading;

/** The figures that targets are held against, window by window. Of the upkeep's thread. */
final class WindowFigures {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Monitor monitor;
  private final StatisticsTable.Intervals intervals;
  private ZeroAllocation allocation = ZeroAllocation.of(List.of());
  private long hits;
  private long lookups;

  WindowFigures(Monitor monitor) {
    this.monitor = monitor;
    intervals = monitor.statistics().intervals();
  }

  /** Returns the figures since the last call. Those that nobody measured have no samples. */
  List<TargetReading> next(Collection<CacheStatistics> caches, @Nullable ResourceUsage usage) {
    var reading = monitor.statistics().read();
    Map<String, IntervalHistogram> window = intervals.next(reading);
    List<TargetReading> readings = new ArrayList<>();
    addOperations(readings, window);
    addKeystrokes(readings, window.get(OperationStatistics.KEYSTROKE));
    addHitRate(readings, caches);
    addAllocation(readings, reading.operations().values());
    addResources(readings, usage);
    return readings;
  }

  private static void addOperations(
      List<TargetReading> readings, Map<String, IntervalHistogram> window) {
    long count = 0;
    long errors = 0;
    long awaited = 0;
    double nanos = 0;
    for (var type : OperationType.values()) {
      var interval = window.get(type.label());
      if (interval == null) {
        continue;
      }
      count += interval.count();
      errors += interval.errors();
      if (type.isCriticalPath()) {
        awaited += interval.count();
        nanos += interval.totalNanos();
      }
    }
    add(readings, TargetKind.RESPONSE, nanos / awaited, awaited);
    add(readings, TargetKind.THROUGHPUT, awaited / (nanos / NANOS_PER_SECOND), awaited);
    add(readings, TargetKind.ERROR_RATE, (double) errors / count, count);
  }

  private static void addKeystrokes(
      List<TargetReading> readings, @Nullable IntervalHistogram keystrokes) {
    if (keystrokes != null) {
      add(readings, TargetKind.KEYSTROKE, (double) keystrokes.p99Nanos(), keystrokes.count());
    }
  }

  private void addHitRate(List<TargetReading> readings, Collection<CacheStatistics> caches) {
    long hitsNow = caches.stream().mapToLong(CacheStatistics::hits).sum();
    long lookupsNow = caches.stream().mapToLong(CacheStatistics::lookups).sum();
    long of = lookupsNow - lookups;
    add(readings, TargetKind.HIT_RATE, (double) (hitsNow - hits) / of, of);
    hits = hitsNow;
    lookups = lookupsNow;
  }

  private void addAllocation(
      List<TargetReading> readings, Collection<OperationStatistics> operations) {
    var now = ZeroAllocation.of(operations);
    long of = now.operations() - allocation.operations();
    long without = now.withoutAllocation() - allocation.withoutAllocation();
    add(readings, TargetKind.ZERO_ALLOCATION, (double) without / of, of);
    allocation = now;
  }

  private static void addResources(List<TargetReading> readings, @Nullable ResourceUsage usage) {
    if (usage != null && usage.processCpu() >= 0) {
      add(readings, TargetKind.CPU, usage.processCpu() * usage.processors(), 1);
    }
  }

  private static void add(
      List<TargetReading> readings, TargetKind kind, double figure, long samples) {
    if (samples > 0 && Double.isFinite(figure)) {
      readings.add(new TargetReading(kind, figure, samples));
    }
  }
}
