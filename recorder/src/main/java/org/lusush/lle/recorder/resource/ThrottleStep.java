// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is done less, or again more.
 *
 * @param action {@code prefetch} or {@code monitoring level}
 * @param from before: {@code on}, {@code off} or a level
 * @param to now
 * @param reason the pressure that it answers
 */
public record ThrottleStep(String action, String from, String to, String reason) {

  static final String PREFETCH = "prefetch";
  static final String LEVEL = "monitoring level";
  static final String ON = "on";
  static final String OFF = "off";

  public ThrottleStep {
    requireNonNull(action, "action");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(reason, "reason");
  }
}
