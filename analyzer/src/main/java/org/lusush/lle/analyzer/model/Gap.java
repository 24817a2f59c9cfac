// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Locale;

/**
 * Something that is missing from a recording, or that a reader of its report should know.
 *
 * @param sentence what, how much, and what to do about it; without the file's name
 */
public record Gap(Kind kind, String sentence) {

  /** What sort of thing it is. */
  public enum Kind {
    TRUNCATED(true, false),
    DAMAGED(true, true),
    UNFINISHED(true, false),
    EVENTS_LOST(true, true),
    OPERATIONS_LEFT_OUT(true, true),
    OPERATIONS_MISSING(true, true),
    KEYSTROKES_LEFT_OUT(true, false),
    KEYSTROKES_MISSING(true, false),
    LOOKUPS_LEFT_OUT(true, false),
    TAKES_LEFT_OUT(true, false),
    MEASUREMENTS_DROPPED(true, false),
    CHUNKS_REPEATED(false, false),
    NOT_CHECKED(false, false),
    NEWER_EVENTS(false, false);

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean lossy;
    private final boolean operationsAffected;

    Kind(boolean lossy, boolean operationsAffected) {
      this.lossy = lossy;
      this.operationsAffected = operationsAffected;
    }

    /** Returns the name as it stands in reports, such as {@code events-lost}. */
    public String label() {
      return label;
    }

    /** Returns whether something that happened is missing. */
    public boolean isLossy() {
      return lossy;
    }

    /** Returns whether single operations are missing that the recorder's statistics still hold. */
    public boolean missesOperations() {
      return operationsAffected;
    }
  }
}
