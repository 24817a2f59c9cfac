// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the recorder itself counted of one type of operation, whatever became of the single events.
 *
 * @param operation label of the type
 * @param within what it counted while this was recorded
 * @param sinceStart what it counted since it started, which can be long before the recording
 * @param distribution durations since it started
 * @param details what recorders measure since later versions
 */
public record MeasuredOperation(
    String operation,
    Totals within,
    Totals sinceStart,
    Distribution distribution,
    Details details) {

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

  /**
   * What some versions of the recorder do not measure; empty where this one did not.
   *
   * @param calls operations since it started that ended or were given up
   * @param ratePerSecond operations ended a second, over its last 60 seconds
   * @param reliability fraction of operations that did not end in error or timeout
   * @param consecutiveSuccesses operations since the last that did
   * @param trend where the mean duration was heading over its last 60 seconds
   */
  public record Details(
      OptionalLong p999Nanos,
      OptionalLong standardDeviationNanos,
      OptionalLong calls,
      OptionalDouble ratePerSecond,
      OptionalDouble reliability,
      OptionalLong consecutiveSuccesses,
      Optional<String> trend) {

    public static final Details NONE =
        new Details(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            Optional.empty());
  }

  /** Returns the same for a recorder that started while this was recorded. */
  public MeasuredOperation startedWithin() {
    return new MeasuredOperation(operation, sinceStart, sinceStart, distribution, details);
  }
}
