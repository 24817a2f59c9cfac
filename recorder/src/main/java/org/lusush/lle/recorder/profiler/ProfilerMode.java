// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.util.Locale;

/** How much the profiler takes in. */
public enum ProfilerMode {
  /** Nothing. */
  OFF,
  /** One top-level operation in so many, with everything inside it. */
  SAMPLING,
  /** Every operation. */
  INSTRUMENTATION,
  /** Every top-level operation, and the inside of one in so many. */
  HYBRID;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events, in lower case. */
  public String label() {
    return label;
  }

  boolean isSampled() {
    return this == SAMPLING || this == HYBRID;
  }
}
