// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.util.Locale;

/** What can be short. */
public enum Resource {
  /** Processors. */
  CPU,
  /** Memory of the machine or the container. */
  MEMORY,
  /** Storage. */
  IO,
  /** The heap of the JVM. */
  HEAP;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
