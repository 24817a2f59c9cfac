// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lusush.lle.events.OperationType;
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
      Map<OperationType, OperationStatistics> operations,
      List<CacheStatistics> caches,
      Targets targets) {
    var inputs = withCosts(withOperations(ScoreInputs.none(), operations), operations.values());
    return Score.of(withCaches(inputs, caches), targets);
  }

  private static ScoreInputs withOperations(
      ScoreInputs inputs, Map<OperationType, OperationStatistics> operations) {
    var awaited =
        operations.entrySet().stream()
            .filter(row -> row.getKey().isCriticalPath())
            .map(Map.Entry::getValue)
            .toList();
    long count = awaited.stream().mapToLong(OperationStatistics::completed).sum();
    if (count == 0) {
      return inputs;
    }
    long total = awaited.stream().mapToLong(row -> row.latency().totalNanos()).sum();
    long all = operations.values().stream().mapToLong(OperationStatistics::completed).sum();
    long errors = operations.values().stream().mapToLong(OperationStatistics::errors).sum();
    return inputs
        .withMeanResponseNanos(total / count)
        .withErrorRate(Math.min(1, (double) errors / all))
        .withCriticalHotSpots(criticalHotSpots(operations.values()));
  }

  private static ScoreInputs withCosts(
      ScoreInputs inputs, Collection<OperationStatistics> operations) {
    long measured = operations.stream().mapToLong(row -> row.costs().operations()).sum();
    long without = operations.stream().mapToLong(row -> row.costs().withoutAllocation()).sum();
    return measured == 0
        ? inputs
        : inputs.withZeroAllocation(Math.min(1, (double) without / measured));
  }

  private static int criticalHotSpots(Collection<OperationStatistics> operations) {
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
