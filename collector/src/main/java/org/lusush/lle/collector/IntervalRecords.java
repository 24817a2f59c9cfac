// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static org.lusush.lle.collector.EventFields.figure;
import static org.lusush.lle.collector.EventFields.nanos;
import static org.lusush.lle.collector.EventFields.number;
import static org.lusush.lle.collector.EventFields.text;
import static org.lusush.lle.collector.EventFields.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.lusush.lle.analyzer.model.IntervalHistograms;
import org.lusush.lle.events.schema.EventSchema.CacheStatistics;
import org.lusush.lle.events.schema.EventSchema.LatencyHistogram;
import org.lusush.lle.events.schema.EventSchema.PoolStatistics;
import org.lusush.lle.events.schema.EventSchema.ResourceUsage;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.RecordWriter;

/**
 * Puts together what a recorder tells of one second. A second in which nobody used the editor is
 * left out, but for one in a minute. Not thread-safe: the thread that reads events tells it all.
 */
final class IntervalRecords {

  /** What the recorder calls a cache as a whole. */
  private static final String ALL_TIERS = "all";

  private static final int MAX_OPERATIONS = 100;
  private static final int IDLE_SECONDS = 60;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private record Operation(String name, long errors, double selfShare, Histogram histogram) {}

  private record Row(String name, List<Long> grown, long now) {}

  private record Usage(double process, double machine, long heap, long resident, long threads) {}

  private record Target(String name, String state, double value, double limit) {}

  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, long[]> exceeded = new HashMap<>();
  private final Deltas cacheCounters = new Deltas();
  private final List<Row> caches = new ArrayList<>();
  private final Deltas poolCounters = new Deltas();
  private final List<Row> pools = new ArrayList<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final Counts counts = new Counts();
  private Optional<Usage> usage = Optional.empty();
  private long endNanos;
  private long lengthNanos;
  private int idle = IDLE_SECONDS;
  private long unreadable;

  void addOperation(RecordedEvent event) {
    endNanos = Math.max(endNanos, time(event));
    lengthNanos = Math.max(lengthNanos, nanos(event, LatencyHistogram.INTERVAL));
    var decoded = IntervalHistograms.decode(histogram(event));
    if (decoded.isEmpty() || operations.size() >= MAX_OPERATIONS) {
      unreadable++;
      return;
    }
    if (decoded.get().getTotalCount() == 0) {
      return;
    }
    double total = nanos(event, LatencyHistogram.TOTAL_TIME);
    operations.add(
        new Operation(
            text(event, LatencyHistogram.OPERATION),
            number(event, LatencyHistogram.ERRORS),
            total <= 0 ? 0 : nanos(event, LatencyHistogram.SELF_TIME) / total,
            decoded.get()));
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
            grown -> caches.add(new Row(name, grown, number(event, CacheStatistics.ENTRIES))));
  }

  void addPool(RecordedEvent event) {
    String name = text(event, PoolStatistics.POOL);
    poolCounters
        .next(
            name,
            number(event, PoolStatistics.TAKES),
            number(event, PoolStatistics.REUSED),
            number(event, PoolStatistics.LEAKS))
        .ifPresent(grown -> pools.add(new Row(name, grown, number(event, PoolStatistics.IN_USE))));
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

  /** Encodes what was told since the last time; returns whether there is anything to write. */
  boolean end(RecordWriter record) {
    boolean isUsed = !operations.isEmpty();
    boolean isMinute = --idle <= 0 && usage.isPresent();
    if (!isUsed && !isMinute) {
      usage = Optional.empty();
      return false;
    }
    record.beginInterval(endNanos, lengthNanos == 0 ? NANOS_PER_SECOND : lengthNanos);
    operations.forEach(operation -> write(record, operation));
    for (Row cache : caches) {
      List<Long> grown = cache.grown;
      record.cache(
          cache.name, grown.get(0), grown.get(1), grown.get(2), grown.get(3), cache.now);
    }
    for (Row pool : pools) {
      List<Long> grown = pool.grown;
      record.pool(pool.name, grown.get(0), grown.get(1), pool.now, grown.get(2));
    }
    usage.ifPresent(u -> record.resources(u.process, u.machine, u.heap, u.resident, u.threads));
    if (isMinute) {
      idle = IDLE_SECONDS;
      targets.values().forEach(t -> record.target(t.name, t.state, t.value, t.limit));
    }
    clear();
    return true;
  }

  private void clear() {
    operations.clear();
    exceeded.clear();
    caches.clear();
    pools.clear();
    usage = Optional.empty();
    endNanos = 0;
    lengthNanos = 0;
  }

  private void write(RecordWriter record, Operation operation) {
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
    long[] slow = exceeded.getOrDefault(operation.name, new long[2]);
    record.operation(
        operation.name, operation.errors, slow[0], slow[1], operation.selfShare, counts);
  }

  /** Returns how many histograms could not be read so far. */
  long unreadable() {
    return unreadable;
  }
}
