// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Marks;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Clock;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

final class TrendsTest {

  private static Series series(int points, IntToDoubleFunction figure) {
    return new Series(
        "completion search",
        "p50",
        Dimension.NANOS,
        Clock.NIGHTS,
        IntStream.range(0, points).mapToObj(i -> new Point(i, figure.applyAsDouble(i))).toList());
  }

  /**
   * Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods", example 9.1: five years of
   * cloud seeding. The ten slopes in order are -0.15, -0.13, -0.08, -0.07, -0.0575, -0.055, -0.045,
   * -0.0333, 0.01 and 0.04; the middle of the two in the midst is -0.05625.
   */
  @Test
  void slope_ofTheTextbookExample_isTheMedianOfTheTenSlopes() {
    double[] years = {1, 2, 3, 4, 5};
    double[] ratios = {1.26, 1.27, 1.12, 1.16, 1.03};

    var line = TheilSen.of(years, ratios, 0.95, MannKendall.of(ratios).variance());

    assertThat(line.slope()).isEqualTo(-0.05625, within(1e-12));
    assertThat(line.low()).isEqualTo(-0.15, within(1e-12));
    assertThat(line.high()).isEqualTo(0.04, within(1e-12));
  }

  /**
   * Of the ten pairs of 3 1 2 2 5 six rise, three fall and one is tied: S = 3. The tie of two takes
   * 2 · 1 · 9 from 5 · 4 · 15: the variance is (300 - 18) / 18 = 15.6667, z = 2 / 3.9581 = 0.5053,
   * and the area beyond ±0.5053 is 0.6134. Tau-b is 3 / sqrt(10 · 9) = 0.3162.
   */
  @Test
  void test_withATie_isWhatTheFormulaGivesByHand() {
    var test = MannKendall.of(new double[] {3, 1, 2, 2, 5});

    assertThat(test.s()).isEqualTo(3);
    assertThat(test.variance()).isEqualTo(282 / 18.0, within(1e-12));
    assertThat(test.pValue()).isEqualTo(0.6134, within(1e-4));
    assertThat(test.tau()).isEqualTo(0.3162, within(1e-4));
  }

  @Test
  void test_ofShuffledFigures_isSignificantAsSeldomAsItSays() {
    var random = new Random(5);
    int alarms = 0;
    for (int i = 0; i < 2_000; i++) {
      // Of twenty figures of ten values many are tied.
      double[] figures = random.ints(20, 0, 10).asDoubleStream().toArray();
      alarms += MannKendall.of(figures).pValue() <= 0.05 ? 1 : 0;
    }

    assertThat(alarms / 2_000.0).isBetween(0.03, 0.06);
  }

  @Test
  void interval_ofNoisyLines_holdsTheTrueSlopeAsOftenAsItSays() {
    var random = new Random(6);
    double[] times = IntStream.range(0, 15).asDoubleStream().toArray();
    int held = 0;
    for (int i = 0; i < 1_000; i++) {
      double[] figures = Arrays.stream(times).map(t -> 2 * t + random.nextGaussian()).toArray();
      var line = TheilSen.of(times, figures, 0.95, MannKendall.of(figures).variance());
      held += line.low() <= 2 && 2 <= line.high() ? 1 : 0;
    }

    assertThat(held / 1_000.0).isBetween(0.93, 0.98);
  }

  @Test
  void trend_ofASlowRise_isRisingDespiteAnOutlier() {
    TrendLine line = Trends.of(series(14, i -> i == 4 ? 900_000 : 1_000 + 20 * i + i % 2));

    assertThat(line.direction()).isEqualTo(Direction.RISING);
    assertThat(line.slope()).isEqualTo(20, within(1.0));
    assertThat(line.low()).isLessThanOrEqualTo(20);
    assertThat(line.high()).isGreaterThanOrEqualTo(20);
    assertThat(line.change()).isEqualTo(20 * 13 / 1_130.0, within(0.01));
  }

  @Test
  void trend_ofAnOrderedButTinyRise_isStable() {
    assertThat(Trends.of(series(14, i -> 10_000 + i)).direction()).isEqualTo(Direction.STABLE);
  }

  @Test
  void trend_ofFallingFigures_isFalling() {
    assertThat(Trends.of(series(10, i -> 100 - i)).direction()).isEqualTo(Direction.FALLING);
  }

  @Test
  void trend_ofFewOrEqualFigures_isUnknownOrStable() {
    assertThat(Trends.of(series(0, i -> 0)).direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(Trends.of(series(7, i -> i)).direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(Trends.of(series(30, i -> 0)).direction()).isEqualTo(Direction.STABLE);
    assertThat(Trends.of(series(30, i -> 0)).pValue()).isEqualTo(1);
  }

  @Test
  void trend_ofMorePointsThanPairsAreWorth_isThatOfTheirMedians() {
    var all = new ArrayList<Point>();
    for (int i = 0; i < 20_000; i++) {
      all.add(new Point(i / 60.0, i % 7 == 0 ? 1e12 : 500 + i));
    }
    var long20000 = new Series("keystroke", "p50", Dimension.NANOS, Clock.MINUTES, all);

    TrendLine line = Trends.of(long20000);

    assertThat(line.direction()).isEqualTo(Direction.RISING);
    assertThat(line.slope()).isEqualTo(60, within(0.5));
    assertThat(Trends.of(List.of(long20000))).containsExactly(line);
  }

  @Test
  void trends_ofARecordingThatGetsSlower_areThoseOfItsIntervals() {
    var keystrokes = new LatencySeries.Recorder();
    var completion = new MeanSeries.Recorder();
    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < 5; i++) {
        keystrokes.record(second * 1_000_000_000L, 1_000_000 + 10_000L * second + i);
      }
      completion.add(second * 1_000_000_000L, 4, 4 * 200_000L);
    }
    var timeline =
        new Timeline(
            HeatMap.NONE,
            keystrokes.toSeries(),
            List.of(completion.toSeries("completion search")),
            Marks.NONE);

    List<TrendLine> lines = RecordingTrends.of(timeline);

    assertThat(lines)
        .extracting(line -> line.series().subject() + " " + line.series().figure())
        .containsExactly("keystroke p50", "keystroke p99", "completion search mean");
    // 10 µs more each second are 600 µs a minute.
    assertThat(lines.get(0).slope()).isEqualTo(600_000, within(6_000.0));
    assertThat(lines.get(0).direction()).isEqualTo(Direction.RISING);
    assertThat(lines.get(2).direction()).isEqualTo(Direction.STABLE);
  }
}
