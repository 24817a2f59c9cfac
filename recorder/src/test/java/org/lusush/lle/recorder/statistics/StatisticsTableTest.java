// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Trend;

/** The figures against those of a sort of all values. */
@SuppressWarnings("EnumOrdinal") // as the monitor counts
final class StatisticsTableTest {

  private static final OperationType TYPE = OperationType.HISTORY_SEARCH;

  private final AtomicLong now = new AtomicLong(1L << 50);
  private final StatisticsTable table = new StatisticsTable(now::get);
  private final ThreadStatistics own = table.register(Thread.currentThread());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void operations_randomDurations_equalASort(long seed) {
    var random = new Random(seed);
    var values = new long[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (long) Math.exp(random.nextDouble() * 25);
      record(values[i], false);
      if (i % 1_000 == 0) {
        table.operations();
      }
    }
    Arrays.sort(values);

    var latency = table.operations().get(TYPE).latency();

    assertThat(latency.count()).isEqualTo(values.length);
    assertThat(latency.totalNanos()).isEqualTo(Arrays.stream(values).sum());
    assertThat(latency.minNanos()).isEqualTo(values[0]);
    assertThat(latency.maxNanos()).isEqualTo(values[9_999]);
    assertThat(latency.p50Nanos()).isCloseTo(values[4_999], withinPercentage(1));
    assertThat(latency.p95Nanos()).isCloseTo(values[9_499], withinPercentage(1));
    assertThat(latency.p99Nanos()).isCloseTo(values[9_899], withinPercentage(1));
    assertThat(latency.p999Nanos()).isCloseTo(values[9_989], withinPercentage(1));
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).mapToDouble(v -> (v - mean) * (v - mean)).sum() / values.length;
    assertThat((double) latency.standardDeviationNanos())
        .isCloseTo(Math.sqrt(variance), withinPercentage(0.1));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 129, 255, 256, 257, 1_000_000, (1L << 42) - 1, 1L << 60})
  void record_boundsOfBuckets_keepTwoDigits(long nanos) {
    record(nanos, false);

    long expected = Math.min(nanos, DurationCounts.LARGEST);
    assertThat(table.operations().get(TYPE).latency().p50Nanos())
        .isBetween(expected, expected + expected / 127 + 1);
  }

  @Test
  void operations_errors_breakTheRunOfSuccesses() {
    for (int i = 0; i < 7; i++) {
      record(10, false);
    }
    record(10, true);
    record(10, false);
    record(10, false);

    var figures = table.operations().get(TYPE);
    assertThat(figures.errors()).isEqualTo(1);
    assertThat(figures.reliability()).isEqualTo(0.9);
    assertThat(figures.consecutiveSuccesses()).isEqualTo(2);
    assertThat(figures.maxConsecutiveSuccesses()).isEqualTo(7);
  }

  @Test
  void operations_givenUp_areCallsOnly() {
    own.givenUp(TYPE.ordinal());
    own.record(TYPE.ordinal(), now.get(), 5, 5, false);

    assertThat(table.operations().get(TYPE).calls()).isEqualTo(2);
    assertThat(table.operations().get(TYPE).completed()).isEqualTo(1);
  }

  @Test
  void recent_steadyRate_isThatOfTheLastMinute() {
    for (int second = 0; second < 200; second++) {
      for (int i = 0; i < 10; i++) {
        record(1_000, false);
      }
      now.addAndGet(1L << 30);
    }

    var recent = table.operations().get(TYPE).recent();
    assertThat(recent.perSecond()).isCloseTo(10 / 1.0737, within(0.01));
    assertThat(recent.trend()).isEqualTo(Trend.STABLE);
  }

  @Test
  void recent_nothingInTheLastMinute_isNoRateAndUnknown() {
    record(1_000, false);
    now.addAndGet(100L << 30);

    assertThat(table.operations().get(TYPE).recent().perSecond()).isZero();
    assertThat(table.operations().get(TYPE).recent().trend()).isEqualTo(Trend.UNKNOWN);
  }

  @Test
  void recent_slowerFromSecondToSecond_isDegradingAndTheReverseImproving() {
    assertThat(trendOf(DoubleStream.iterate(1_000, v -> v * 1.02).limit(60)))
        .isEqualTo(Trend.DEGRADING);
    assertThat(trendOf(DoubleStream.iterate(9_000, v -> v * 0.98).limit(60)))
        .isEqualTo(Trend.IMPROVING);
    var random = new Random(7);
    assertThat(
            trendOf(DoubleStream.generate(() -> random.nextInt(10) == 0 ? 90_000 : 900).limit(60)))
        .isEqualTo(Trend.VOLATILE);
  }

  @Test
  void interval_twoInTurn_holdWhatCameBetween() throws Exception {
    var intervals = table.intervals();
    record(1_000, false);
    record(2_000, true);
    var first = intervals.next();
    record(50_000, false);
    own.recordKeystroke(now.get(), 7_000_000, false);
    var second = intervals.next();
    var third = intervals.next();

    assertThat(first.get(TYPE.label()).count()).isEqualTo(2);
    assertThat(first.get(TYPE.label()).errors()).isEqualTo(1);
    assertThat(first.get(TYPE.label()).totalNanos()).isEqualTo(3_000);
    assertThat(second.get(TYPE.label()).count()).isEqualTo(1);
    assertThat(decoded(second.get(TYPE.label())).getMaxValue())
        .isCloseTo(50_000, withinPercentage(1));
    assertThat(decoded(second.get("keystroke")).getMaxValue())
        .isCloseTo(7_000_000, withinPercentage(1));
    assertThat(third).isEmpty();
    assertThat(table.intervals().next().get(TYPE.label()).count()).isEqualTo(3);
  }

  @Test
  void read_operationsThatEndAfterIt_areNotInIt() {
    record(1_000, false);
    own.recordKeystroke(now.get(), 7_000_000, false);
    var reading = table.read();
    var intervals = table.intervals();
    record(2_000, false);
    own.recordKeystroke(now.get(), 7_000_000, false);

    assertThat(reading.operations().get(TYPE).completed()).isEqualTo(1);
    assertThat(reading.all().latency().totalNanos()).isEqualTo(1_000);
    assertThat(reading.keystrokes().completed()).isEqualTo(1);
    assertThat(intervals.next(reading).get(TYPE.label()).totalNanos()).isEqualTo(1_000);
    assertThat(intervals.next().get(TYPE.label()).totalNanos()).isEqualTo(2_000);
  }

  @Test
  void interval_ofATypeAndOfKeystrokes_knowsItsComponent() {
    record(1_000, false);
    own.recordKeystroke(now.get(), 7_000_000, false);

    var interval = table.intervals().next();

    assertThat(interval.get(TYPE.label()).component()).isEqualTo(Component.HISTORY);
    assertThat(interval.get("keystroke").component()).isEqualTo(Component.EVENT);
  }

  @Test
  void register_thousandsOfThreadsThatDie_keepTheCountsAndNotTheThreads() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      var thread =
          new Thread(
              () ->
                  table
                      .register(Thread.currentThread())
                      .record(TYPE.ordinal(), now.get(), 100, 100, false));
      thread.start();
      thread.join();
    }

    assertThat(table.operations().get(TYPE).completed()).isEqualTo(2_000);
    assertThat(table.threads()).isLessThan(130);
  }

  private Trend trendOf(DoubleStream means) {
    var other = new StatisticsTable(now::get);
    var thread = other.register(Thread.currentThread());
    means.forEach(
        mean -> {
          for (int i = 0; i < 5; i++) {
            thread.record(TYPE.ordinal(), now.get(), (long) mean, (long) mean, false);
          }
          now.addAndGet(1L << 30);
        });
    return other.operations().get(TYPE).recent().trend();
  }

  private void record(long nanos, boolean error) {
    own.record(TYPE.ordinal(), now.get(), nanos, nanos, error);
  }

  private static Histogram decoded(IntervalHistogram interval) throws Exception {
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(interval.histogram()));
    return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
  }
}
