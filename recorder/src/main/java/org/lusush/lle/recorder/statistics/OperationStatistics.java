// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.OperationType;

/**
 * The figures of one type of operation since the recorder started.
 *
 * @param type the type
 * @param latency its durations
 * @param selfNanos sum of its durations without the operations nested in them
 * @param errors how many ended in error or timeout
 */
public record OperationStatistics(
    OperationType type, Latency latency, long selfNanos, long errors) {
  public OperationStatistics {
    requireNonNull(type, "type");
    requireNonNull(latency, "latency");
  }
}
