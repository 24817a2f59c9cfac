// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures against those of a sort of all values. */
final class LatencyStatisticsTest {

  private final LatencyStatistics statistics = new LatencyStatistics();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void summary_randomDurations_equalsASortWithinOnePercent(long seed) {
    var random = new Random(seed);
    var values = new long[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (long) Math.exp(random.nextDouble() * 20);
      statistics.record(values[i]);
      if (i == values.length / 2) {
        statistics.summary();
      }
    }
    Arrays.sort(values);

    var summary = statistics.summary();

    assertThat(summary.count()).isEqualTo(values.length);
    assertThat(summary.totalNanos()).isEqualTo(Arrays.stream(values).sum());
    assertThat(summary.p50Nanos()).isCloseTo(values[4_999], withinPercentage(1));
    assertThat(summary.p95Nanos()).isCloseTo(values[9_499], withinPercentage(1));
    assertThat(summary.p99Nanos()).isCloseTo(values[9_899], withinPercentage(1));
    assertThat(summary.maxNanos()).isCloseTo(values[9_999], withinPercentage(1));
  }

  @Test
  void summary_nothingRecorded_isAllZero() {
    assertThat(statistics.summary()).isEqualTo(Latency.NONE);
  }

  @Test
  void record_longerThanAnHour_countsAsAnHour() {
    statistics.record(Long.MAX_VALUE / 2);

    assertThat(statistics.summary().maxNanos()).isCloseTo(3_600_000_000_000L, withinPercentage(1));
  }
}
