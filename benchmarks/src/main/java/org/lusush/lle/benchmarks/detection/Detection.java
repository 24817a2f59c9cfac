// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;

/**
 * Who finds that one operation became a tenth slower, and who cries wolf.
 *
 * <p>A night is twenty runs; a run is a session drawn from those recorded, and its figures are
 * those of durations drawn from that session. In half of the series nothing changes; in the other
 * half one operation takes a tenth longer from the 21st night on. The drawing is seeded.
 *
 * <p>No method can see a tenth where runs of the same program differ by as much: the operations
 * that are {@link Sessions#isSteady steady} are told apart from the others.
 *
 * @param rows one for each way to look
 * @param series how many there were of each half
 * @param sessions how many were recorded
 */
public record Detection(List<Row> rows, int series, int sessions) {

  /** How many series of each half it takes for figures to publish. */
  public static final int FULL = 200;

  /** The fewest nights before the change. */
  static final int BEFORE = 20;

  /** How many nights there are to find it in. */
  static final int NIGHTS = 3;

  private static final int RUNS = 20;
  private static final int QUIET = 10;
  private static final double SLOWER = 1.1;
  private static final long SEED = 4_711;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Setup SETUP =
      new Setup("lle-shell", "JLine", "17", 2, "", 20_000, 600, List.of());

  public Detection {
    rows = List.copyOf(rows);
  }

  /**
   * What one way to look found.
   *
   * @param found share of series in which it named the slower operation within three nights
   * @param foundSteady the same of the series with a steady operation
   * @param falseAlarms share of the nights without a change on which it named any
   * @param noisySeries share of the series without a change in which it did on any of ten nights
   */
  public record Row(
      String detector, double found, double foundSteady, double falseAlarms, double noisySeries) {}

  /**
   * Goes through series.
   *
   * @param series how many of each half
   */
  public static Detection run(int series) throws IOException {
    return run(series, Sessions.recorded());
  }

  static Detection run(int series, Sessions sessions) {
    List<Detector> detectors = new ArrayList<>();
    detectors.add(new OurVerdict());
    detectors.addAll(Peers.all());
    return new Detection(
        detectors.stream().map(detector -> row(detector, series, sessions)).toList(),
        series,
        sessions.all().size());
  }

  private static Row row(Detector detector, int series, Sessions sessions) {
    boolean[] found = new boolean[series];
    IntStream.range(0, series).parallel().forEach(i -> found[i] = finds(detector, i, sessions));
    IntStream steady = IntStream.range(0, series).filter(i -> isSteady(i, sessions));
    IntStream all = IntStream.range(0, series);
    long[] alarms =
        IntStream.range(0, series)
            .parallel()
            .mapToLong(i -> alarms(detector, series + i, sessions))
            .toArray();
    long nights = 0;
    long noisy = 0;
    for (long count : alarms) {
      nights += count;
      noisy += count > 0 ? 1 : 0;
    }
    return new Row(
        detector.name(),
        all.mapToDouble(i -> found[i] ? 1 : 0).average().orElse(Double.NaN),
        steady.mapToDouble(i -> found[i] ? 1 : 0).average().orElse(Double.NaN),
        (double) nights / series / QUIET,
        (double) noisy / series);
  }

  /** Returns the operation that gets slower in a series: each in turn. */
  private static String slower(int number, Sessions sessions) {
    return sessions.operations().get(number % sessions.operations().size());
  }

  private static boolean isSteady(int number, Sessions sessions) {
    return sessions.isSteady(slower(number, sessions));
  }

  private static boolean finds(Detector detector, int number, Sessions sessions) {
    String slower = slower(number, sessions);
    List<Night> nights = nights(number, BEFORE + NIGHTS, sessions, slower);
    return IntStream.rangeClosed(1, NIGHTS)
        .anyMatch(i -> detector.slower(nights.subList(0, BEFORE + i)).contains(slower));
  }

  /** Returns on how many nights without a change there was an alarm. */
  private static long alarms(Detector detector, int number, Sessions sessions) {
    List<Night> nights = nights(number, BEFORE + QUIET, sessions, "");
    return IntStream.rangeClosed(1, QUIET)
        .mapToObj(i -> detector.slower(nights.subList(0, BEFORE + i)))
        .filter(alarm -> !alarm.isEmpty())
        .count();
  }

  private static List<Night> nights(int number, int count, Sessions sessions, String slower) {
    var random = new Random(SEED + number);
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nights.add(night(i, sessions, i < BEFORE ? Set.of() : Set.of(slower), random));
    }
    return nights;
  }

  private static Night night(int day, Sessions sessions, Set<String> slower, Random random) {
    List<Map<String, Histogram>> runs =
        IntStream.range(0, RUNS).mapToObj(i -> sessions.drawn(random)).toList();
    List<Metric> metrics = new ArrayList<>();
    for (String operation : sessions.operations()) {
      double factor = slower.contains(operation) ? SLOWER : 1;
      List<Double> medians = new ArrayList<>();
      long count = 0;
      for (Map<String, Histogram> run : runs) {
        Histogram durations = run.getOrDefault(operation, new Histogram(2));
        medians.add(factor * Sessions.median(durations, random));
        count += durations.getTotalCount();
      }
      metrics.add(new Metric(operation, Figure.P50, count, medians));
    }
    return new Night(FIRST.plusDays(day), RUNS, 0, SETUP, metrics, List.of(), List.of());
  }
}
