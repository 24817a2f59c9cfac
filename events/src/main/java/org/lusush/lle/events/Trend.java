// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** Where a figure is heading. */
public enum Trend {
  /** Too little data to say. */
  UNKNOWN,
  STABLE,
  IMPROVING,
  DEGRADING,
  /** It moves, but in no direction. */
  VOLATILE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
