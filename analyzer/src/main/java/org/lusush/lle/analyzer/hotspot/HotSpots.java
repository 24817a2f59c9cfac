// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import java.util.List;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking;
import org.lusush.lle.events.hotspot.OperationFigures;

/** Ranks the operations of a recording by the time they take themselves. */
public final class HotSpots {

  private record Candidate(String operation, OperationStats stats) {

    OperationFigures figures() {
      return stats.figures(operation);
    }

    HotSpot at(HotSpotRanking.Place<Candidate> place) {
      return new HotSpot(
          place.rank(), operation, stats, place.share(), place.critical(), place.met());
    }
  }

  private HotSpots() {}

  /**
   * Returns every operation, told apart by type and name, the one with the most self time first.
   */
  public static List<HotSpot> rank(List<OperationGroup> operations, HotSpotCriteria criteria) {
    List<Candidate> candidates =
        operations.stream()
            .flatMap(g -> g.byName().stream().map(stats -> new Candidate(g.operation(), stats)))
            .toList();
    return HotSpotRanking.of(candidates, Candidate::figures, criteria).stream()
        .map(place -> place.operation().at(place))
        .toList();
  }
}
