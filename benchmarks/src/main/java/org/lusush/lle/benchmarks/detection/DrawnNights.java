// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;

/** Series of nights of drawn runs; the same number gives the same series. Immutable. */
final class DrawnNights {

  private static final int RUNS = 20;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Setup SETUP =
      new Setup("lle-shell", "JLine", "17", 2, "", 20_000, 600, List.of());

  private final Sessions sessions;
  private final DrawnRuns runs;
  private final long seed;

  DrawnNights(Sessions sessions, long seed) {
    this.sessions = sessions;
    runs = new DrawnRuns(sessions);
    this.seed = seed;
  }

  /** Returns the operation that gets slower in a series: each in turn. */
  String slower(int number) {
    return sessions.operations().get(number % sessions.operations().size());
  }

  boolean isSteady(int number) {
    return sessions.isSteady(slower(number));
  }

  /**
   * Returns a series.
   *
   * @param before nights before the change
   * @param after nights from the change on
   * @param factor how many times as long the operation of the series takes from then on
   */
  List<Night> nights(int number, int before, int after, double factor) {
    var random = new Random(seed + number);
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < before + after; i++) {
      nights.add(night(i, slower(number), i < before ? 1 : factor, random));
    }
    return nights;
  }

  private Night night(int day, String slower, double factor, Random random) {
    List<Map<String, DrawnRuns.Drawn>> drawn =
        IntStream.range(0, RUNS).mapToObj(i -> runs.next(random)).toList();
    List<Metric> metrics = new ArrayList<>();
    List<Durations> durations = new ArrayList<>();
    for (String operation : sessions.operations()) {
      double times = operation.equals(slower) ? factor : 1;
      List<Double> medians = new ArrayList<>();
      List<List<Long>> quantiles = new ArrayList<>();
      long count = 0;
      for (Map<String, DrawnRuns.Drawn> run : drawn) {
        DrawnRuns.Drawn one = run.getOrDefault(operation, DrawnRuns.Drawn.NOTHING);
        medians.add(times * one.median());
        quantiles.add(one.slower(times));
        count += one.count();
      }
      metrics.add(new Metric(operation, Figure.P50, count, medians));
      durations.add(new Durations(operation, count, List.of(), quantiles));
    }
    return new Night(FIRST.plusDays(day), RUNS, 0, SETUP, metrics, durations, List.of());
  }
}
