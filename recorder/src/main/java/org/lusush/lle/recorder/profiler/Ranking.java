// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking;
import org.lusush.lle.events.hotspot.OperationFigures;
import org.lusush.lle.recorder.statistics.Durations;

/** Ranks the operations of a tree by the time they take themselves. */
final class Ranking {

  /** The calls of one type and name, wherever they were called from. */
  private record Candidate(OperationType type, String name, Figures figures, Durations durations) {

    Candidate plus(Candidate other) {
      return new Candidate(
          type, name, figures.plus(other.figures), durations.plus(other.durations));
    }

    OperationFigures judgedBy() {
      return new OperationFigures(
          type.label(),
          name,
          figures.calls(),
          figures.selfNanos(),
          Math.round((double) figures.endedNanos() / figures.calls()),
          Math.max(figures.minNanos(), Math.min(figures.maxNanos(), durations.percentileNanos(99))),
          figures.minNanos(),
          figures.maxNanos());
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
        new Candidate(node.type(), node.name(), figures, scaled(node.durations(), scale)),
        Candidate::plus);
  }

  /** Scales a figure; exact where there is nothing to scale. */
  private static long scaled(long figure, double scale) {
    return scale == 1 ? figure : Math.round(figure * scale);
  }

  private static Durations scaled(Durations durations, double scale) {
    return scale == 1 ? durations : durations.times(scale);
  }

  private List<HotSpot> judged(HotSpotCriteria criteria) {
    var ended = candidates.values().stream().filter(c -> c.figures.calls() > 0).toList();
    return HotSpotRanking.of(ended, Candidate::judgedBy, criteria).stream()
        .map(Ranking::hotSpot)
        .toList();
  }

  private static HotSpot hotSpot(HotSpotRanking.Place<Candidate> place) {
    var candidate = place.operation();
    var figures = candidate.judgedBy();
    return new HotSpot(
        place.rank(),
        candidate.type,
        candidate.name,
        figures.calls(),
        candidate.figures.failures(),
        figures.selfNanos(),
        place.share(),
        figures.meanNanos(),
        figures.minNanos(),
        figures.p99Nanos(),
        figures.maxNanos(),
        place.critical(),
        place.met());
  }
}
