// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static org.lusush.lle.collector.EventFields.figure;
import static org.lusush.lle.collector.EventFields.nanos;
import static org.lusush.lle.collector.EventFields.number;
import static org.lusush.lle.collector.EventFields.text;
import static org.lusush.lle.collector.EventFields.time;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.lusush.lle.analyzer.model.IntervalHistograms;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.RecordWriter;

/**
 * Puts together what a recorder tells of one second. What is told of seconds in which nobody used
 * the editor is added to that of the next in which somebody did, or of the minute. Not thread-safe:
 * the thread that reads events tells it all.
 */
final class IntervalRecords {

  /** What the recorder calls a cache as a whole. */
  private static final String ALL_TIERS = "all";

  /** Labels of what nobody waits for, which goes on while nobody uses the editor. */
  private static final Set<String> BACKGROUND =
      Arrays.stream(OperationType.values())
          .filter(type -> !type.isCriticalPath() || type == OperationType.CUSTOM)
          .map(OperationType::label)
          .collect(Collectors.toUnmodifiableSet());

  private static final int SIGNIFICANT_DIGITS = 2;
  private static final int MAX_OPERATIONS = 100;
  private static final int IDLE_SECONDS = 60;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** What is added up of a type of operation until the next record. */
  private static final class Operation {
    final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    long errors;
    double totalNanos;
    double selfNanos;
  }

  private record Row(List<Long> grown, long now) {
    /** Returns this with what came later. */
    Row plus(Row later) {
      return new Row(
          IntStream.range(0, grown.size())
              .mapToObj(i -> grown.get(i) + later.grown.get(i))
              .toList(),
          later.now);
    }
  }

  private record Usage(double process, double machine, long heap, long resident, long threads) {}

  private record Target(String name, String state, double value, double limit) {}

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, long[]> exceeded = new HashMap<>();
  private final Deltas cacheCounters = new Deltas();
  private final Map<String, Row> caches = new LinkedHashMap<>();
  private final Deltas poolCounters = new Deltas();
  private final Map<String, Row> pools = new LinkedHashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final Counts counts = new Counts();
  private Optional<Usage> usage = Optional.empty();
  private long endNanos;
  private long lengthNanos;
  private long secondNanos;
  private boolean used;
  private int idle = IDLE_SECONDS;
  private long unreadable;

  void addOperation(RecordedEvent event) {
    String name = text(event, LatencyHistogram.OPERATION);
    var decoded = IntervalHistograms.decode(histogram(event));
    if (decoded.isEmpty() || !hasRoomFor(name)) {
      unreadable++;
      return;
    }
    endNanos = Math.max(endNanos, time(event));
    secondNanos = Math.max(secondNanos, nanos(event, LatencyHistogram.INTERVAL));
    if (decoded.get().getTotalCount() == 0) {
      return;
    }
    used |= !BACKGROUND.contains(name);
    var operation = operations.computeIfAbsent(name, n -> new Operation());
    operation.histogram.add(decoded.get());
    operation.errors += number(event, LatencyHistogram.ERRORS);
    operation.totalNanos += nanos(event, LatencyHistogram.TOTAL_TIME);
    operation.selfNanos += nanos(event, LatencyHistogram.SELF_TIME);
  }

  private boolean hasRoomFor(String name) {
    return operations.containsKey(name) || operations.size() < MAX_OPERATIONS;
  }

  private static String histogram(RecordedEvent event) {
    return event.hasField(LatencyHistogram.HISTOGRAM)
        ? String.valueOf(event.getString(LatencyHistogram.HISTOGRAM))
        : "";
  }

  /** Counts an operation that took too long. */
  void addExceeded(String operation, boolean critical) {
    if (exceeded.containsKey(operation) || exceeded.size() < MAX_OPERATIONS) {
      exceeded.computeIfAbsent(operation, name -> new long[2])[critical ? 1 : 0]++;
    }
  }

  void addCache(RecordedEvent event) {
    if (!text(event, CacheStatistics.TIER).equals(ALL_TIERS)) {
      return;
    }
    String name = text(event, CacheStatistics.CACHE);
    cacheCounters
        .next(
            name,
            number(event, CacheStatistics.HITS),
            number(event, CacheStatistics.MISSES),
            number(event, CacheStatistics.INSERTIONS),
            number(event, CacheStatistics.EVICTIONS))
        .ifPresent(
            grown ->
                caches.merge(
                    name, new Row(grown, number(event, CacheStatistics.ENTRIES)), Row::plus));
  }

