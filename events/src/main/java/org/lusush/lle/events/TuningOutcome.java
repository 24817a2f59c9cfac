// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** What became of a tuner's advice. */
public enum TuningOutcome {
  /** Taken, and watched. */
  APPLIED,
  /** What came of it was no worse than before. */
  KEPT,
  /** It made things worse, and was undone. */
  ROLLED_BACK,
  /** Not taken: other advice on the same parameter was better, or it was out of bounds. */
  REFUSED;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
