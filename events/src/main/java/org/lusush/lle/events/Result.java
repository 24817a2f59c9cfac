// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** How an operation ended. */
public enum Result {
  /** It did what it was asked to. */
  SUCCESS,
  /** It did so with a reservation: the editor beeped, a completion found nothing. */
  WARNING,
  /** It threw, or reported failure. */
  ERROR,
  /** It gave up after a time limit. */
  TIMEOUT,
  /** The user or the shell called it off. */
  CANCELLED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }

  /** Returns whether it counts as an error: it ended in error or timeout. */
  public boolean isFailure() {
    return this == ERROR || this == TIMEOUT;
  }

  /**
   * Returns whether a result counts as an error, by its {@link #label} in an event; one that is not
   * known here does not.
   */
  public static boolean isFailure(String label) {
    return label.equals(ERROR.label) || label.equals(TIMEOUT.label);
  }
}
