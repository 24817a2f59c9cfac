// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static java.util.Objects.requireNonNull;

/**
 * What the score needs of one type of operation. Immutable.
 *
 * @param operation label of the type, of this version or of another
 * @param count how many ended
 * @param errors how many of them ended in error or timeout
 * @param totalNanos sum of their durations in nanoseconds
 */
public record CountedOperations(String operation, long count, long errors, long totalNanos) {
  public CountedOperations {
    requireNonNull(operation, "operation");
  }
}
