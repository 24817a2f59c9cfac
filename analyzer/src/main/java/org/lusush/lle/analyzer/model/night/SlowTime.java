// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.List;

/**
 * What the slow ones of one kind of work spent their time on.
 *
 * @param subject type of operation, or keystroke
 * @param count how many slow ones were looked into
 * @param parts the largest first; together they are the mean duration of a slow one
 */
public record SlowTime(String subject, long count, List<Part> parts) {

  /**
   * The part of one cause.
   *
   * @param cause its label
   * @param nanos time in each slow one, in the mean
   * @param evidence what it was mostly, or empty
   */
  public record Part(String cause, double nanos, String evidence) {}

  public SlowTime {
    parts = List.copyOf(parts);
  }

  /** Returns the part of a cause, which may be nothing. */
  public Part of(String cause) {
    return parts.stream()
        .filter(part -> part.cause().equals(cause))
        .findFirst()
        .orElse(new Part(cause, 0, ""));
  }
}
