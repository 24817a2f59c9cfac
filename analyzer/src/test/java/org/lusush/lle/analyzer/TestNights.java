// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.model.night.SlowTime;

/** Nights made up of figures that are known. */
public final class TestNights {

  public static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  public static final Setup SETUP =
      new Setup("demo", "JLine 3.30.6", "17.0.15+6", 2, "0123456789ab", 1_000, 300, List.of());
  public static final String COMPLETION = "completion search";

  private TestNights() {}

  /**
   * Returns nights whose completion takes a millisecond times a factor, and nothing else differs
   * but by some noise.
   */
  public static List<Night> nights(int count, IntToDoubleFunction completion) {
    var random = new Random(11);
    return IntStream.range(0, count)
        .mapToObj(i -> night(i, 1, SETUP, completion.applyAsDouble(i), random))
        .toList();
  }

  /** Returns a night of so many runs. */
  public static Night night(int day, int runs, Setup setup, double completion, Random random) {
    List<Metric> metrics = new ArrayList<>();
    double millisecond = 1e6 * completion;
    metrics.add(metric(Timing.KEYSTROKE, Figure.P50, runs, 300_000, random));
    metrics.add(metric(Timing.KEYSTROKE, Figure.P99, runs, 9_000_000, random));
    metrics.add(metric(COMPLETION, Figure.P50, runs, millisecond, random));
    metrics.add(metric(COMPLETION, Figure.P99, runs, 5 * millisecond, random));
    metrics.add(metric("syntax highlight", Figure.P50, runs, 20_000, random));
    metrics.add(new Metric("cache paths", Figure.HIT_RATE, 900, same(runs, 0.91)));
    metrics.add(new Metric(COMPLETION, Figure.ERROR_RATE, 900, same(runs, 0)));
    metrics.add(new Metric("pool lines", Figure.POOL_MISSES, 900, same(runs, 0.02)));
    metrics.add(new Metric("pool lines", Figure.BYTES, 900, same(runs, 4_096)));
    return new Night(
        FIRST.plusDays(day),
        runs,
        0,
        longer(setup, runs),
        metrics,
        List.of(
            durations(Timing.KEYSTROKE, 300_000), durations(COMPLETION, Math.round(millisecond))),
        List.of(slow(completion)));
  }

  private static Setup longer(Setup setup, int runs) {
    return new Setup(
        setup.shell(),
        setup.editor(),
        setup.jdk(),
        setup.processors(),
        setup.settings(),
        setup.keystrokes(),
        setup.seconds() * runs,
        setup.lost());
  }

  private static List<Double> same(int runs, double value) {
    return IntStream.range(0, runs).mapToObj(i -> value).toList();
  }

  private static Metric metric(
      String subject, Figure figure, int runs, double middle, Random random) {
    return new Metric(
        subject,
        figure,
        900L * runs,
        IntStream.range(0, runs)
            .mapToObj(i -> middle * Math.exp(0.02 * random.nextGaussian()))
            .map(Math::rint)
            .toList());
  }

  private static Durations durations(String subject, long middle) {
    return new Durations(
        subject,
        900,
        IntStream.range(0, Durations.QUANTILES)
            .mapToObj(i -> middle / 2 + middle * i / Durations.QUANTILES)
            .toList());
  }

  private static SlowTime slow(double completion) {
    double sleep = Math.rint(Math.max(0, 5e6 * (completion - 1)));
    return new SlowTime(
        COMPLETION,
        10,
        List.of(
            new SlowTime.Part("code", 4e6, "Catalog.find"),
            new SlowTime.Part("sleep", sleep, sleep > 0 ? "Thread.sleep in Catalog.ask" : "")));
  }
}
