// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.score.Score;
import org.lusush.lle.recorder.cache.CacheStatistics;
import org.lusush.lle.recorder.memory.PoolStatistics;
import org.lusush.lle.recorder.resource.ResourceUsage;
import org.lusush.lle.recorder.resource.ThrottleStep;
import org.lusush.lle.recorder.statistics.OperationStatistics;
import org.lusush.lle.recorder.target.TargetStatus;
import org.lusush.lle.recorder.tuning.Decision;

/**
 * Everything a recorder has counted since it started, at one moment. Immutable.
 *
 * @param uptime how long the recorder has run
 * @param keystrokes latencies from hand-over to paint
 * @param all figures of all operations together
 * @param operations figures of each type of operation that occurred
 * @param caches figures of each cache
 * @param pools figures of each pool
 * @param targets how well each target was met over the last ten seconds, and before
 * @param decisions the last steps of tuning, at most 100, oldest first
 * @param resources what the process and its machine use, empty until the first look, which comes a
 *     second after there is something to look after
 * @param throttled the last steps of doing less for want of resources, at most 32, oldest first
 * @param dropped measurements given up because they were nested too deeply or ended out of order
 * @param failures faults of the recorder itself, kept from the shell
 * @param score how well the shell did
 */
public record Snapshot(
    Duration uptime,
    OperationStatistics keystrokes,
    OperationStatistics all,
    Map<OperationType, OperationStatistics> operations,
    List<CacheStatistics> caches,
    List<PoolStatistics> pools,
    List<TargetStatus> targets,
    List<Decision> decisions,
    Optional<ResourceUsage> resources,
    List<ThrottleStep> throttled,
    long dropped,
    long failures,
    Score score) {
  public Snapshot {
    requireNonNull(uptime, "uptime");
    requireNonNull(keystrokes, "keystrokes");
    requireNonNull(all, "all");
    operations = Map.copyOf(operations);
    caches = List.copyOf(caches);
    pools = List.copyOf(pools);
    targets = List.copyOf(targets);
    decisions = List.copyOf(decisions);
    requireNonNull(resources, "resources");
    throttled = List.copyOf(throttled);
    requireNonNull(score, "score");
  }
}
