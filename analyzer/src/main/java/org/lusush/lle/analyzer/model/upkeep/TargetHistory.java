// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a target was met over time. Immutable; histories of one target add up.
 *
 * @param target name of the target
 * @param epochNanos when it was last looked at
 * @param value the figure then
 * @param limit what it was held against then
 * @param status label of the state then
 * @param adaptive whether the limit was tightened by evidence then
 * @param samples measurements that the figure rests on
 * @param states how often it was found in each state
 */
public record TargetHistory(
    String target,
    long epochNanos,
    double value,
    double limit,
    String status,
    boolean adaptive,
    long samples,
    Map<String, Long> states) {

  private static final int MAX_STATES = 10;

  public TargetHistory {
    states = Map.copyOf(states);
  }

  /** Returns how often it was looked at. */
  public long looks() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how often it was found in a state. */
  public long looks(String state) {
    return states.getOrDefault(state, 0L);
  }

  /** Returns this with another of the same target. */
  public TargetHistory plus(TargetHistory other) {
    Map<String, Long> sum = new TreeMap<>(states);
    other.states.forEach(
        (state, count) -> {
          if (sum.containsKey(state) || sum.size() < MAX_STATES) {
            sum.merge(state, count, Long::sum);
          }
        });
    TargetHistory last = other.epochNanos >= epochNanos ? other : this;
    return new TargetHistory(
        target,
        last.epochNanos,
        last.value,
        last.limit,
        last.status,
        last.adaptive,
        last.samples,
        sum);
  }
}
