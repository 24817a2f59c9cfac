// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/**
 * What the recorder itself counted of one type of operation, whatever became of the single events.
 *
 * @param operation label of the type
 * @param within what it counted while this was recorded
 * @param sinceStart what it counted since it started, which can be long before the recording
 * @param distribution durations since it started
 */
public record MeasuredOperation(
    String operation, Totals within, Totals sinceStart, Distribution distribution) {

  /** Durations in nanoseconds. */
  public record Distribution(
      long minNanos,
      long meanNanos,
      long medianNanos,
      long p95Nanos,
      long p99Nanos,
      long maxNanos) {

    public static final Distribution NONE = new Distribution(0, 0, 0, 0, 0, 0);
  }

  /** Returns the same for a recorder that started while this was recorded. */
  public MeasuredOperation startedWithin() {
    return new MeasuredOperation(operation, sinceStart, sinceStart, distribution);
  }
}
