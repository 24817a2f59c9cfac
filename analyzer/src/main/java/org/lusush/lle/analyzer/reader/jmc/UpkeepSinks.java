// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;
import org.lusush.lle.analyzer.model.upkeep.Resources;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.PoolGrowth;
import org.lusush.lle.events.schema.EventSchema.PoolLeak;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.ResourcePressure;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.lusush.lle.events.schema.EventSchema.Throttle;
import org.lusush.lle.events.schema.EventSchema.TuningDecision;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Sinks of what the recorder says of its caches, pools, resources and tuning. Not thread-safe. */
final class UpkeepSinks {

  /** What is added up at once; a list grows by one element at a time otherwise. */
  private final Map<String, CacheHistory> caches = new LinkedHashMap<>();

  private final Map<String, MissRatioCurve> curves = new LinkedHashMap<>();
  private Upkeep upkeep = Upkeep.NONE;
  private Resources resources = Resources.NONE;

  /** Returns what takes an event type, or nothing where it is none of these. */
  Optional<IEventSink> of(String type, List<ValueField> fields) {
    var shape = new Row.Shape(fields);
    return switch (type) {
      case CacheStatistics.TYPE -> Optional.of(values -> cache(shape.of(values)));
      case PoolStatistics.TYPE -> Optional.of(values -> pool(shape.of(values)));
      case TuningDecision.TYPE -> Optional.of(values -> step(shape.of(values)));
      case EventSchema.MissRatioCurve.TYPE -> Optional.of(values -> point(shape.of(values)));
      case TargetStatus.TYPE -> Optional.of(values -> target(shape.of(values)));
      case ResourceUsage.TYPE -> Optional.of(values -> usage(shape.of(values)));
      case ResourcePressure.TYPE -> Optional.of(values -> pressure(shape.of(values)));
      case Throttle.TYPE -> Optional.of(values -> throttle(shape.of(values)));
      case PoolGrowth.TYPE -> Optional.of(values -> growth(shape.of(values)));
      case PoolLeak.TYPE -> Optional.of(values -> leak(shape.of(values)));
      default -> Optional.empty();
    };
  }

  Upkeep toUpkeep() {
    return upkeep.plus(
        new Upkeep(
            List.copyOf(caches.values()),
            List.of(),
            List.of(),
            List.of(),
            resources,
            List.of(),
            List.copyOf(curves.values()),
            0));
  }

  private void point(Row row) {
    var curve =
        new MissRatioCurve(
            row.text(EventSchema.MissRatioCurve.CACHE),
            row.startNanos(),
            row.number(EventSchema.MissRatioCurve.CURVE_ID),
            row.number(EventSchema.MissRatioCurve.ENTRIES_NOW),
            row.number(EventSchema.MissRatioCurve.LOOKUPS),
            List.of(
                new MissRatioCurve.Point(
                    row.number(EventSchema.MissRatioCurve.ENTRIES),
                    row.fraction(EventSchema.MissRatioCurve.MISS_RATIO))));
    if (curves.containsKey(curve.cache()) || curves.size() < Upkeep.MAX_NAMES) {
      curves.merge(curve.cache(), curve, MissRatioCurve::plus);
    }
  }

  private void cache(Row row) {
    var reading =
        new TierReading(
            row.text(CacheStatistics.CACHE),
            row.text(CacheStatistics.TIER),
            row.startNanos(),
            row.number(CacheStatistics.ENTRIES),
            row.number(CacheStatistics.MAXIMUM_ENTRIES),
            row.bytes(CacheStatistics.SIZE),
            row.number(CacheStatistics.HITS),
            row.number(CacheStatistics.MISSES),
            row.number(CacheStatistics.INSERTIONS),
            row.number(CacheStatistics.EVICTIONS),
            row.number(CacheStatistics.INVALIDATIONS),
            row.number(CacheStatistics.PROMOTIONS),
            row.number(CacheStatistics.PREFETCHES),
            row.number(CacheStatistics.PREFETCHES_USED),
            row.nanos(CacheStatistics.LOOKUP_TIME),
            row.nanos(CacheStatistics.INSERT_TIME),
            row.nanos(CacheStatistics.LOAD_TIME),
            row.number(CacheStatistics.FAILURES));
    if (caches.containsKey(reading.cache()) || caches.size() < Upkeep.MAX_NAMES) {
      caches.merge(reading.cache(), CacheHistory.of(reading), CacheHistory::plus);
    }
  }

