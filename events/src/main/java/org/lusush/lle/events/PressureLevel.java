// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** How short a resource is, least first. */
public enum PressureLevel {
  /** There is enough. */
  NONE,
  /** Some work waits now and then. */
  LOW,
  /** Work waits often. */
  MEDIUM,
  /** Work waits most of the time. */
  HIGH,
  /** The process may be stopped or killed. */
  CRITICAL;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
