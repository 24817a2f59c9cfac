// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When prefetching pays. Immutable.
 *
 * @param price what time spent in the background costs beside the time that someone waits, from 0
 *     to 1: prefetching goes off when it saves less than so much of what it spends, and a key is
 *     prefetched only when it follows with so much probability
 * @param hysteresis how much more often than that guesses have to be right for it to go on again
 * @param most keys at a time, over 0
 * @param enough prefetches, or guesses, that a judgement takes, over 0
 * @param rest how long it stays off at least; twice as long each time
 * @param longestRest the most that it becomes
 */
public record PrefetchSettings(
    double price, double hysteresis, int most, int enough, Duration rest, Duration longestRest) {

  private static final PrefetchSettings DEFAULTS =
      new PrefetchSettings(0.5, 0.1, 2, 50, Duration.ofMinutes(5), Duration.ofHours(1));

  public PrefetchSettings {
    requireNonNull(rest, "rest");
    requireNonNull(longestRest, "longestRest");
    if (!(price >= 0 && price <= 1)) {
      throw new IllegalArgumentException("price must be from 0 to 1, was " + price);
    }
    if (!(hysteresis >= 0 && hysteresis <= 1)) {
      throw new IllegalArgumentException("hysteresis must be from 0 to 1, was " + hysteresis);
    }
    if (most <= 0) {
      throw new IllegalArgumentException("most must be over 0, was " + most);
    }
    if (enough <= 0) {
      throw new IllegalArgumentException("enough must be over 0, was " + enough);
    }
  }

  /** Returns the settings that hold unless someone sets others. */
  public static PrefetchSettings defaults() {
    return DEFAULTS;
  }
}
