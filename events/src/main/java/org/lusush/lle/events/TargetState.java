// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** Whether a target is met, best first. */
public enum TargetState {
  /** The figure is within its limit. */
  MET,
  /** Within the limit, but near it. */
  WARNING,
  /** Over the limit. */
  CRITICAL,
  /** Over what is acceptable at all. */
  FAILED,
  /** Too few measurements to say. */
  UNKNOWN;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
