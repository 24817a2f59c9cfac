// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class LatencyTest {

  @Test
  void percentileNanos_anyDurations_isWithinAThousandthOfTheSortedValue() {
    var random = new Random(7);
    long[] nanos = random.longs(10_000, 1, 50_000_000).toArray();

    Latency latency = Latency.of(nanos);

    Arrays.sort(nanos);
    for (double percentile : new double[] {1, 50, 95, 99, 99.9, 100}) {
      long exact = nanos[(int) Math.ceil(percentile / 100 * nanos.length) - 1];
      assertThat((double) latency.percentileNanos(percentile))
          .isCloseTo((double) exact, within(exact * 0.001 + 1));
    }
    assertThat(latency.minNanos()).isEqualTo(nanos[0]);
    assertThat(latency.maxNanos()).isEqualTo(nanos[nanos.length - 1]);
    assertThat(latency.totalNanos()).isEqualTo(Arrays.stream(nanos).sum());
  }

  @Test
  void figures_anyDurations_areThoseOfAnHdrHistogramOfThreeDigits() {
    var random = new Random(11);
    var reference = new Histogram(3);
    var recorder = new LatencyRecorder();
    for (int i = 0; i < 20_000; i++) {
      long nanos = random.nextLong() >>> (23 + random.nextInt(41)); // of each length in bits
      reference.recordValue(nanos);
      recorder.record(nanos);
    }

    Latency latency = recorder.toLatency();

    for (double percentile : new double[] {0, 1, 10, 50, 90, 95, 99, 99.9, 99.99, 100}) {
      long expected = reference.getValueAtPercentile(percentile);
      assertThat(latency.percentileNanos(percentile))
          .isEqualTo(Math.max(latency.minNanos(), Math.min(latency.maxNanos(), expected)));
    }
    for (long limit = 1; limit < latency.maxNanos(); limit = limit * 3 + 1) {
      assertThat(latency.shareAtMost(limit))
          .isEqualTo((double) reference.getCountBetweenValues(0, limit) / 20_000);
    }
  }

  @Test
  void of_oneDuration_takesLittleRoom() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Latency.of(5_000_000);
    var kept = new Latency[1_000];

    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Latency.of(5_000_000);
    }
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

    assertThat((after - before) / kept.length).isLessThan(2_000);
    assertThat(kept).allMatch(latency -> latency.count() == 1);
  }

  @Test
  void plus_twoHalves_equalsTheWhole() {
    Latency whole = Latency.of(5, 10, 20_000_000, 40, 50);

    Latency sum = Latency.of(5, 10).plus(Latency.of(20_000_000, 40, 50));

    assertThat(sum.count()).isEqualTo(5);
    assertThat(sum.totalNanos()).isEqualTo(whole.totalNanos());
    assertThat(sum.percentileNanos(99)).isEqualTo(whole.percentileNanos(99));
    assertThat(sum.minNanos()).isEqualTo(5);
  }

  @Test
  void record_negativeAndHuge_areKeptInBounds() {
    Latency latency = Latency.of(-5, Long.MAX_VALUE, Long.MAX_VALUE);

    assertThat(latency.minNanos()).isZero();
    assertThat(latency.maxNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(latency.totalNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(latency.percentileNanos(100)).isGreaterThan(3_599_000_000_000L);
    assertThat(latency.shareAtMost(-1)).isLessThan(0.34);
  }

  @Test
  void empty_everyFigure_isZero() {
    Latency latency = Latency.empty();

    assertThat(latency.percentileNanos(99)).isZero();
    assertThat(latency.meanNanos()).isZero();
    assertThat(latency.minNanos()).isZero();
  }

  @Test
  void shareAtMost_someOver_isTheirComplement() {
    assertThat(Latency.of(100, 200, 300, 4_000_000).shareAtMost(1_000)).isEqualTo(0.75);
  }
}
