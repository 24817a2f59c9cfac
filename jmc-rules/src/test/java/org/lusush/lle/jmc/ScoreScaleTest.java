// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoreScaleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 20, 100, 0",
    "10, 20, 100, 12",
    "20, 20, 100, 24",
    "20.1, 20, 100, 25",
    "100, 20, 100, 74",
    "100.1, 20, 100, 75",
    "1e9, 20, 100, 100",
    "0, 0, 0, 0",
    "0.1, 0, 0, 100",
    "30, 20, 10, 100",
    "5, -1, -1, 100",
  })
  void score_figure_liesOnTheRightSideOfTheLimits(
      double figure, double target, double critical, int score) {
    assertThat(ScoreScale.score(figure, target, critical)).isEqualTo(score);
  }

  @Test
  void score_shareThatBinaryFractionsMiss_countsAsTheTarget() {
    assertThat(ScoreScale.score(0.1, 1 - 0.9, 0.5)).isEqualTo(24);
  }

  @Test
  void score_risingFigure_neverFalls() {
    int last = 0;
    for (double figure = 0; figure < 1_000; figure += 0.1) {
      int score = ScoreScale.score(figure, 20, 100);

      assertThat(score).isBetween(last, 100);
      last = score;
    }
  }
}
