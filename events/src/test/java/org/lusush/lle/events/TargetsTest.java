// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The targets and what they refuse. */
final class TargetsTest {

  @Test
  void targets_defaults_areThoseOfTheSpecification() {
    var targets = Targets.defaults();

    assertThat(targets.response()).isEqualTo(Duration.ofNanos(500_000));
    assertThat(targets.operationCritical()).isEqualTo(Duration.ofMillis(1));
    assertThat(targets.hitRate()).isEqualTo(0.9);
    assertThat(targets.zeroAllocation()).isEqualTo(0.9);
    assertThat(targets.errorRate()).isEqualTo(0.001);
    assertThat(targets.monitoringOverhead()).isEqualTo(Duration.ofNanos(10_000));
    assertThat(targets.start()).isEqualTo(Duration.ofMillis(1));
    assertThat(targets.memoryBytes()).isEqualTo(1024 * 1024);
  }

  @Test
  void targets_warningOverCritical_isRefusedWithBoth() {
    var targets = Targets.defaults();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Targets(
                    targets.response(),
                    targets.operationWarning(),
                    targets.operationCritical(),
                    Duration.ofMillis(200),
                    Duration.ofMillis(100),
                    0.9,
                    0.9,
                    0.001,
                    targets.monitoringOverhead(),
                    targets.start(),
                    1))
        .withMessage("keystroke warning must be at most critical, PT0.1S, was PT0.2S");
  }
}
