// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.history.HistorySummary;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.Moment;

/** Adds up what it is told of histories. Not thread-safe. */
final class HistorySums implements HistoryVisitor {

  private static final int MAX_NAMES = 1_000;
  private static final String MET = "met";

  /** What is added up of a type of operation. */
  private static final class Sums {
    final BucketSums durations = new BucketSums();
    final Periods periods = new Periods();
    long errors;
    long warnings;
    long criticals;
    long nanos;
    double selfNanos;
  }

  /** What is added up of a source. */
  static final class SourceSums {
    String shell = "";
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    long intervals;
    long moments;
    long keystrokes;
    long lost;
    boolean ended;

    Optional<Instant> first() {
      return intervals == 0 ? Optional.empty() : Optional.of(HistoryVisitor.instant(firstNanos));
    }

    Optional<Instant> last() {
      return intervals == 0 ? Optional.empty() : Optional.of(HistoryVisitor.instant(lastNanos));
    }
  }

  private final Optional<String> wanted;
  private final boolean withPeriods;
  private final Map<String, SourceSums> sources = new LinkedHashMap<>();
  private final Map<String, Sums> operations = new LinkedHashMap<>();
  private final Map<String, long[]> caches = new TreeMap<>();
  private final Map<String, long[]> pools = new TreeMap<>();
  private final Map<String, HistorySummary.Target> targets = new TreeMap<>();
  private final Map<String, Long> moments = new TreeMap<>();
  private SourceSums source = new SourceSums();
  private long nowNanos;
  private long usages;
  private double cpuSum;
  private double cpuMax;
  private long heapMax;
  private long residentMax;
  private long threadsMax;

  /**
   * Makes one.
   *
   * @param wanted the one operation of interest, if not all are
   * @param withPeriods whether the course of the operations is of interest
   */
  HistorySums(Optional<String> wanted, boolean withPeriods) {
    this.wanted = wanted;
    this.withPeriods = withPeriods;
  }

  @Override
  public void source(String name) {
    source = new SourceSums();
    sources.put(name, source);
  }

  @Override
  public void interval(long endNanos, long lengthNanos) {
    nowNanos = endNanos;
    source.intervals++;
    source.firstNanos = Math.min(source.firstNanos, endNanos);
    source.lastNanos = Math.max(source.lastNanos, endNanos);
  }

  @Override
  public void operation(
      String name, long errors, long warnings, long criticals, double self, Counts durations) {
    if (name.equals("keystroke")) {
      source.keystrokes += durations.total();
    }
    if (wanted.isPresent() && !wanted.get().equals(name)) {
      return;
    }
    Sums sums = operations.get(name);
    if (sums == null) {
      if (operations.size() >= MAX_NAMES) {
        return;
      }
      sums = new Sums();
      operations.put(name, sums);
    }
    long nanos = BucketSums.nanos(durations);
    sums.durations.add(durations);
    sums.errors += errors;
    sums.warnings += warnings;
    sums.criticals += criticals;
    sums.nanos += nanos;
    sums.selfNanos += nanos * self;
    if (withPeriods) {
      sums.periods.add(nowNanos, durations);
    }
  }

  @Override
  public void cache(
      String name, long hits, long misses, long insertions, long evictions, long entries) {
    add(caches, name, hits, misses, insertions, evictions);
  }

  @Override
  public void pool(String name, long takes, long reused, long inUse, long leaks) {
    add(pools, name, takes, reused, leaks);
  }

  private static void add(Map<String, long[]> sums, String name, long... added) {
    if (sums.containsKey(name) || sums.size() < MAX_NAMES) {
      long[] sum = sums.computeIfAbsent(name, n -> new long[added.length]);
      for (int i = 0; i < added.length; i++) {
        sum[i] += added[i];
      }
    }
  }

  @Override
  public void resources(
      double processCpu, double machineCpu, long heapBytes, long residentBytes, long threads) {
    usages++;
    cpuSum += Math.max(0, processCpu);
    cpuMax = Math.max(cpuMax, processCpu);
    heapMax = Math.max(heapMax, heapBytes);
    residentMax = Math.max(residentMax, residentBytes);
    threadsMax = Math.max(threadsMax, threads);
  }

  @Override
  public void target(String name, String state, double value, double limit) {
    if (targets.containsKey(name) || targets.size() < MAX_NAMES) {
      int met = state.equals(MET) ? 1 : 0;
      targets.merge(
          name,
          new HistorySummary.Target(Printable.of(name), Printable.of(state), value, limit, 1, met),
          (a, b) ->
              new HistorySummary.Target(
                  b.name(), b.state(), b.value(), b.limit(), a.looks() + 1, a.met() + b.met()));
    }
  }

  @Override
  public void moment(Moment moment) {
    source.moments++;
    if (moments.containsKey(moment.type()) || moments.size() < MAX_NAMES) {
      moments.merge(moment.type(), 1L, Long::sum);
    }
    switch (moment.type()) {
      case Moment.STARTED -> name(moment, "program");
      case Moment.SESSION -> name(moment, "shell");
      case Moment.DROPPED ->
          source.lost += moment.fields().get("records") instanceof Long lost ? lost : 0;
      case Moment.ENDED -> source.ended = true;
      default -> {}
    }
  }

  private void name(Moment moment, String field) {
    if (moment.fields().get(field) instanceof String text && !text.isBlank()) {
      source.shell = Printable.of(text);
    }
  }

  SourceSums sumsOf(String name) {
    return sources.getOrDefault(name, new SourceSums());
  }

  List<HistorySummary.Operation> operations() {
    return operations.entrySet().stream()
        .map(entry -> operation(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(HistorySummary.Operation::selfNanos).reversed())
        .toList();
  }

  private static HistorySummary.Operation operation(String name, Sums sums) {
    return new HistorySummary.Operation(
        Printable.of(name),
        sums.durations.total(),
        sums.errors,
        sums.warnings,
        sums.criticals,
        sums.nanos,
        Math.round(sums.selfNanos),
        sums.durations.percentile(50),
        sums.durations.percentile(95),
        sums.durations.percentile(99),
        sums.durations.percentile(99.9),
        sums.durations.max());
  }

  List<HistorySummary.Cache> caches() {
    return caches.entrySet().stream()
        .map(
            e ->
                new HistorySummary.Cache(
                    Printable.of(e.getKey()),
                    e.getValue()[0],
                    e.getValue()[1],
                    e.getValue()[2],
                    e.getValue()[3]))
        .toList();
  }

  List<HistorySummary.Pool> pools() {
    return pools.entrySet().stream()
        .map(
            e ->
                new HistorySummary.Pool(
                    Printable.of(e.getKey()), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
        .toList();
  }

  Optional<HistorySummary.Usage> usage() {
    return usages == 0
        ? Optional.empty()
        : Optional.of(
            new HistorySummary.Usage(cpuSum / usages, cpuMax, heapMax, residentMax, threadsMax));
  }

  List<HistorySummary.Target> targets() {
    return List.copyOf(targets.values());
  }

  Map<String, Long> moments() {
    Map<String, Long> shown = new TreeMap<>();
    moments.forEach((type, count) -> shown.merge(Printable.of(type), count, Long::sum));
    return shown;
  }

  List<Series> series() {
    List<Series> series = new ArrayList<>();
    operations.forEach(
        (name, sums) -> {
          series.add(sums.periods.percentile(Printable.of(name), "p50", 50));
          series.add(sums.periods.percentile(Printable.of(name), "p99", 99));
        });
    return series;
  }
}
