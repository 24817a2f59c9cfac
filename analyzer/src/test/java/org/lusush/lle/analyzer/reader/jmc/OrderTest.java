// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderTest {

  @Test
  void of_anyNumbers_isTheirStableOrder() {
    var random = new Random(1);
    for (int size = 0; size < 200; size++) {
      long[] keys = random.longs(size + 3, -size, size + 1).toArray();

      assertThat(Order.of(keys, size)).isEqualTo(stableOrder(keys, size));
    }
  }

  @Test
  void of_stretchesInOrder_areMerged() {
    long[] keys = {5, 6, 9, 1, 2, 9, 0, Long.MIN_VALUE, Long.MAX_VALUE};

    int[] order = Order.of(keys, keys.length);

    assertThat(order).containsExactly(7, 6, 3, 4, 0, 1, 2, 5, 8);
    assertThat(Order.sorted(keys, order))
        .containsExactly(Long.MIN_VALUE, 0, 1, 2, 5, 6, 9, 9, Long.MAX_VALUE);
  }

  private static int[] stableOrder(long[] keys, int size) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
