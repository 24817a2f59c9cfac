// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.HotSpotRanking.Place;

final class HotSpotRankingTest {

  private static OperationFigures figures(String type, String name, long self, long p99) {
    return new OperationFigures(type, name, 1, self, self, p99, self, self);
  }

  private static List<Place<OperationFigures>> ranking(OperationFigures... operations) {
    return HotSpotRanking.of(List.of(operations), figures -> figures, HotSpotCriteria.defaults());
  }

  @Test
  void of_severalOperations_areByTheirSelfTimeThenTypeThenName() {
    var places =
        ranking(
            figures("b", "x", 10, 10),
            figures("a", "y", 10, 10),
            figures("a", "x", 10, 10),
            figures("c", "z", 70, 70));

    assertThat(places)
        .extracting(place -> place.operation().operation() + place.operation().name())
        .containsExactly("cz", "ax", "ay", "bx");
    assertThat(places).extracting(Place::rank).containsExactly(1, 2, 3, 4);
    assertThat(places).extracting(Place::share).containsExactly(0.7, 0.1, 0.1, 0.1);
  }

  @Test
  void of_shareAndSlowPercentile_areBothNeededToBeCritical() {
    var places =
        ranking(
            figures("a", "", 80_000_000, 2_000_000),
            figures("b", "", 19_000_000, 1_000_000),
            figures("c", "", 1_000_000, 50_000_000));

    assertThat(places).extracting(Place::critical).containsExactly(true, false, false);
    assertThat(places.get(2).met()).containsExactly(Criterion.TOTAL, Criterion.SINGLE);
  }

  @Test
  void of_noTimeAtAll_hasNoShare() {
    assertThat(ranking(figures("a", "", 0, 0)).get(0).share()).isZero();
    assertThat(ranking()).isEmpty();
  }
}
