// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.events.Targets;

final class KeystrokeScoreTest {

  @ParameterizedTest
  @CsvSource({
    // median µs, p99 µs, shares within 500 µs, 16 ms and 100 ms, points of each term
    "400, 2000, 1, 1, 1, 0, 0, 0, 0, 0",
    "500, 16000, 1, 1, 1, 0, 0, 0, 0, 0",
    "1000, 32000, 0.5, 0.99, 0.999, -4, -8, -10, -1, -1",
    "4000, 64000, 0, 0.9, 0.99, -12, -16, -20, -10, -10",
    "16000, 128000, 0, 0.8, 0.98, -20, -20, -20, -20, -20",
    "900000, 9000000, 0, 0, 0, -20, -20, -20, -20, -20"
  })
  void of_latencies_takesWhatTheFormulaSays(
      long median,
      long p99,
      double response,
      double frame,
      double patience,
      double first,
      double second,
      double third,
      double fourth,
      double fifth) {
    var score = score(median * 1_000, p99 * 1_000, response, frame, patience);

    assertThat(score.terms())
        .extracting(KeystrokeScore.Term::points)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
        .containsExactly(first, second, third, fourth, fifth);
    assertThat(score.value())
        .isCloseTo(Math.max(0, 100 + first + second + third + fourth + fifth), within(1e-6));
  }

  @Test
  void of_latencies_namesEachTermWithItsFigures() {
    var score = score(750_000, 23_400_000, 0.31, 0.985, 0.9995);

    assertThat(score.terms())
        .extracting(term -> term.name() + ": " + term.evidence())
        .containsExactly(
            "median: 0.75 ms, limit 0.50 ms",
            "p99: 23 ms, limit 16 ms",
            "within 0.50 ms: 31.00 %",
            "within 16 ms: 98.50 %",
            "within 100 ms: 99.95 %");
  }

  @Test
  void latencies_thatMakeNoSense_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeystrokeLatencies(0, 1, 1, 1, 1, 1))
        .withMessage("count must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeystrokeLatencies(1, 1, 1, 1, 1, 1.5))
        .withMessage("withinPatience must be from 0 to 1, was 1.5");
  }

  private static KeystrokeScore score(
      long median, long p99, double response, double frame, double patience) {
    return KeystrokeScore.of(
        new KeystrokeLatencies(1_000, median, p99, response, frame, patience), Targets.defaults());
  }
}
