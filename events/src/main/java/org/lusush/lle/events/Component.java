// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** The part of a line editor that an operation belongs to. */
public enum Component {
  TERMINAL,
  BUFFER,
  EVENT,
  DISPLAY,
  HISTORY,
  COMPLETION,
  SYNTAX,
  AUTOSUGGESTION,
  CACHE,
  MEMORY,
  PROFILER,
  RESOURCE,
  DASHBOARD,
  CUSTOMIZATION,
  INTEGRATION,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
