// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** A distribution, beside an HdrHistogram of the same precision. */
final class DurationsTest {

  private static final double[] PERCENTILES = {0, 1, 10, 50, 90, 95, 99, 99.9, 99.99, 100};

  private final DurationCounts counts = new DurationCounts();
  private final Histogram reference = new Histogram(2);

  private void count(DurationCounts to, long seed, int times) {
    var random = new Random(seed);
    for (int i = 0; i < times; i++) {
      long nanos = random.nextLong() >>> (23 + random.nextInt(41)); // of each length in bits
      to.record(nanos);
      reference.recordValue(nanos);
    }
  }

  private void assertSamePercentiles(Durations durations) {
    for (double percentile : PERCENTILES) {
      assertThat(durations.percentileNanos(percentile))
          .isEqualTo(reference.getValueAtPercentile(percentile));
    }
  }

  @Test
  void percentileNanos_anyDurations_isThatOfAnHdrHistogram() {
    count(counts, 1, 20_000);

    assertSamePercentiles(Durations.of(counts));
  }

  @Test
  void percentileNanos_oneInAHundred_isNotYetThatOne() {
    for (int i = 0; i < 99; i++) {
      counts.record(10);
    }
    counts.record(1_000);

    assertThat(Durations.of(counts).percentileNanos(99)).isEqualTo(10);
    counts.record(1_000);
    assertThat(Durations.of(counts).percentileNanos(99)).isEqualTo(1_003);
  }

  @Test
  void record_durationsAtBothEndsOfEachOctaveInTurns_countsEachInItsOwn() {
    for (int bits = 0; bits < 42; bits++) {
      long first = 1L << bits;
      for (long nanos : new long[] {first, first, 2 * first - 1, first - 1, first, first / 2}) {
        counts.record(nanos);
        reference.recordValue(nanos);
      }
    }

    assertSamePercentiles(Durations.of(counts));
  }

  @Test
  void record_afterTheLongest_whatIsLongerStillCountsAsThat() {
    counts.record(DurationCounts.LARGEST);
    counts.record(Long.MAX_VALUE);
    counts.record(DurationCounts.LARGEST + 1);
    counts.record(0);

    var durations = Durations.of(counts);
    assertThat(durations.percentileNanos(25)).isZero();
    assertThat(durations.percentileNanos(50)).isEqualTo(DurationCounts.LARGEST);
    assertThat(durations.percentileNanos(100)).isEqualTo(DurationCounts.LARGEST);
  }

  @Test
  void percentileNanos_nothing_isZero() {
    assertThat(Durations.of(counts)).isEqualTo(Durations.NONE);
    assertThat(Durations.NONE.percentileNanos(99)).isZero();
    assertThat(Durations.NONE.plus(Durations.NONE)).isEqualTo(Durations.NONE);
  }

  @Test
  void plus_others_isThatOfAllTogether() {
    var more = new DurationCounts();
    count(counts, 2, 300);
    count(more, 3, 5_000);

    var sum = Durations.of(counts).plus(Durations.of(more));

    assertSamePercentiles(sum);
    counts.add(more);
    assertThat(Durations.of(counts)).isEqualTo(sum).hasSameHashCodeAs(sum);
  }

  @Test
  void times_factor_weighsThemAgainstOthers() {
    counts.record(10);
    counts.record(10);
    var longer = new DurationCounts();
    longer.record(100);

    var even = Durations.of(counts).plus(Durations.of(longer));
    var weighed = Durations.of(counts).plus(Durations.of(longer).times(2.5));

    assertThat(even.percentileNanos(50)).isEqualTo(10);
    assertThat(weighed.percentileNanos(50)).isEqualTo(100);
  }
}
