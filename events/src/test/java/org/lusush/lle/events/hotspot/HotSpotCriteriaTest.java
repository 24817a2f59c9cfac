// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each criterion just below and at its bound. */
final class HotSpotCriteriaTest {

  @ParameterizedTest
  @CsvSource({
    "0.049, 999999, 9999, 100000, ''",
    "0.05, 0, 1, 1, share",
    "0, 1000000, 1, 1, total",
    "0, 0, 10000, 1, calls",
    "0, 0, 1, 100001, single",
    "1, 5000000, 20000, 5000000, share total calls single",
  })
  void met_anyCriterion_isNamed(
      double share, long selfNanos, long count, long maxNanos, String met) {
    assertThat(HotSpotCriteria.defaults().met(share, selfNanos, count, maxNanos))
        .extracting(HotSpotCriteria.Criterion::label)
        .isEqualTo(met.isEmpty() ? List.of() : List.of(met.split(" ")));
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
