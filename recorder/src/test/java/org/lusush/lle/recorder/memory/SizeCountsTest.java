// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lusush.lle.recorder.memory.PoolTotals.Requests;

/** The places in which sizes are counted. */
final class SizeCountsTest {

  @Test
  void largest_ofThePlaceOfASize_isTheSizeRoundedUpByAnEighthAtMost() {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long bytes = 1 + (random.nextLong() >>> (32 + random.nextInt(30)));

      long largest = SizeCounts.largest(SizeCounts.place(bytes));

      assertThat(largest).isGreaterThanOrEqualTo(bytes);
      if (bytes <= 1024) {
        assertThat(largest - bytes).isLessThan(8);
      } else {
        assertThat(largest).isLessThanOrEqualTo(bytes + bytes / 8);
      }
    }
  }

  @Test
  void place_ofGrowingSizes_isNeverSkippedNorLeft() {
    int before = SizeCounts.place(0);
    for (long bytes = 1; bytes < 100_000; bytes++) {
      int place = SizeCounts.place(bytes);
      assertThat(place).as("place of %d", bytes).isBetween(before, before + 1);
      before = place;
    }
  }

  @Test
  void addTo_countedSizes_tellsHowOftenAndAddsToOthers() {
    var counts = new SizeCounts(129, 512);
    counts.count(130);
    counts.count(136);
    counts.count(512);
    counts.count(1_000_000);
    var sizes = new TreeMap<Long, Requests>();
    sizes.put(136L, new Requests(5, Long.MIN_VALUE));

    counts.addTo(sizes);

    assertThat(sizes).containsOnlyKeys(136L, 512L);
    assertThat(sizes.get(136L).count()).isEqualTo(7);
    assertThat(sizes.get(136L).firstNanos()).isEqualTo(Long.MIN_VALUE);
    assertThat(sizes.get(512L).count()).as("what is too large, too").isEqualTo(2);
  }
}
