// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;

/** Ranks operations by the time they take themselves. */
public final class HotSpots {

  private record Candidate(String operation, OperationStats stats) {}

  private HotSpots() {}

  /**
   * Returns every operation, told apart by type and name, the one with the most self time first.
   */
  public static List<HotSpot> rank(List<OperationGroup> operations, HotSpotCriteria criteria) {
    List<Candidate> candidates = sorted(operations);
    double all = candidates.stream().mapToDouble(c -> c.stats.selfNanos()).sum();
    List<HotSpot> ranking = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double share = all > 0 ? candidate.stats.selfNanos() / all : 0;
      ranking.add(judged(ranking.size() + 1, candidate, share, criteria));
    }
    return ranking;
  }

  private static List<Candidate> sorted(List<OperationGroup> operations) {
    return operations.stream()
        .flatMap(g -> g.byName().stream().map(stats -> new Candidate(g.operation(), stats)))
        .sorted(
            Comparator.comparingLong((Candidate c) -> c.stats.selfNanos())
                .reversed()
                .thenComparing(Candidate::operation)
                .thenComparing(c -> c.stats.name()))
        .toList();
  }

  private static HotSpot judged(
      int rank, Candidate candidate, double share, HotSpotCriteria criteria) {
    OperationStats stats = candidate.stats;
    List<Criterion> met =
        criteria.met(share, stats.selfNanos(), stats.count(), stats.latency().maxNanos());
    boolean critical =
        !met.isEmpty() && criteria.isCritical(share, stats.latency().percentileNanos(99));
    return new HotSpot(rank, candidate.operation, stats, share, critical, met);
  }
}
