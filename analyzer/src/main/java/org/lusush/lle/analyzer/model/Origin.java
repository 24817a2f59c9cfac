// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Locale;

/** What figures were computed from. */
public enum Origin {
  /** Single events, each with its own duration. */
  EVENTS,
  /** The recorder's interval histograms. */
  HISTOGRAMS,
  /** The counters and percentiles that the recorder keeps since its start. */
  STATISTICS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in reports, such as {@code histograms}. */
  public String label() {
    return label;
  }
}
