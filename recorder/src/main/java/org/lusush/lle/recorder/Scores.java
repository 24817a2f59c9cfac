// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.List;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.events.score.ScoreInputs;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/** Gathers what the score is computed from. */
final class Scores {

  private Scores() {}

  static Score of(
      List<OperationStatistics> operations, List<CacheStatistics> caches, Targets targets) {
    return Score.of(withCaches(withOperations(ScoreInputs.none(), operations), caches), targets);
  }

  private static ScoreInputs withOperations(
      ScoreInputs inputs, List<OperationStatistics> operations) {
    var awaited = operations.stream().filter(row -> row.type().isCriticalPath()).toList();
    long count = awaited.stream().mapToLong(row -> row.latency().count()).sum();
    if (count == 0) {
      return inputs;
    }
    long total = awaited.stream().mapToLong(row -> row.latency().totalNanos()).sum();
    long all = operations.stream().mapToLong(row -> row.latency().count()).sum();
    long errors = operations.stream().mapToLong(OperationStatistics::errors).sum();
    return inputs
        .withMeanResponseNanos(total / count)
        .withErrorRate(Math.min(1, (double) errors / all))
        .withCriticalHotSpots(criticalHotSpots(operations));
  }

  private static int criticalHotSpots(List<OperationStatistics> operations) {
    var criteria = HotSpotCriteria.defaults();
    double self = Math.max(1, operations.stream().mapToLong(OperationStatistics::selfNanos).sum());
    return (int)
        operations.stream()
            .filter(row -> criteria.isCritical(row.selfNanos() / self, row.latency().p99Nanos()))
            .count();
  }

  private static ScoreInputs withCaches(ScoreInputs inputs, List<CacheStatistics> caches) {
    long lookups = caches.stream().mapToLong(CacheStatistics::lookups).sum();
    long hits = caches.stream().mapToLong(CacheStatistics::hits).sum();
    return lookups == 0 ? inputs : inputs.withHitRate((double) hits / lookups);
  }
}
