// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.events.TargetState;
import org.lusush.lle.events.Targets;

/** One target, and those that follow from what is stated. */
final class TargetTest {

  private static final Target RESPONSE = new Target(TargetKind.RESPONSE, 400, 500, 1_000, 10, true);
  private static final Target HIT_RATE =
      new Target(TargetKind.HIT_RATE, 0.92, 0.90, 0.75, 10, true);

  @ParameterizedTest
  @CsvSource({
    "400, 10, MET",
    "401, 10, WARNING",
    "500, 10, WARNING",
    "501, 10, CRITICAL",
    "1000, 10, CRITICAL",
    "1001, 10, FAILED",
    "1, 9, UNKNOWN",
    "9999, 9, UNKNOWN",
    "NaN, 10, UNKNOWN"
  })
  void stateOf_lowerIsBetter_isByItsLimits(double figure, long samples, TargetState state) {
    assertThat(RESPONSE.stateOf(figure, samples)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "0.92, MET",
    "0.919, WARNING",
    "0.90, WARNING",
    "0.899, CRITICAL",
    "0.75, CRITICAL",
    "0.749, FAILED"
  })
  void stateOf_higherIsBetter_isByItsLimits(double figure, TargetState state) {
    assertThat(HIT_RATE.stateOf(figure, 10)).isEqualTo(state);
  }

  @Test
  void target_limitsOutOfOrder_isRefusedWithThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Target(TargetKind.HIT_RATE, 0.8, 0.9, 0.7, 1, false))
        .withMessage("hit rate must go from warning over limit to maximum, was 0.8, 0.9, 0.7");
  }

  @Test
  void tightenedTo_looser_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RESPONSE.tightenedTo(501))
        .withMessage("limit must be as tight as 500.0 or tighter, was 501.0");
    assertThatIllegalArgumentException().isThrownBy(() -> HIT_RATE.tightenedTo(0.89));
  }

  @Test
  void tightenedTo_tighter_movesTheWarningAndLeavesTheMaximum() {
    assertThat(RESPONSE.tightenedTo(250))
        .isEqualTo(new Target(TargetKind.RESPONSE, 200, 250, 1_000, 10, true));
    assertThat(HIT_RATE.tightenedTo(0.95).warning()).isBetween(0.959, 0.961);
  }

  @Test
  void of_whatIsStated_hasATargetOfEachKind() {
    var settings = TargetSettings.of(Targets.defaults());

    assertThat(settings.targets()).containsOnlyKeys(TargetKind.values());
    var response = settings.targets().get(TargetKind.RESPONSE);
    assertThat(response.limit()).isEqualTo(500_000);
    assertThat(response.maximum()).isEqualTo(1e6);
    assertThat(settings.targets().get(TargetKind.THROUGHPUT).limit()).isEqualTo(2_000);
    assertThat(settings.targets().get(TargetKind.HIT_RATE).limit()).isEqualTo(0.9);
    assertThat(settings.targets().get(TargetKind.MEMORY).limit()).isEqualTo(1 << 20);
  }

  @Test
  void of_extremeStatements_isStillInOrder() {
    var defaults = Targets.defaults();
    for (double share : new double[] {0, 0.1, 1}) {
      var stated =
          new Targets(
              Duration.ofSeconds(5),
              defaults.operationWarning(),
              defaults.operationCritical(),
              defaults.keystrokeWarning(),
              defaults.keystrokeWarning(),
              share,
              share,
              share,
              defaults.monitoringOverhead(),
              defaults.start(),
              1);

      assertThat(TargetSettings.of(stated).targets()).hasSize(TargetKind.values().length);
    }
  }
}
