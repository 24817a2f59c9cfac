// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

/**
 * The figures of one path at one moment. Immutable.
 *
 * @param calls calls that ended
 * @param failures how many of them failed
 * @param selfNanos sum of their durations without what was nested in them
 * @param endedNanos sum of their durations
 * @param minNanos shortest, or the largest {@code long} without a call
 * @param maxNanos longest
 */
record Figures(
    long calls, long failures, long selfNanos, long endedNanos, long minNanos, long maxNanos) {

  static final Figures NONE = new Figures(0, 0, 0, 0, Long.MAX_VALUE, 0);

  Figures plus(Figures other) {
    return new Figures(
        calls + other.calls,
        failures + other.failures,
        sum(selfNanos, other.selfNanos),
        sum(endedNanos, other.endedNanos),
        Math.min(minNanos, other.minNanos),
        Math.max(maxNanos, other.maxNanos));
  }

  /** Returns the sum of two that are not negative, or the largest {@code long} in its place. */
  static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
