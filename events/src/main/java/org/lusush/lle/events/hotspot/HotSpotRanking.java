// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;

/**
 * Ranks operations by the time they take themselves, and judges each. A pure function, the same in
 * the process and over its recording.
 */
public final class HotSpotRanking {

  /**
   * An operation, its place in the ranking, and what it was judged. Immutable where the operation
   * is.
   *
   * @param rank from 1
   * @param operation the operation
   * @param share its fraction of all self time, from 0 to 1; 0 where no operation has any
   * @param met the criteria that make it a hot spot; empty when it is none
   * @param critical whether it is a critical one
   * @param <T> the operation
   */
  public record Place<T>(
      int rank, T operation, double share, List<Criterion> met, boolean critical) {
    public Place {
      requireNonNull(operation, "operation");
      met = List.copyOf(met);
    }
  }

  private record Candidate<T>(T operation, OperationFigures figures) {}

  private HotSpotRanking() {}

  /**
   * Returns every operation, the one with the most self time first, then by label of the type, then
   * by name.
   *
   * @param operations told apart by type and name
   * @param figures returns what is known of one; called once for each
   * @param criteria what makes one a hot spot
   */
  public static <T> List<Place<T>> of(
      Collection<T> operations,
      Function<? super T, OperationFigures> figures,
      HotSpotCriteria criteria) {
    requireNonNull(criteria, "criteria");
    var sorted =
        operations.stream()
            .map(operation -> new Candidate<>(operation, figures.apply(operation)))
            .sorted((left, right) -> compare(left.figures, right.figures))
            .toList();
    double all = sorted.stream().mapToDouble(candidate -> candidate.figures.selfNanos()).sum();
    var ranking = new ArrayList<Place<T>>();
    for (var candidate : sorted) {
      double share = all > 0 ? candidate.figures.selfNanos() / all : 0;
      ranking.add(judged(ranking.size() + 1, candidate, share, criteria));
    }
    return List.copyOf(ranking);
  }

  /** Puts those of the most self time first. */
  private static int compare(OperationFigures left, OperationFigures right) {
    int bySelf = Long.compare(right.selfNanos(), left.selfNanos());
    int byOperation = bySelf == 0 ? left.operation().compareTo(right.operation()) : bySelf;
    return byOperation == 0 ? left.name().compareTo(right.name()) : byOperation;
  }

  private static <T> Place<T> judged(
      int rank, Candidate<T> candidate, double share, HotSpotCriteria criteria) {
    var f = candidate.figures;
    return new Place<>(
        rank,
        candidate.operation,
        share,
        criteria.met(share, f.selfNanos(), f.calls(), f.maxNanos()),
        criteria.isCritical(share, f.p99Nanos()));
  }
}
