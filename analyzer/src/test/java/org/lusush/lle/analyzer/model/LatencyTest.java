// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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
