// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.reader.jmc.ThreadSpans.Span;

/** Exceptions in a row, and figures that are read time and again. */
final class ThrowsTest {

  @Test
  void storms_ofExceptionsCloseTogether_lastFromTheFirstToTheLast() {
    var exceptions = new Throws();
    for (int i = 0; i < Throws.STORM; i++) {
      exceptions.add(i * Throws.NEAR_NANOS, () -> "a.Parser.number");
    }
    long later = 1_000 * Throws.NEAR_NANOS;
    for (int i = Throws.STORM + 5; i >= 0; i--) {
      exceptions.add(later + i * 1_000L, () -> "a.Parser.date");
    }

    assertThat(exceptions.storms())
        .extracting(Span::startNanos, Span::endNanos, span -> span.evidence().get())
        .containsExactly(
            tuple(0L, (Throws.STORM - 1) * Throws.NEAR_NANOS, "a.Parser.number"),
            tuple(later, later + (Throws.STORM + 5) * 1_000L, "a.Parser.date"));
  }

  @Test
  void storms_ofExceptionsThatComeInParts_areWhole() {
    var exceptions = new Throws();
    for (int from : new int[] {2, 0, 1}) {
      for (int i = 0; i < 10; i++) {
        exceptions.add((from * 10 + i) * Throws.NEAR_NANOS, () -> "a.Parser.number");
      }
    }

    assertThat(exceptions.storms())
        .extracting(Span::startNanos, Span::endNanos)
        .containsExactly(tuple(0L, 29 * Throws.NEAR_NANOS));
  }

  @Test
  void storms_ofFewOrFarBetween_areNone() {
    var few = new Throws();
    var far = new Throws();
    for (int i = 0; i < Throws.STORM - 1; i++) {
      few.add(i, () -> "");
    }
    for (int i = 0; i < 10 * Throws.STORM; i++) {
      far.add(i * (Throws.NEAR_NANOS + 1), () -> "");
    }

    assertThat(few.storms()).isEmpty();
    assertThat(far.storms()).isEmpty();
  }

  @Test
  void readings_thatGrow_showWhenAndByHowMuch() {
    var readings = new Readings();
    readings.add(300, 12);
    readings.add(100, 5);
    readings.add(200, 5);
    readings.add(400, -1);
    readings.add(500, 90);

    List<String> grown = new ArrayList<>();
    readings.forEachGrowth((from, to, growth) -> grown.add(from + "-" + to + ":" + growth));

    assertThat(grown).as("what was unknown before is no growth").containsExactly("200-300:7.0");
  }
}
