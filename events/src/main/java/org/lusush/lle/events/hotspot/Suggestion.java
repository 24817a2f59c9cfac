// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

/**
 * What could be done about a hot spot, and what it is concluded from. Immutable.
 *
 * @param id stable name of the rule it comes from, in lower case with hyphens
 * @param advice what to do, in one sentence
 * @param evidence the figures that speak for it, and the limit they are over where there is one
 * @param concernedNanos the part of the hot spot's self time that it is about, in nanoseconds: an
 *     upper bound of what following it can win
 */
public record Suggestion(String id, String advice, String evidence, long concernedNanos) {
  public Suggestion {
    requireNonNull(id, "id");
    requireNonNull(advice, "advice");
    requireNonNull(evidence, "evidence");
    if (concernedNanos < 0) {
      throw new IllegalArgumentException(
          "concernedNanos must be at least 0, was " + concernedNanos);
    }
  }
}
