// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.score.Score.Kind;
import org.lusush.lle.events.score.Score.Term;

/** The score against its formula, worked out by hand. */
final class ScoreTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @ParameterizedTest
  @CsvSource({
    "100000, 0",
    "500000, 0",
    "750000, -15",
    "1000000, -30",
    "60000000, -30",
  })
  void score_response_takesThirtyPointsADoublingAndNoMore(long meanNanos, double points) {
    var score = score(ScoreInputs.none().withMeanResponseNanos(meanNanos));

    assertThat(points(score, Kind.RESPONSE)).isCloseTo(points, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0, -10", "0.25, -5", "0.5, 0", "0.9, 8", "1, 10"})
  void score_cache_isNeutralAtHalf(double hitRate, double points) {
    var score = score(ScoreInputs.none().withHitRate(hitRate));

    assertThat(points(score, Kind.CACHE)).isCloseTo(points, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "0.9, 10", "0.89, -0.2", "0.4, -10", "0, -18"})
  void score_memory_rewardsFromTheTargetOn(double share, double points) {
    var score = score(ScoreInputs.none().withZeroAllocation(share));

    assertThat(points(score, Kind.MEMORY)).isCloseTo(points, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.001, 0", "0.002, -2", "0.05, -50", "1, -1000"})
  void score_errors_countOverTheLimitOnly(double rate, double points) {
    var score = score(ScoreInputs.none().withErrorRate(rate));

    assertThat(points(score, Kind.ERRORS)).isCloseTo(points, EXACT);
  }

  @Test
  void score_hotSpots_takeFivePointsEach() {
    var score = score(ScoreInputs.none().withCriticalHotSpots(3));

    assertThat(points(score, Kind.HOT_SPOTS)).isCloseTo(-15, EXACT);
  }

  @Test
  void score_allTerms_addUpFromOneHundred() {
    var score =
        score(
            ScoreInputs.none()
                .withMeanResponseNanos(600_000)
                .withHitRate(0.8)
                .withZeroAllocation(0.5)
                .withErrorRate(0.01)
                .withCriticalHotSpots(2));

    assertThat(score.value().orElseThrow()).isCloseTo(100 - 6 + 6 - 8 - 10 - 10, EXACT);
    assertThat(score.missing()).isEmpty();
  }

  @Test
  void score_bounds_areZeroAndOneHundred() {
    assertThat(score(ScoreInputs.none().withErrorRate(1)).value()).hasValue(0);
    assertThat(score(ScoreInputs.none().withHitRate(1).withZeroAllocation(1)).value())
        .hasValue(100);
  }

  @Test
  void score_nothingMeasured_isNoScore() {
    var score = score(ScoreInputs.none());

    assertThat(score.value()).isEmpty();
    assertThat(score.missing()).extracting(Term::kind).containsExactly(Kind.values());
    assertThat(score.missing()).extracting(Term::evidence).doesNotContain("");
  }

  @Test
  void score_partWithoutData_isLeftOutAndNamed() {
    var score = score(ScoreInputs.none().withHitRate(0.9).withErrorRate(0));

    assertThat(score.terms()).hasSize(Kind.values().length);
    assertThat(score.missing())
        .extracting(Term::kind)
        .containsExactly(Kind.RESPONSE, Kind.MEMORY, Kind.HOT_SPOTS);
    assertThat(score.value()).hasValue(100);
  }

  @Test
  void scoreInputs_shareOutsideItsBounds_isRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreInputs.none().withHitRate(1.5))
        .withMessage("hitRate must be from 0 to 1, was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreInputs.none().withErrorRate(Double.NaN))
        .withMessage("errorRate must be from 0 to 1, was NaN");
  }

  private static Score score(ScoreInputs inputs) {
    return Score.of(inputs, Targets.defaults());
  }

  private static double points(Score score, Kind kind) {
    OptionalDouble points =
        score.terms().stream()
            .filter(term -> term.kind() == kind)
            .findFirst()
            .orElseThrow()
            .points();
    return points.orElseThrow();
  }
}
