// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** What to do about a pool, or about memory that has none. */
public enum Recommendation {
  /** Pool it: using it again is cheaper than making it. */
  POOL,
  /** Make it anew each time: that is cheaper. */
  DO_NOT_POOL,
  /** Keep more free objects. */
  GROW,
  /** Keep fewer free objects. */
  SHRINK,
  /** Leave it as it is. */
  KEEP;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
