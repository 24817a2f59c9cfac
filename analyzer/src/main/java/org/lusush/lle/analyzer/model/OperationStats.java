// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.hotspot.OperationFigures;

/**
 * What was recorded of operations that share a name.
 *
 * @param name what they share: their type, or the name that tells operations of one type apart
 * @param errors how many ended in error or timeout
 * @param selfNanos their durations without the operations nested in them
 * @param latency their durations
 */
public record OperationStats(String name, long errors, long selfNanos, Latency latency) {

  public long count() {
    return latency.count();
  }

  public OperationStats plus(OperationStats other) {
    return new OperationStats(
        name,
        Sums.add(errors, other.errors),
        Sums.add(selfNanos, other.selfNanos),
        latency.plus(other.latency));
  }

  /**
   * Returns the figures that these operations are judged by.
   *
   * @param operation label of their type
   */
  public OperationFigures figures(String operation) {
    return new OperationFigures(
        operation,
        name,
        count(),
        selfNanos,
        latency.meanNanos(),
        latency.percentileNanos(99),
        latency.minNanos(),
        latency.maxNanos());
  }

  OperationStats named(String newName) {
    return new OperationStats(newName, errors, selfNanos, latency);
  }

  OperationStats asOther() {
    return named(OperationNames.OTHER);
  }
}
