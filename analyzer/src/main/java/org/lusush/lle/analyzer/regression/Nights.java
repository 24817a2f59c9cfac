// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;

/** Takes from a night's runs what is kept of it. */
public final class Nights {

  /** Of fewer events in one run, a figure of that kind says nothing. */
  private static final Map<Figure, Integer> FEWEST =
      Map.of(
          Figure.P50, 10,
          Figure.P99, 100,
          Figure.ERROR_RATE, 100,
          Figure.HIT_RATE, 50,
          Figure.POOL_MISSES, 50,
          Figure.BYTES, 50);

  /** Of fewer durations, the outer quantiles of a run say nothing. */
  private static final int FEWEST_OF_A_RUN = 40;

  /** How many editor commands are told apart. */
  private static final int WIDGETS = 20;

  /** One figure of one run. */
  private record Reading(Metric.Key key, long count, double value) {}

  private Nights() {}

  /** Returns the day that the first of some recordings began; of none, that of the epoch. */
  public static LocalDate date(List<Recording> recordings, ZoneId zone) {
    return recordings.stream()
        .flatMap(recording -> recording.sources().stream())
        .map(Source::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH)
        .atZone(zone)
        .toLocalDate();
  }

  /** Returns what is kept of recordings, one at least. */
  public static Night of(LocalDate date, List<Recording> recordings) {
    return of(date, recordings, List.of());
  }

  /**
   * Returns what is kept of recordings and of histories, one at least of both together.
   *
   * @param histories runs of shells as far as their histories hold them
   */
  public static Night of(LocalDate date, List<Recording> recordings, List<Recording> histories) {
    List<Recording> runs = Stream.concat(recordings.stream(), histories.stream()).toList();
    Recording all = Recording.merged(runs);
    List<Map<String, Latency>> byRun = runs.stream().map(Nights::named).toList();
    return new Night(
        date,
        recordings.size(),
        histories.size(),
        Setups.of(all),
        metrics(runs),
        named(all).entrySet().stream()
            .filter(entry -> entry.getValue().count() >= FEWEST.getOrDefault(Figure.P50, 0))
            .map(entry -> durations(entry.getKey(), entry.getValue(), byRun))
            .toList(),
        SlowTimes.of(all));
  }

  private static List<Metric> metrics(List<Recording> runs) {
    Map<Metric.Key, List<Reading>> readings = new LinkedHashMap<>();
    for (Recording run : runs) {
      readings(run)
          .filter(reading -> reading.count >= FEWEST.getOrDefault(reading.key.figure(), 0))
          .forEach(r -> readings.computeIfAbsent(r.key, key -> new ArrayList<>()).add(r));
    }
    return readings.entrySet().stream()
        .map(entry -> metric(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Metric metric(Metric.Key key, List<Reading> readings) {
    return new Metric(
        key.subject(),
        key.figure(),
        readings.stream().mapToLong(Reading::count).sum(),
        readings.stream().map(Reading::value).toList());
  }

  private static Stream<Reading> readings(Recording run) {
    return Stream.of(durations(run), errors(run), caches(run), pools(run)).flatMap(x -> x);
  }

  private static Stream<Reading> durations(Recording run) {
    return named(run).entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(
                    percentile(entry.getKey(), Figure.P50, entry.getValue(), 50),
                    percentile(entry.getKey(), Figure.P99, entry.getValue(), 99)));
  }

  private static Reading percentile(
      String subject, Figure figure, Latency latency, double percentile) {
    return reading(subject, figure, latency.count(), (double) latency.percentileNanos(percentile));
  }

  private static Stream<Reading> errors(Recording run) {
    return Stream.concat(Stream.of(run.timings().keystrokes()), run.timings().operations().stream())
        .filter(timing -> timing.count() > 0)
        .map(
            timing ->
                reading(
                    timing.operation(),
                    Figure.ERROR_RATE,
                    timing.count(),
                    (double) timing.totals().errors() / timing.count()));
  }

  private static Stream<Reading> caches(Recording run) {
    return run.contents().caches().stream()
        .map(cache -> reading(subject(cache), Figure.HIT_RATE, cache.lookups(), cache.hitRate()));
  }

  private static String subject(CacheStats cache) {
    return "cache " + cache.name();
  }

  private static Stream<Reading> pools(Recording run) {
    return run.contents().pools().stream().filter(pool -> pool.takes() > 0).flatMap(Nights::pool);
  }

  private static Stream<Reading> pool(PoolStats pool) {
    String subject = "pool " + pool.name();
    var misses = reading(subject, Figure.POOL_MISSES, pool.takes(), 1 - pool.reuseShare());
    return pool.bytes() == 0 // which a history does not hold
        ? Stream.of(misses)
        : Stream.of(
            misses,
            reading(subject, Figure.BYTES, pool.takes(), (double) pool.bytes() / pool.takes()));
  }

  private static Reading reading(String subject, Figure figure, long count, double value) {
    return new Reading(new Metric.Key(subject, figure), count, value);
  }

  /** Returns the durations by what they are of: keystrokes, editor commands, operations. */
  private static Map<String, Latency> named(Recording recording) {
    Map<String, Latency> named = new LinkedHashMap<>();
    named.put(Timing.KEYSTROKE, recording.timings().keystrokes().latency());
    recording.contents().keystrokes().byWidget().stream()
        .filter(group -> !group.name().isEmpty())
        .sorted(Comparator.comparingLong((LatencyGroup g) -> g.latency().count()).reversed())
        .limit(WIDGETS)
        .forEach(group -> named.put(SlowTimes.widget(group.name()), group.latency()));
    recording.timings().operations().forEach(t -> named.put(t.operation(), t.latency()));
    return named;
  }

  private static Durations durations(
      String subject, Latency latency, List<Map<String, Latency>> byRun) {
    int n = Durations.QUANTILES;
    List<Long> quantiles =
        IntStream.range(0, n)
            .mapToObj(i -> latency.percentileNanos((2 * i + 1) * 50.0 / n))
            .toList();
    List<List<Long>> runs =
        byRun.stream()
            .map(named -> named.getOrDefault(subject, Latency.empty()))
            .filter(run -> run.count() >= FEWEST_OF_A_RUN)
            .map(Nights::quantiles)
            .toList();
    return new Durations(subject, latency.count(), quantiles, runs);
  }

  private static List<Long> quantiles(Latency run) {
    return Durations.SHARES.stream().map(share -> run.percentileNanos(100 * share)).toList();
  }
}