  private void pool(Row row) {
    add(
        new PoolReading(
            row.text(PoolStatistics.POOL),
            row.text(PoolStatistics.KIND),
            row.startNanos(),
            row.number(PoolStatistics.CAPACITY),
            row.bytes(PoolStatistics.OBJECT_SIZE),
            row.number(PoolStatistics.TAKES),
            row.number(PoolStatistics.REUSED),
            row.number(PoolStatistics.RETURNS),
            row.number(PoolStatistics.DROPPED),
            row.number(PoolStatistics.DOUBLE_RETURNS),
            row.number(PoolStatistics.LEAKS),
            row.number(PoolStatistics.IN_USE),
            row.number(PoolStatistics.PEAK_IN_USE),
            row.bytes(PoolStatistics.POOLED),
            row.fraction(PoolStatistics.FRAGMENTATION)));
  }

  private void step(Row row) {
    add(
        new TuningStep(
            row.startNanos(),
            row.number(TuningDecision.DECISION_ID),
            row.text(TuningDecision.TUNER),
            row.text(TuningDecision.SUBJECT),
            row.text(TuningDecision.PARAMETER),
            row.figure(TuningDecision.FROM),
            row.figure(TuningDecision.TO),
            row.text(TuningDecision.REASON),
            row.text(TuningDecision.METRIC),
            row.figure(TuningDecision.BEFORE),
            row.figure(TuningDecision.PREDICTED),
            row.figure(TuningDecision.OBSERVED),
            row.text(TuningDecision.OUTCOME)));
  }

  private void target(Row row) {
    String status = row.text(TargetStatus.STATUS);
    add(
        new TargetHistory(
            row.text(TargetStatus.TARGET),
            row.startNanos(),
            row.figure(TargetStatus.VALUE),
            row.figure(TargetStatus.LIMIT),
            status,
            row.flag(TargetStatus.ADAPTIVE),
            row.number(TargetStatus.SAMPLES),
            Map.of(status, 1L)));
  }

  private void usage(Row row) {
    resources =
        new Resources(
            resources.processCpu().with(row.fraction(ResourceUsage.PROCESS_CPU)),
            resources.machineCpu().with(row.fraction(ResourceUsage.MACHINE_CPU)),
            resources.heapBytes().with((double) row.bytes(ResourceUsage.HEAP_USED)),
            resources.residentBytes().with((double) row.bytes(ResourceUsage.RESIDENT)),
            resources.threads().with((double) row.number(ResourceUsage.THREADS)),
            Math.max(resources.throttledNanos(), row.nanos(ResourceUsage.THROTTLED_TIME)));
  }

  private void pressure(Row row) {
    add(
        new Incident(
            row.startNanos(),
            "pressure",
            row.text(ResourcePressure.RESOURCE),
            row.text(ResourcePressure.FROM_LEVEL),
            row.text(ResourcePressure.TO_LEVEL),
            row.text(ResourcePressure.SOURCE)));
  }

  private void throttle(Row row) {
    add(
        new Incident(
            row.startNanos(),
            "throttle",
            row.text(Throttle.ACTION),
            row.text(Throttle.FROM),
            row.text(Throttle.TO),
            row.text(Throttle.REASON)));
  }

  private void growth(Row row) {
    add(
        new Incident(
            row.startNanos(),
            "pool growth",
            row.text(PoolGrowth.POOL),
            Long.toString(row.number(PoolGrowth.FROM_CAPACITY)),
            Long.toString(row.number(PoolGrowth.TO_CAPACITY)),
            row.text(PoolGrowth.REASON)));
  }

  private void leak(Row row) {
    add(new Incident(row.startNanos(), "pool leak", row.text(PoolLeak.POOL), "", "", ""));
  }

  private void add(PoolReading pool) {
    add(List.of(pool), List.of(), List.of(), List.of());
  }

  private void add(TuningStep step) {
    add(List.of(), List.of(step), List.of(), List.of());
  }

  private void add(TargetHistory target) {
    add(List.of(), List.of(), List.of(target), List.of());
  }

  private void add(Incident incident) {
    add(List.of(), List.of(), List.of(), List.of(incident));
  }

  private void add(
      List<PoolReading> pools,
      List<TuningStep> steps,
      List<TargetHistory> targets,
      List<Incident> incidents) {
    upkeep =
        upkeep.plus(new Upkeep(List.of(), pools, steps, targets, Resources.NONE, incidents, 0));
  }
}
