// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.timeline.Mark.Kind;

final class TimelineTest {

  private static final long SECOND = 1_000_000_000;
  private static final long START = TestModels.START.getEpochSecond() * SECOND;

  @Test
  void rows_ofEachBoundary_holdWhatTheySay() {
    assertThat(LatencyRows.of(0)).isZero();
    assertThat(LatencyRows.of(Long.MAX_VALUE)).isEqualTo(LatencyRows.COUNT - 1);
    assertThat(IntStream.range(1, LatencyRows.COUNT))
        .allSatisfy(
            row -> {
              assertThat(LatencyRows.of(LatencyRows.fromNanos(row))).isEqualTo(row);
              assertThat(LatencyRows.of(LatencyRows.fromNanos(row) - 1)).isEqualTo(row - 1);
              assertThat(LatencyRows.toNanos(row - 1)).isEqualTo(LatencyRows.fromNanos(row));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 60, 3_600, 86_400L * 365 * 50})
  void heatMap_ofAnySpan_countsAllInFewColumns(long seconds) {
    var random = new Random(7);
    var recorder = new HeatMap.Recorder();
    for (int i = 0; i < 5_000; i++) {
      recorder.record(START + (long) (random.nextDouble() * seconds * SECOND), i * 1_000L);
    }

    HeatMap map = recorder.toHeatMap();

    assertThat(map.columns()).isBetween(1, HeatMap.MAX_COLUMNS);
    assertThat(count(map)).isEqualTo(5_000);
    assertThat(map.startNanos(0)).isLessThanOrEqualTo(START + seconds * SECOND);
    assertThat(map.columnNanos() * map.columns()).isGreaterThan(seconds * SECOND / 2);
  }

  @Test
  void heatMap_ofTwoHalves_isThatOfAll() {
    var random = new Random(8);
    var all = new HeatMap.Recorder();
    var first = new HeatMap.Recorder();
    var second = new HeatMap.Recorder();
    for (int i = 0; i < 4_000; i++) {
      long when = START + (long) (random.nextDouble() * 300 * SECOND);
      long nanos = (long) Math.exp(10 + 8 * random.nextDouble());
      all.record(when, nanos);
      (i % 3 == 0 && when < START + 5 * SECOND ? first : second).record(when, nanos);
    }

    HeatMap sum = first.toHeatMap().plus(second.toHeatMap());

    HeatMap expected = all.toHeatMap();
    assertThat(sum.columnNanos()).isEqualTo(expected.columnNanos());
    assertThat(sum.startNanos(0)).isEqualTo(expected.startNanos(0));
    assertThat(cells(sum)).isEqualTo(cells(expected));
    assertThat(sum.plus(HeatMap.NONE)).isSameAs(sum);
  }

  @Test
  void heatMap_timesOfADamagedRecording_costNoMore() {
    var recorder = new HeatMap.Recorder();
    recorder.record(Long.MIN_VALUE, 1);
    recorder.record(START, 1);
    recorder.record(Long.MAX_VALUE, Long.MAX_VALUE);

    assertThat(recorder.toHeatMap().columns()).isLessThanOrEqualTo(HeatMap.MAX_COLUMNS);
    assertThat(count(recorder.toHeatMap())).isEqualTo(3);
  }

  @Test
  void series_ofTwoSpans_addUpIntervalByInterval() {
    var early = new LatencySeries.Recorder();
    var late = new LatencySeries.Recorder();
    for (int i = 0; i < 100; i++) {
      early.record(START + i * SECOND / 10, 1_000_000);
      late.record(START + 1_000 * SECOND + i * SECOND, 3_000_000);
    }

    LatencySeries sum = early.toSeries().plus(late.toSeries());

    assertThat(sum.count()).isEqualTo(200);
    assertThat(sum.intervalNanos()).isEqualTo(8 * SECOND);
    assertThat(sum.points().get(0).latency().percentileNanos(99)).isEqualTo(1_000_000);
    assertThat(sum.points().get(sum.points().size() - 1).latency().minNanos()).isEqualTo(3_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {20, 240, 241, 100_000})
  void series_ofTwoParts_isThatOfAll(long seconds) {
    var random = new Random(9);
    var all = new LatencySeries.Recorder();
    var parts = List.of(new LatencySeries.Recorder(), new LatencySeries.Recorder());
    for (int i = 0; i < 3_000; i++) {
      int part = random.nextInt(2);
      long when = START + random.nextLong(part == 0 ? 5 : seconds) * SECOND;
      long nanos = (long) Math.exp(10 + 8 * random.nextDouble());
      all.record(when, nanos);
      parts.get(part).record(when, nanos);
    }

    LatencySeries sum = parts.get(0).toSeries().plus(parts.get(1).toSeries());

    assertThat(figures(sum)).isEqualTo(figures(all.toSeries()));
    assertThat(sum.points().size()).isLessThanOrEqualTo(LatencySeries.MAX_POINTS);
  }

  @Test
  void series_timesOfADamagedRecording_costNoMore() {
    var early = new LatencySeries.Recorder();
    early.record(Long.MIN_VALUE + 2 * SECOND, 1);
    var late = new LatencySeries.Recorder();
    late.record(Long.MAX_VALUE - 2 * SECOND, 2);

    LatencySeries sum = early.toSeries().plus(late.toSeries());

    assertThat(sum.count()).isEqualTo(2);
    assertThat(sum.intervalNanos()).isGreaterThan(Long.MAX_VALUE / LatencySeries.MAX_POINTS);
  }

  private static List<String> figures(LatencySeries series) {
    return series.points().stream()
        .map(
            point ->
                series.intervalNanos()
                    + " "
                    + point.startNanos()
                    + " "
                    + point.latency()
                    + " "
                    + point.latency().percentileNanos(50)
                    + " "
                    + point.latency().minNanos())
        .toList();
  }

  @Test
  void means_ofTwoSpans_keepCountsAndSums() {
    var left = new MeanSeries.Recorder();
    left.add(START, 3, 300);
    var right = new MeanSeries.Recorder();
    right.add(START + 500 * SECOND, 1, 1_000);
    right.add(START, 1, 500);

    MeanSeries sum = left.toSeries("completion search").plus(right.toSeries("completion search"));

    assertThat(sum.count()).isEqualTo(5);
    assertThat(sum.points().get(0).meanNanos()).isEqualTo(200);
    assertThat(sum.points().get(1).meanNanos()).isEqualTo(1_000);
  }

  @Test
  void timeline_histogramsThatHoldMore_takeThePlaceOfSingleOnes() {
    var few = new LatencySeries.Recorder();
    few.record(START, 1_000);
    var many = new LatencySeries.Recorder();
    many.record(START, 1_000);
    many.record(START, 2_000);
    var timeline = new Timeline(HeatMap.NONE, few.toSeries(), List.of(mean("a", 2)), Marks.NONE);

    Timeline better = timeline.withLongerOf(many.toSeries(), List.of(mean("a", 1), mean("b", 1)));

    assertThat(better.keystrokes().count()).isEqualTo(2);
    assertThat(better.operations())
        .extracting(MeanSeries::name, MeanSeries::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 2L),
            org.assertj.core.groups.Tuple.tuple("b", 1L));
  }

  @Test
  void marks_tooManyOfAKind_keepTheLongestOfEach() {
    List<Mark> many = new ArrayList<>();
    LongStream.range(0, 1_000)
        .forEach(i -> many.add(new Mark(Kind.GC_PAUSE, START + i, i, 1, "Pause Young")));
    many.add(new Mark(Kind.SAFEPOINT, START + 5_000, 3, 1, "Cleanup"));

    Marks marks = Marks.of(many).plus(Marks.of(List.of(many.get(0))));

    assertThat(marks.all()).hasSize(Marks.MAX_OF_A_KIND + 1);
    assertThat(marks.all().get(0).nanos()).isEqualTo(800);
    assertThat(marks.all().get(200).kind()).isEqualTo(Kind.SAFEPOINT);
    assertThat(marks.left()).isEqualTo(801);
  }

  @Test
  void marks_withUpkeep_showDecisionsAndShortages() {
    Marks marks = Timeline.NONE.marksWith(TestModels.upkeep());

    assertThat(marks.all())
        .extracting(Mark::kind)
        .containsExactly(Kind.TUNING, Kind.TUNING, Kind.PRESSURE, Kind.TUNING);
    assertThat(marks.all().get(0).what())
        .isEqualTo("cache sizer: highlight, maximum entries, applied");
  }

  private static MeanSeries mean(String name, long count) {
    var recorder = new MeanSeries.Recorder();
    recorder.add(START, count, 100);
    return recorder.toSeries(name);
  }

  private static long count(HeatMap map) {
    return cells(map).stream().mapToLong(Long::longValue).sum();
  }

  private static List<Long> cells(HeatMap map) {
    List<Long> cells = new ArrayList<>();
    for (int column = 0; column < map.columns(); column++) {
      for (int row = 0; row < LatencyRows.COUNT; row++) {
        cells.add(map.count(column, row));
      }
    }
    return cells;
  }
}
