// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.trend.TrendLine;

/**
 * What the histories in a directory hold of a range of time. Immutable.
 *
 * @param sources runs of shells with anything in the range, or with damage, oldest first
 * @param operations types of operations, the keystroke among them, those with the most time first
 * @param caches by name
 * @param pools by name
 * @param usage what the shells used, empty where none told
 * @param targets the last state of each target and how often it was in which
 * @param moments how many notable ones there were of each type
 * @param trends where the percentiles of the operations are heading
 */
public record HistorySummary(
    List<Source> sources,
    List<Operation> operations,
    List<Cache> caches,
    List<Pool> pools,
    Optional<Usage> usage,
    List<Target> targets,
    Map<String, Long> moments,
    List<TrendLine> trends) {

  public HistorySummary {
    sources = List.copyOf(sources);
    operations = List.copyOf(operations);
    caches = List.copyOf(caches);
    pools = List.copyOf(pools);
    requireNonNull(usage, "usage");
    targets = List.copyOf(targets);
    moments = Map.copyOf(moments);
    trends = List.copyOf(trends);
  }

  /** Returns whether nothing was damaged or lost. */
  public boolean isSound() {
    return sources.stream().allMatch(source -> source.problems().isEmpty());
  }

  /** Returns how many intervals there are in all. */
  public long intervals() {
    return sources.stream().mapToLong(Source::intervals).sum();
  }

  /**
   * One run of one shell.
   *
   * @param name when it began and the process
   * @param shell what it calls itself, or its program; empty where it did not say
   * @param first end of the first interval in the range, empty where there is none
   * @param bytes what its files take that were read
   * @param ended whether its history was ended as it should be; if not, it goes on or was killed
   * @param lost records that were given up when they could not be written in time
   * @param skipped parts of records that a later version wrote
   * @param problems phrases about what is damaged or missing
   */
  public record Source(
      String name,
      String shell,
      Optional<Instant> first,
      Optional<Instant> last,
      long intervals,
      long moments,
      long keystrokes,
      long bytes,
      boolean ended,
      long lost,
      long skipped,
      List<String> problems) {
    public Source {
      requireNonNull(name, "name");
      requireNonNull(shell, "shell");
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      problems = List.copyOf(problems);
    }
  }

  /**
   * One type of operation.
   *
   * @param totalNanos their time, within the precision of the buckets
   * @param selfNanos their time without what was nested in them, likewise
   */
  public record Operation(
      String name,
      long count,
      long errors,
      long warnings,
      long criticals,
      long totalNanos,
      long selfNanos,
      long p50Nanos,
      long p95Nanos,
      long p99Nanos,
      long p999Nanos,
      long maxNanos) {}

  /** One cache. */
  public record Cache(String name, long hits, long misses, long insertions, long evictions) {}

  /** One pool. */
  public record Pool(String name, long takes, long reused, long leaks) {}

  /** What shells used while they were used; 0 where unknown. */
  public record Usage(
      double meanProcessCpu,
      double maxProcessCpu,
      long maxHeap,
      long maxResident,
      long maxThreads) {}

  /**
   * One target.
   *
   * @param looks how often it was looked at
   * @param met how often it was met then
   */
  public record Target(
      String name, String state, double value, double limit, long looks, long met) {}
}
