// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OrderTest {

  @Test
  void apply_anyNumbersOneAfterTheOther_bringsThemIntoStableOrder() {
    var random = new Random(1);
    var order = new Order();
    for (int size : random.ints(200, 0, 200).toArray()) {
      long[] keys = random.longs(size + 3, -size, size + 1).toArray();
      int[] expected = stableOrder(keys, size);
      long[] places = LongStream.range(0, keys.length).toArray();
      Long[] objects = LongStream.range(0, keys.length).boxed().toArray(Long[]::new);

      order.find(keys, size);
      order.apply(places);
      order.apply(objects);

      assertThat(Arrays.copyOf(places, size))
          .isEqualTo(Arrays.stream(expected).asLongStream().toArray());
      assertThat(places[size + 2]).isEqualTo(size + 2);
      assertThat(objects).isEqualTo(Arrays.stream(places).boxed().toArray());
    }
  }

  @Test
  void apply_stretchesInOrder_areMerged() {
    long[] keys = {5, 6, 9, 1, 2, 9, 0, Long.MIN_VALUE, Long.MAX_VALUE};

    var order = new Order();
    order.find(keys, keys.length);
    order.apply(keys);

    assertThat(keys).containsExactly(Long.MIN_VALUE, 0, 1, 2, 5, 6, 9, 9, Long.MAX_VALUE);
  }

  private static int[] stableOrder(long[] keys, int size) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
