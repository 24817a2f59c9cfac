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
    TRUNCATED(Missing.ANYTHING),
    DAMAGED(Missing.BOTH),
    UNFINISHED(Missing.ANYTHING),
    EVENTS_LOST(Missing.BOTH),
    OPERATIONS_LEFT_OUT(Missing.OPERATIONS),
    OPERATIONS_MISSING(Missing.OPERATIONS),
    KEYSTROKES_LEFT_OUT(Missing.KEYSTROKES),
    KEYSTROKES_MISSING(Missing.KEYSTROKES),
    LOOKUPS_LEFT_OUT(Missing.ANYTHING),
    TAKES_LEFT_OUT(Missing.ANYTHING),
    HISTOGRAMS_UNDECODED(Missing.ANYTHING),
    MEASUREMENTS_DROPPED(Missing.ANYTHING),
    CHUNKS_REPEATED(Missing.NOTHING),
    NOT_CHECKED(Missing.NOTHING),
    INTERVALS_OUTSIDE(Missing.NOTHING),
    NEWER_EVENTS(Missing.NOTHING);

    /** What of a recording a gap touches that the recorder's own figures may still hold. */
    private enum Missing {
      NOTHING,
      ANYTHING,
      OPERATIONS,
      KEYSTROKES,
      BOTH
    }

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Missing missing;

    Kind(Missing missing) {
      this.missing = missing;
    }

    /** Returns the name as it stands in reports, such as {@code events-lost}. */
    public String label() {
      return label;
    }

    /** Returns whether something that happened is missing. */
    public boolean isLossy() {
      return missing != Missing.NOTHING;
    }

    /** Returns whether single operations are missing that the recorder's own figures may hold. */
    public boolean missesOperations() {
      return missing == Missing.OPERATIONS || missing == Missing.BOTH;
    }

    /** Returns whether single keystrokes are missing that the recorder's own figures may hold. */
    public boolean missesKeystrokes() {
      return missing == Missing.KEYSTROKES || missing == Missing.BOTH;
    }
  }
}
