// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** What makes an operation a hot spot. */
  public enum Criterion {
    /** Its fraction of all self time. */
    SHARE,
    /** Its self time. */
    TOTAL,
    /** Its number of calls. */
    CALLS,
    /** Its longest call. */
    SINGLE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns the name as it stands in reports, in lower case. */
    public String label() {
      return label;
    }
  }

  /**
   * Returns the criteria that an operation meets; any one makes it a hot spot.
   *
   * @param selfShare its fraction of all self time
   * @param selfNanos its self time in nanoseconds
   * @param count its number of calls
   * @param maxNanos its longest call in nanoseconds
   */
  public List<Criterion> met(double selfShare, long selfNanos, long count, long maxNanos) {
    var met = new ArrayList<Criterion>();
    if (selfShare >= share) {
      met.add(Criterion.SHARE);
    }
    if (selfNanos >= total.toNanos()) {
      met.add(Criterion.TOTAL);
    }
    if (count >= calls) {
      met.add(Criterion.CALLS);
    }
    if (maxNanos > single.toNanos()) {
      met.add(Criterion.SINGLE);
    }
    return List.copyOf(met);
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
