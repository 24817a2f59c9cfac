// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/** What a pool holds. */
public enum PoolKind {
  /** Whatever has no pool of its own. */
  PRIMARY,
  /** Carriers of events on their way to the recording. */
  EVENT,
  /** Entries of a cache. */
  CACHE,
  /** Byte, character and line buffers. */
  BUFFER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name as it stands in events and reports, in lower case. */
  public String label() {
    return label;
  }
}
