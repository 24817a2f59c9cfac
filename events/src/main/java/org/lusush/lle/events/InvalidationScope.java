// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** What a cache was told to forget. */
public enum InvalidationScope {
  /** One key. */
  KEY,
  /** Every key that a condition holds for. */
  PREDICATE,
  /** Everything. */
  ALL;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
