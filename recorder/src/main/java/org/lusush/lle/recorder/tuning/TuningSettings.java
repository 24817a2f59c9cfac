// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How patient the coordinator is. Immutable.
 *
 * @param interval length of a window, at whose end tuners are asked
 * @param backOff how long advice that was rolled back is not taken again; twice as long each time
 * @param longestBackOff the most that it becomes
 * @param reversal how long what was just made better is not saved at again; twice as long each time
 *     that it was made better after a saving
 * @param failures how often a tuner may throw before it is left out, over 0
 * @param kept how many steps are kept for reports, over 0
 * @param certainty how many standard errors a drop has to have to be no chance
 */
public record TuningSettings(
    Duration interval,
    Duration backOff,
    Duration longestBackOff,
    Duration reversal,
    int failures,
    int kept,
    double certainty) {

  private static final TuningSettings DEFAULTS =
      new TuningSettings(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          3,
          100,
          2.33);

  public TuningSettings {
    requirePositive(interval, "interval");
    requirePositive(backOff, "backOff");
    requirePositive(longestBackOff, "longestBackOff");
    requirePositive(reversal, "reversal");
    requireOver(failures, "failures");
    requireOver(kept, "kept");
    if (!(certainty > 0)) {
      throw new IllegalArgumentException("certainty must be over 0, was " + certainty);
    }
    if (longestBackOff.compareTo(backOff) < 0) {
      throw new IllegalArgumentException(
          "longestBackOff must be at least backOff, " + backOff + ", was " + longestBackOff);
    }
  }

  /** Returns the settings that hold unless someone sets others. */
  public static TuningSettings defaults() {
    return DEFAULTS;
  }

  private static void requirePositive(Duration value, String name) {
    requireNonNull(value, name);
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be over 0, was " + value);
    }
  }

  private static void requireOver(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be over 0, was " + value);
    }
  }
}
