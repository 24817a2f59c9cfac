// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

import java.util.List;

/**
 * What the slow ones of one kind of work spent their time on.
 *
 * @param subject type of operation, or {@link org.lusush.lle.analyzer.model.Timing#KEYSTROKE}
 * @param fromNanos duration from which on they count as slow
 * @param spans how many there are
 * @param of how many of that kind there are in all
 * @param nanos time of the slow ones together
 * @param shares by cause, the largest first; they add up to all the time
 */
public record TailCauses(
    String subject, long fromNanos, long spans, long of, long nanos, List<CauseShare> shares) {

  public TailCauses {
    shares = List.copyOf(shares);
  }
}
