// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.HotSpot.Criterion;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.events.hotspot.HotSpotCriteria;

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
    List<Criterion> met = met(stats, share, criteria);
    boolean critical =
        !met.isEmpty() && criteria.isCritical(share, stats.latency().percentileNanos(99));
    return new HotSpot(rank, candidate.operation, stats, share, critical, met);
  }

  private static List<Criterion> met(OperationStats stats, double share, HotSpotCriteria criteria) {
    Map<Criterion, Boolean> met = new EnumMap<>(Criterion.class);
    met.put(Criterion.SHARE, share >= criteria.share());
    met.put(Criterion.TOTAL, stats.selfNanos() >= criteria.total().toNanos());
    met.put(Criterion.CALLS, stats.count() >= criteria.calls());
    met.put(Criterion.SINGLE, stats.latency().maxNanos() > criteria.single().toNanos());
    return met.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }
}
