// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Conditions;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.model.Totals;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.FileReport;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.Moment;
import org.lusush.lle.history.SourceReport;

/** Adds up what it is told of histories, each run of a shell for itself. Not thread-safe. */
final class RunSums implements HistoryVisitor {

  private static final int MAX_NAMES = 1_000;

  /** What is added up of a type of operation. */
  private static final class Sums {
    final LatencyRecorder durations = new LatencyRecorder();
    long errors;
    double selfNanos;

    Timing toTiming(String name) {
      Latency latency = durations.toLatency();
      var totals = new Totals(latency.count(), errors, latency.totalNanos());
      return new Timing(
          Printable.of(name), Origin.HISTOGRAMS, totals, Math.round(selfNanos), latency);
    }
  }

  /** What is added up of one run of a shell. */
  static final class Run {
    private final RunIdentity identity = new RunIdentity();
    private final Map<String, Sums> operations = new LinkedHashMap<>();
    private final Map<String, long[]> caches = new TreeMap<>();
    private final Map<String, long[]> pools = new TreeMap<>();
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long lost;

    RunIdentity identity() {
      return identity;
    }

    /** Returns whether there is any interval. */
    boolean isUsed() {
      return firstNanos != Long.MAX_VALUE;
    }

    /** Returns it as if it had been recorded; it is used. */
    Recording toRecording(SourceReport report) {
      List<Timing> timings = new ArrayList<>();
      operations.forEach((name, sums) -> timings.add(sums.toTiming(name)));
      timings.sort(Timings.LARGEST_FIRST);
      var known = Timings.NONE.withOperationsOf(timings).withKeystrokesOf(timings);
      return new Recording(List.of(source(report, known.keystrokes().count())), contents(), known);
    }

    private Source source(SourceReport report, long keystrokes) {
      Instant start = HistoryVisitor.instant(firstNanos);
      return new Source(
          report.name(),
          report.bytes(),
          0,
          start,
          HistoryVisitor.instant(Math.max(firstNanos, lastNanos)),
          Optional.of(identity.jvm(report.name())),
          identity.session(keystrokes),
          List.of(),
          List.of(),
          false,
          new Conditions(identity.processors(), List.of()),
          gaps(report));
    }

    /** Returns what was lost on the way into the history, and of it. */
    private List<Gap> gaps(SourceReport report) {
      List<Gap> gaps = new ArrayList<>();
      if (lost > 0) {
        gaps.add(
            new Gap(
                Gap.Kind.EVENTS_LOST,
                "%,d records could not be written into the history %s in time"
                    .formatted(lost, report.name())));
      }
      if (report.missing() + report.malformed() > 0) {
        gaps.add(
            new Gap(
                Gap.Kind.DAMAGED,
                "%,d records of the history %s are missing or malformed"
                    .formatted(report.missing() + report.malformed(), report.name())));
      }
      for (FileReport file : report.files()) {
        file.damage()
            .ifPresent(
                damage ->
                    gaps.add(
                        new Gap(
                            Gap.Kind.DAMAGED,
                            "%s of the history %s %s"
                                .formatted(
                                    Printable.of(String.valueOf(file.file().getFileName())),
                                    report.name(),
                                    Printable.of(damage)))));
      }
      return gaps;
    }

    private Contents contents() {
      return new Contents(
          Keystrokes.NONE,
          List.of(),
          caches.entrySet().stream().map(e -> cache(e.getKey(), e.getValue())).toList(),
          pools.entrySet().stream().map(e -> pool(e.getKey(), e.getValue())).toList(),
          List.of(),
          Garbage.NONE,
          Upkeep.NONE,
          SlowSpans.NONE);
    }

    private static CacheStats cache(String name, long[] counts) {
      return new CacheStats(Printable.of(name), Map.of("", counts[0]), counts[1], Latency.empty());
    }

    private static PoolStats pool(String name, long[] counts) {
      return new PoolStats(Printable.of(name), "", counts[0], counts[1], 0);
    }
  }

  private final Map<String, Run> runs = new LinkedHashMap<>();
  private Run run = new Run();

  @Override
  public void source(String name) {
    run = new Run();
    runs.put(name, run);
  }

  @Override
  public void interval(long endNanos, long lengthNanos) {
    run.firstNanos = Math.min(run.firstNanos, endNanos - lengthNanos);
    run.lastNanos = Math.max(run.lastNanos, endNanos);
  }

  @Override
  public void operation(
      String name, long errors, long warnings, long criticals, double self, Counts durations) {
    Optional<Sums> known = sums(name);
    if (known.isEmpty()) {
      return;
    }
    Sums sums = known.get();
    sums.errors += errors;
    for (int i = 0; i < durations.size(); i++) {
      long nanos = Buckets.middle(durations.bucket(i));
      sums.durations.record(nanos, durations.count(i));
      sums.selfNanos += self * nanos * durations.count(i);
    }
  }

  private Optional<Sums> sums(String name) {
    return run.operations.containsKey(name) || run.operations.size() < MAX_NAMES
        ? Optional.of(run.operations.computeIfAbsent(name, n -> new Sums()))
        : Optional.empty();
  }

  @Override
  public void cache(
      String name, long hits, long misses, long insertions, long evictions, long entries) {
    add(run.caches, name, hits, misses);
  }

  @Override
  public void pool(String name, long takes, long reused, long inUse, long leaks) {
    add(run.pools, name, takes, reused);
  }

  private static void add(Map<String, long[]> sums, String name, long first, long second) {
    if (sums.containsKey(name) || sums.size() < MAX_NAMES) {
      long[] sum = sums.computeIfAbsent(name, n -> new long[2]);
      sum[0] += first;
      sum[1] += second;
    }
  }

  @Override
  public void moment(Moment moment) {
    run.identity.take(moment);
    if (moment.type().equals(Moment.DROPPED)
        && moment.fields().get("records") instanceof Long dropped) {
      run.lost += dropped;
    }
  }

  /** Returns what was added up of a run; nothing where there is none of the name. */
  Run run(String name) {
    return runs.getOrDefault(name, new Run());
  }
}
