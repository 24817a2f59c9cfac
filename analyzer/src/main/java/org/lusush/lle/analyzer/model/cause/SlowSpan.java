// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;

/**
 * A slow keystroke or operation, and what its time went to.
 *
 * @param keystrokeId number of the keystroke in its process, or 0
 * @param name widget of a keystroke or name of an operation, or empty
 * @param epochNanos when it began
 * @param nanos its duration
 * @param parts what had a part in it, the largest first; the sum of their times is the duration
 */
public record SlowSpan(
    long keystrokeId, String name, long epochNanos, long nanos, List<Part> parts) {

  /** Slowest first; of equally slow ones the earlier first. */
  public static final Comparator<SlowSpan> SLOWEST_FIRST =
      Ordering.comparingLong(SlowSpan::nanos)
          .reversed()
          .thenComparingLong(SlowSpan::epochNanos)
          .thenComparingLong(SlowSpan::keystrokeId);

  /**
   * The part that one cause had.
   *
   * @param evidence what it was mostly, or empty
   */
  public record Part(Cause cause, long nanos, String evidence) {}

  public SlowSpan {
    parts = List.copyOf(parts);
  }
}
