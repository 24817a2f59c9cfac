// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SpansTest {

  @Test
  void overlap_randomSpans_isThatOfASetOfMoments() {
    var random = new Random(17);
    for (int round = 0; round < 200; round++) {
      var moments = new BitSet();
      var first = new ArrayList<Spans.Span>();
      var second = new ArrayList<Spans.Span>();
      for (int i = 0; i < random.nextInt(12); i++) {
        int start = random.nextInt(100);
        int end = start + 1 + random.nextInt(20);
        moments.set(start, end);
        (random.nextBoolean() ? first : second).add(new Spans.Span(start, end));
      }
      var spans = Spans.of(first).plus(Spans.of(second));
      int from = random.nextInt(100);
      int to = from + random.nextInt(40);

      assertThat(spans.overlap(from, to)).isEqualTo(moments.get(from, to).cardinality());
    }
  }

  @Test
  void overlap_nothing_isZero() {
    assertThat(Spans.NONE.overlap(0, 100)).isZero();
    assertThat(Spans.of(List.of(new Spans.Span(5, 10))).overlap(10, 20)).isZero();
  }
}
