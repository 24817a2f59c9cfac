// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Comparator;
import org.lusush.lle.events.OperationNames;

/**
 * How often operations of one type, or whole keystrokes, exceeded a threshold.
 *
 * @param operation label of the type, or {@link Timing#KEYSTROKE}
 * @param warnings how often the lower threshold, and not the higher
 * @param criticals how often the higher threshold
 * @param longestNanos the longest of all these durations
 */
public record Exceeded(String operation, long warnings, long criticals, long longestNanos) {

  /** How many types are told apart. */
  public static final int MAX_TYPES = 100;

  /** The most critical first, of equals those that exceeded most often. */
  public static final Comparator<Exceeded> WORST_FIRST =
      Ordering.comparingLong(Exceeded::criticals)
          .thenComparingLong(Exceeded::warnings)
          .thenComparingLong(Exceeded::longestNanos)
          .reversed()
          .thenComparing(Exceeded::operation);

  Exceeded plus(Exceeded other) {
    return new Exceeded(
        operation,
        Sums.add(warnings, other.warnings),
        Sums.add(criticals, other.criticals),
        Math.max(longestNanos, other.longestNanos));
  }

  Exceeded asOther() {
    return new Exceeded(OperationNames.OTHER, warnings, criticals, longestNanos);
  }
}
