// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static java.util.Objects.requireNonNull;

import org.HdrHistogram.Histogram;

/**
 * The figures of one type of operation, of all of them, or of whole keystrokes, since the recorder
 * started.
 *
 * @param name label of the type, {@code all} or {@code keystroke}
 * @param calls operations that ended, and those that were given up because their end never came
 * @param latency durations of those that ended
 * @param selfNanos sum of the durations without the operations nested in them
 * @param errors how many ended in error or timeout
 * @param consecutiveSuccesses the longest run of successes, on one thread, that still goes on
 * @param maxConsecutiveSuccesses the longest there was, on one thread
 * @param recent the last 60 seconds
 * @param costs processor time and memory, of those operations that were measured in detail
 */
public record OperationStatistics(
    String name,
    long calls,
    Latency latency,
    long selfNanos,
    long errors,
    long consecutiveSuccesses,
    long maxConsecutiveSuccesses,
    Recent recent,
    Costs costs) {

  /** Name of the figures of all operations together. */
  public static final String ALL = "all";

  /** Name of the figures of whole keystrokes. */
  public static final String KEYSTROKE = "keystroke";

  public OperationStatistics {
    requireNonNull(name, "name");
    requireNonNull(latency, "latency");
    requireNonNull(recent, "recent");
    requireNonNull(costs, "costs");
  }

  /** Returns how many operations ended. */
  public long completed() {
    return latency.count();
  }

  /** Returns the share of operations that did not end in error or timeout, from 0 to 1. */
  public double reliability() {
    return completed() == 0 ? 1 : 1 - (double) errors / completed();
  }

  /**
   * What operations cost beside time, from the JVM's own counters.
   *
   * @param operations how many were measured so
   * @param cpuNanos processor time of their threads
   * @param allocatedBytes bytes that their threads allocated
   * @param withoutAllocation how many of the operations allocated nothing
   */
  public record Costs(long operations, long cpuNanos, long allocatedBytes, long withoutAllocation) {

    static Costs of(Totals totals) {
      return new Costs(
          totals.detailed, totals.cpuNanos, totals.allocatedBytes, totals.withoutAllocation);
    }
  }

  static OperationStatistics of(String name, Totals totals, Histogram scratch) {
    return new OperationStatistics(
        name,
        totals.completed + totals.givenUp,
        totals.latency(scratch),
        totals.selfNanos,
        totals.errors,
        totals.successes(),
        totals.maxSuccesses(),
        totals.recent(),
        Costs.of(totals));
  }
}