  void addPool(RecordedEvent event) {
    String name = text(event, PoolStatistics.POOL);
    poolCounters
        .next(
            name,
            number(event, PoolStatistics.TAKES),
            number(event, PoolStatistics.REUSED),
            number(event, PoolStatistics.LEAKS))
        .ifPresent(
            grown ->
                pools.merge(name, new Row(grown, number(event, PoolStatistics.IN_USE)), Row::plus));
  }

  void addUsage(RecordedEvent event) {
    endNanos = Math.max(endNanos, time(event));
    usage =
        Optional.of(
            new Usage(
                figure(event, ResourceUsage.PROCESS_CPU),
                figure(event, ResourceUsage.MACHINE_CPU),
                number(event, ResourceUsage.HEAP_USED),
                number(event, ResourceUsage.RESIDENT),
                number(event, ResourceUsage.THREADS)));
  }

  /**
   * Takes the state of a target, which goes into the next record that a minute ends with.
   *
   * @return the state before, empty when it is the same or the first
   */
  Optional<String> addTarget(RecordedEvent event) {
    String name = text(event, TargetStatus.TARGET);
    var now =
        new Target(
            name,
            text(event, TargetStatus.STATUS),
            figure(event, TargetStatus.VALUE),
            figure(event, TargetStatus.LIMIT));
    if (!targets.containsKey(name) && targets.size() >= MAX_OPERATIONS) {
      return Optional.empty();
    }
    return Optional.ofNullable(targets.put(name, now))
        .map(Target::state)
        .filter(state -> !state.equals(now.state));
  }

  /**
   * Ends a second, and encodes what was told since the last record, if it is time for one.
   *
   * @return whether there is a record to write
   */
  boolean end(RecordWriter record) {
    lengthNanos += secondNanos;
    secondNanos = 0;
    boolean isMinute = --idle <= 0 && usage.isPresent();
    if (!used && !isMinute) {
      return false;
    }
    record.beginInterval(endNanos, lengthNanos == 0 ? NANOS_PER_SECOND : lengthNanos);
    operations.forEach((name, operation) -> write(record, name, operation));
    caches.forEach((name, row) -> writeCache(record, name, row));
    pools.forEach((name, row) -> writePool(record, name, row));
    usage.ifPresent(u -> record.resources(u.process, u.machine, u.heap, u.resident, u.threads));
    if (isMinute) {
      idle = IDLE_SECONDS;
      targets.values().forEach(t -> record.target(t.name, t.state, t.value, t.limit));
    }
    clear();
    return true;
  }

  private static void writeCache(RecordWriter record, String name, Row row) {
    List<Long> grown = row.grown;
    record.cache(name, grown.get(0), grown.get(1), grown.get(2), grown.get(3), row.now);
  }

  private static void writePool(RecordWriter record, String name, Row row) {
    List<Long> grown = row.grown;
    record.pool(name, grown.get(0), grown.get(1), row.now, grown.get(2));
  }

  private void clear() {
    operations.clear();
    exceeded.clear();
    caches.clear();
    pools.clear();
    usage = Optional.empty();
    used = false;
    endNanos = 0;
    lengthNanos = 0;
  }

  private void write(RecordWriter record, String name, Operation operation) {
    counts.clear();
    int bucket = -1;
    long count = 0;
    Histogram histogram = operation.histogram;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      // Another precision than ours may have several to one of our buckets.
      int next = Buckets.indexOf(histogram.lowestEquivalentValue(value.getValueIteratedTo()));
      if (next != bucket && count > 0) {
        counts.add(bucket, count);
        count = 0;
      }
      bucket = next;
      count += value.getCountAtValueIteratedTo();
    }
    if (count > 0) {
      counts.add(bucket, count);
    }
    long[] slow = exceeded.getOrDefault(name, new long[2]);
    double selfShare = operation.totalNanos <= 0 ? 0 : operation.selfNanos / operation.totalNanos;
    record.operation(name, operation.errors, slow[0], slow[1], selfShare, counts);
  }

  /** Returns how many histograms could not be read so far. */
  long unreadable() {
    return unreadable;
  }
}
