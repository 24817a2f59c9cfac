// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One of the slowest keystrokes.
 *
 * @param id its number in its process
 * @param widget editor command that ran, or empty
 * @param kind sort of key
 * @param largest the operation in it that took the most time itself, when known
 */
public record SlowKeystroke(
    long id,
    Instant start,
    String widget,
    String kind,
    long durationNanos,
    Phases phases,
    Optional<Work> largest) {

  /** Slowest first; of equally slow ones the earlier first. */
  public static final Comparator<SlowKeystroke> SLOWEST_FIRST =
      Ordering.comparingLong(SlowKeystroke::durationNanos)
          .reversed()
          .thenComparing(SlowKeystroke::start)
          .thenComparingLong(SlowKeystroke::id);

  /** An operation inside a keystroke. */
  public record Work(String operation, String name, long selfNanos) {}

  public SlowKeystroke withLargest(Work work) {
    return new SlowKeystroke(id, start, widget, kind, durationNanos, phases, Optional.of(work));
  }
}
