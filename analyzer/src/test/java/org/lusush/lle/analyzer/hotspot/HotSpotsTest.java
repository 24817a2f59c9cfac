// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;

final class HotSpotsTest {

  private static final HotSpotCriteria CRITERIA = HotSpotCriteria.defaults();

  private static OperationGroup group(String type, long selfNanos, long... durations) {
    var stats = new OperationStats("", 0, selfNanos, Latency.of(durations));
    return new OperationGroup(
        new OperationStats(type, 0, selfNanos, Latency.of(durations)), List.of(stats));
  }

  @Test
  void rank_severalOperations_mostSelfTimeFirst() {
    List<HotSpot> ranking =
        HotSpots.rank(List.of(group("small", 10, 10), group("large", 90, 90)), CRITERIA);

    assertThat(ranking).extracting(HotSpot::operation).containsExactly("large", "small");
    assertThat(ranking).extracting(HotSpot::rank).containsExactly(1, 2);
    assertThat(ranking).extracting(HotSpot::share).containsExactly(0.9, 0.1);
  }

  @Test
  void rank_shareAndSlowPercentile_isCritical() {
    HotSpot spot = HotSpots.rank(List.of(group("slow", 5_000_000, 5_000_000)), CRITERIA).get(0);

    assertThat(spot.critical()).isTrue();
    assertThat(spot.met()).containsExactly(Criterion.SHARE, Criterion.TOTAL, Criterion.SINGLE);
  }

  @Test
  void rank_littleOfEverything_isNoHotSpot() {
    List<HotSpot> ranking =
        HotSpots.rank(
            List.of(group("large", 900_000, 90_000), group("tiny", 1_000, 1_000)), CRITERIA);

    assertThat(ranking.get(1).isHot()).isFalse();
    assertThat(ranking.get(1).critical()).isFalse();
  }

  @Test
  void rank_noOperation_isEmpty() {
    assertThat(HotSpots.rank(List.of(), CRITERIA)).isEmpty();
  }
}
