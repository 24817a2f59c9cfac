// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria;

/** Ranks the operations of a tree by the time they take themselves. */
final class Ranking {

  private record Candidate(OperationType type, String name, Figures figures) {

    Candidate plus(Candidate other) {
      return new Candidate(type, name, figures.plus(other.figures));
    }
  }

  private record Key(OperationType type, String name) {}

  private final Map<Key, Candidate> candidates = new HashMap<>();

  private Ranking() {}

  static List<HotSpot> of(List<CallNode> roots, HotSpotCriteria criteria) {
    var ranking = new Ranking();
    for (var root : roots) {
      ranking.add(root, 1);
      double scale = insideScale(root);
      root.children().forEach(child -> ranking.addAll(child, scale));
    }
    return ranking.judged(criteria);
  }

  /** Returns all time inside a top-level operation by what was profiled of it. */
  private static double insideScale(CallNode root) {
    double profiled = 0;
    double notProfiled = 0;
    for (var child : root.children()) {
      if (child.isNotProfiled()) {
        notProfiled += child.totalNanos();
      } else {
        profiled += child.totalNanos();
      }
    }
    return profiled > 0 ? (profiled + notProfiled) / profiled : 1;
  }

  private void addAll(CallNode node, double scale) {
    if (!node.isNotProfiled()) {
      add(node, scale);
      node.children().forEach(child -> addAll(child, scale));
    }
  }

  private void add(CallNode node, double scale) {
    var figures =
        new Figures(
            scaled(node.calls(), scale),
            scaled(node.failures(), scale),
            scaled(node.selfNanos(), scale),
            scaled(node.endedNanos(), scale),
            node.calls() == 0 ? Long.MAX_VALUE : node.minNanos(),
            node.maxNanos());
    candidates.merge(
        new Key(node.type(), node.name()),
        new Candidate(node.type(), node.name(), figures),
        Candidate::plus);
  }

  /** Scales a figure; exact where there is nothing to scale. */
  private static long scaled(long figure, double scale) {
    return scale == 1 ? figure : Math.round(figure * scale);
  }

  private List<HotSpot> judged(HotSpotCriteria criteria) {
    var sorted =
        candidates.values().stream()
            .filter(c -> c.figures.calls() > 0)
            .sorted(
                Comparator.comparingLong((Candidate c) -> c.figures.selfNanos())
                    .reversed()
                    .thenComparing(c -> c.type.label())
                    .thenComparing(Candidate::name))
            .toList();
    double all = sorted.stream().mapToDouble(c -> c.figures.selfNanos()).sum();
    var ranking = new ArrayList<HotSpot>();
    for (var candidate : sorted) {
      double share = all > 0 ? candidate.figures.selfNanos() / all : 0;
      ranking.add(judged(ranking.size() + 1, candidate, share, criteria));
    }
    return List.copyOf(ranking);
  }

  private static HotSpot judged(
      int rank, Candidate candidate, double share, HotSpotCriteria criteria) {
    var figures = candidate.figures;
    return new HotSpot(
        rank,
        candidate.type,
        candidate.name,
        figures.calls(),
        figures.failures(),
        figures.selfNanos(),
        share,
        Math.round((double) figures.endedNanos() / figures.calls()),
        figures.minNanos(),
        figures.maxNanos(),
        criteria.met(share, figures.selfNanos(), figures.calls(), figures.maxNanos()));
  }
}
