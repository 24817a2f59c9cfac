// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.lusush.lle.events.OperationNames;

/**
 * What was recorded of one pool.
 *
 * @param kind what it holds
 * @param takes objects taken
 * @param reused of these, how many the pool had
 * @param bytes what the objects taken hold in all
 */
public record PoolStats(String name, String kind, long takes, long reused, long bytes) {

  /** How many pools are told apart. */
  public static final int MAX_NAMES = 100;

  /** Returns the fraction of takes that the pool had, or 0 when there was none. */
  public double reuseShare() {
    return takes == 0 ? 0 : (double) reused / takes;
  }

  PoolStats plus(PoolStats other) {
    return new PoolStats(
        name,
        kind,
        Sums.add(takes, other.takes),
        Sums.add(reused, other.reused),
        Sums.add(bytes, other.bytes));
  }

  PoolStats asOther() {
    return new PoolStats(OperationNames.OTHER, "", takes, reused, bytes);
  }
}
