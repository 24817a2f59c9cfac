// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;

final class ScoreInputsTest {

  @Test
  void withOperations_backgroundWork_isNoResponseButMayFail() {
    var inputs =
        ScoreInputs.none()
            .withOperations(
                List.of(
                    new CountedOperations(OperationType.BUFFER_INSERT.label(), 3, 0, 900),
                    new CountedOperations("teleport", 1, 0, 301),
                    new CountedOperations(
                        OperationType.DASHBOARD_UPDATE.label(), 4, 2, 9_000_000)));

    assertThat(inputs.meanResponseNanos()).hasValue(300);
    assertThat(inputs.errorRate()).hasValue(0.25);
  }

  @Test
  void withOperations_backgroundWorkOnly_hasNoResponse() {
    var inputs =
        ScoreInputs.none()
            .withOperations(
                List.of(new CountedOperations(OperationType.DASHBOARD_UPDATE.label(), 4, 0, 8)));

    assertThat(inputs.meanResponseNanos()).isEmpty();
    assertThat(inputs.errorRate()).hasValue(0);
  }

  @Test
  void with_nothingCounted_isUnchanged() {
    var known = ScoreInputs.none().withHitRate(0.5).withMeanResponseNanos(7);

    assertThat(known.withOperations(List.of()).withLookups(0, 0)).isEqualTo(known);
  }

  @Test
  void withLookups_some_areAShareOfAll() {
    assertThat(ScoreInputs.none().withLookups(3, 4).hitRate()).hasValue(0.75);
  }
}
