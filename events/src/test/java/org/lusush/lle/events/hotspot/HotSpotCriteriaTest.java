// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each criterion just below and at its bound. */
final class HotSpotCriteriaTest {

  @ParameterizedTest
  @CsvSource({
    "0.049, 999999, 9999, 100000, false",
    "0.05, 0, 1, 1, true",
    "0, 1000000, 1, 1, true",
    "0, 0, 10000, 1, true",
    "0, 0, 1, 100001, true",
  })
  void isHot_anyCriterion_suffices(
      double share, long selfNanos, long count, long maxNanos, boolean hot) {
    assertThat(HotSpotCriteria.defaults().isHot(share, selfNanos, count, maxNanos)).isEqualTo(hot);
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 1000001, true",
    "0.05, 1000000, false",
    "0.049, 50000000, false",
  })
  void isCritical_shareAndTail_areBothNeeded(double share, long p99Nanos, boolean critical) {
    assertThat(HotSpotCriteria.defaults().isCritical(share, p99Nanos)).isEqualTo(critical);
  }
}
