// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** Why a tier of a cache gave an entry up. */
public enum EvictionReason {
  /** To hold no more than it may. */
  SIZE,
  /** Its time was over. */
  EXPIRED;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
