// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.Locale;

/** What is said of a night, or of one set of recordings beside another. */
public enum Verdict {
  PASS,
  IMPROVEMENT,
  REGRESSION,
  /** The data do not allow an answer; the reasons say why. */
  INCONCLUSIVE;

  private final String label = name().toLowerCase(Locale.ROOT);

  public String label() {
    return label;
  }
}
