// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecentMeansTest {

  private static final int NANOS_BITS = 30;

  /** Against sums by slice that are never forgotten. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1000000", "3, -200", "4, -8000000000", "5, 3"})
  void addTo_slicesWithAnyGaps_isTheSumOfEachSliceOfTheWindow(long seed, long firstSlice) {
    var random = new Random(seed);
    var means = new RecentMeans();
    var counts = new TreeMap<Long, Long>();
    var sums = new TreeMap<Long, Long>();
    long count = 0;
    long sum = 0;
    long slice = firstSlice;
    for (int i = 0; i < 5_000; i++) {
      if (random.nextInt(4) == 0) {
        slice += random.nextInt(10) == 0 ? random.nextInt(150) : 1 + random.nextInt(3);
      }
      long nanos = random.nextInt(1_000_000);
      means.at(slice << NANOS_BITS | random.nextInt(1 << NANOS_BITS), count, sum);
      count++;
      sum += nanos;
      counts.merge(slice, 1L, Long::sum);
      sums.merge(slice, nanos, Long::sum);

      long now = slice + random.nextInt(3);
      var countsOut = new long[RecentMeans.SLICES];
      var sumsOut = new long[RecentMeans.SLICES];
      means.addTo(now, count, sum, countsOut, sumsOut);

      for (int s = 0; s < RecentMeans.SLICES; s++) {
        long of = now - RecentMeans.SLICES + s;
        assertThat(countsOut[s]).isEqualTo(counts.getOrDefault(of, 0L));
        assertThat(sumsOut[s]).isEqualTo(sums.getOrDefault(of, 0L));
      }
    }
  }

  @Test
  void addTo_nothingCounted_isNothing() {
    var countsOut = new long[RecentMeans.SLICES];

    new RecentMeans().addTo(0, 0, 0, countsOut, new long[RecentMeans.SLICES]);

    assertThat(countsOut).containsOnly(0);
  }
}
