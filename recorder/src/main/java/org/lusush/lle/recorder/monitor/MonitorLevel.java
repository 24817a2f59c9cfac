// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.util.Locale;

/** How much is measured; each level measures what the one before does. */
public enum MonitorLevel {
  /** Nothing. */
  DISABLED,
  /** Whole keystrokes. */
  MINIMAL,
  /** The operations in them. */
  NORMAL,
  /** The processor time and the memory of each operation. */
  DETAILED,
  /** The call tree of every operation, whatever the profiler is set to. */
  EXHAUSTIVE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in settings and reports, in lower case. */
  public String label() {
    return label;
  }
}
