// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a line editor is held to. Immutable.
 *
 * <p>Shares and rates are fractions from 0 to 1. The response targets of an operation are strict;
 * those of a keystroke are what a person can notice.
 *
 * @param response mean duration that an operation should stay under
 * @param operationWarning duration over which a single operation is slow
 * @param operationCritical duration over which a single operation is far too slow
 * @param keystrokeWarning latency over which a person notices a keystroke
 * @param keystrokeCritical latency over which a person is held up by a keystroke
 * @param hitRate share of cache lookups that should hit
 * @param zeroAllocation share of operations that should allocate nothing
 * @param errorRate share of operations that may end in error
 * @param monitoringOverhead what measuring one operation may cost
 * @param start what the recorder may add to the time to the first prompt
 * @param memoryBytes what the recorder may keep on the heap
 */
public record Targets(
    Duration response,
    Duration operationWarning,
    Duration operationCritical,
    Duration keystrokeWarning,
    Duration keystrokeCritical,
    double hitRate,
    double zeroAllocation,
    double errorRate,
    Duration monitoringOverhead,
    Duration start,
    long memoryBytes) {

  private static final Targets DEFAULTS =
      new Targets(
          Duration.ofNanos(500_000),
          Duration.ofNanos(500_000),
          Duration.ofMillis(1),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          0.90,
          0.90,
          0.001,
          Duration.ofNanos(10_000),
          Duration.ofMillis(1),
          1 << 20);

  public Targets {
    requirePositive(response, "response");
    requirePositive(operationWarning, "operationWarning");
    requirePositive(operationCritical, "operationCritical");
    requirePositive(keystrokeWarning, "keystrokeWarning");
    requirePositive(keystrokeCritical, "keystrokeCritical");
    requireShare(hitRate, "hitRate");
    requireShare(zeroAllocation, "zeroAllocation");
    requireShare(errorRate, "errorRate");
    requirePositive(monitoringOverhead, "monitoringOverhead");
    requirePositive(start, "start");
    if (memoryBytes <= 0) {
      throw new IllegalArgumentException("memoryBytes must be over 0, was " + memoryBytes);
    }
    requireOrder(operationWarning, operationCritical, "operation");
    requireOrder(keystrokeWarning, keystrokeCritical, "keystroke");
  }

  /** Returns the targets that hold unless someone sets others. */
  public static Targets defaults() {
    return DEFAULTS;
  }

  private static void requirePositive(Duration value, String name) {
    requireNonNull(value, name);
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be over 0, was " + value);
    }
  }

  private static void requireShare(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  private static void requireOrder(Duration warning, Duration critical, String name) {
    if (warning.compareTo(critical) > 0) {
      throw new IllegalArgumentException(
          name + " warning must be at most critical, " + critical + ", was " + warning);
    }
  }
}
