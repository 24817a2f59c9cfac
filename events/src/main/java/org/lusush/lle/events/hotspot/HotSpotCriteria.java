// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When an operation is a hot spot, and when a hot spot is critical. Immutable.
 *
 * @param share fraction of all self time from which an operation is a hot spot
 * @param total self time from which it is one
 * @param calls number of calls from which it is one
 * @param single duration over which one call alone makes it one
 * @param critical 99th percentile over which a hot spot that has the share is critical
 */
public record HotSpotCriteria(
    double share, Duration total, long calls, Duration single, Duration critical) {

  private static final HotSpotCriteria DEFAULTS =
      new HotSpotCriteria(
          0.05, Duration.ofMillis(1), 10_000, Duration.ofNanos(100_000), Duration.ofMillis(1));

  public HotSpotCriteria {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
    }
    requireNonNull(total, "total");
    if (calls <= 0) {
      throw new IllegalArgumentException("calls must be over 0, was " + calls);
    }
    requireNonNull(single, "single");
    requireNonNull(critical, "critical");
  }

  /** Returns the criteria that hold unless someone sets others. */
  public static HotSpotCriteria defaults() {
    return DEFAULTS;
  }

  /**
   * Returns whether an operation is a hot spot: it meets any one criterion.
   *
   * @param selfShare its fraction of all self time
   * @param selfNanos its self time in nanoseconds
   * @param count its number of calls
   * @param maxNanos its longest call in nanoseconds
   */
  public boolean isHot(double selfShare, long selfNanos, long count, long maxNanos) {
    return selfShare >= share
        || selfNanos >= total.toNanos()
        || count >= calls
        || maxNanos > single.toNanos();
  }

  /**
   * Returns whether a hot spot is critical: it has the share, and one call in a hundred is over the
   * critical duration.
   *
   * @param selfShare its fraction of all self time
   * @param p99Nanos 99th percentile of its durations in nanoseconds
   */
  public boolean isCritical(double selfShare, long p99Nanos) {
    return selfShare >= share && p99Nanos > critical.toNanos();
  }
}
