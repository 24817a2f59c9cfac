// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.Collection;
import java.util.List;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.hotspot.HotSpotRanking;
import org.lusush.lle.events.hotspot.OperationFigures;
import org.lusush.lle.events.score.CountedOperations;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.events.score.ScoreInputs;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/** Gathers what the score is computed from. */
final class Scores {

  private Scores() {}

  static Score of(
      Collection<OperationStatistics> operations, List<CacheStatistics> caches, Targets targets) {
    var inputs =
        ScoreInputs.none()
            .withOperations(operations.stream().map(Scores::counted).toList())
            .withLookups(
                caches.stream().mapToDouble(CacheStatistics::hits).sum(),
                caches.stream().mapToDouble(CacheStatistics::lookups).sum());
    return Score.of(withHotSpots(withCosts(inputs, operations), operations), targets);
  }

  private static CountedOperations counted(OperationStatistics row) {
    return new CountedOperations(
        row.name(), row.completed(), row.errors(), row.latency().totalNanos());
  }

  private static ScoreInputs withCosts(
      ScoreInputs inputs, Collection<OperationStatistics> operations) {
    long measured = operations.stream().mapToLong(row -> row.costs().operations()).sum();
    long without = operations.stream().mapToLong(row -> row.costs().withoutAllocation()).sum();
    return measured == 0
        ? inputs
        : inputs.withZeroAllocation(Math.min(1, (double) without / measured));
  }

  /** Judges whole types: names are known to the profiler alone. */
  private static ScoreInputs withHotSpots(
      ScoreInputs inputs, Collection<OperationStatistics> operations) {
    if (operations.isEmpty()) {
      return inputs;
    }
    var ranking = HotSpotRanking.of(operations, Scores::figures, HotSpotCriteria.defaults());
    return inputs.withCriticalHotSpots(
        (int) ranking.stream().filter(HotSpotRanking.Place::critical).count());
  }

  private static OperationFigures figures(OperationStatistics row) {
    var latency = row.latency();
    return new OperationFigures(
        row.name(),
        "",
        row.completed(),
        row.selfNanos(),
        latency.meanNanos(),
        latency.p99Nanos(),
        latency.minNanos(),
        latency.maxNanos());
  }
}
