// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import java.util.Locale;

/**
 * An operation and its place in the ranking by time taken itself.
 *
 * @param rank from 1
 * @param operation label of the type
 * @param stats what was recorded of it; its name is the operation's, and may be empty
 * @param share its fraction of all self time
 * @param critical whether it has the share and a slow 99th percentile
 * @param met the criteria that make it a hot spot; empty when it is none
 */
public record HotSpot(
    int rank,
    String operation,
    OperationStats stats,
    double share,
    boolean critical,
    List<Criterion> met) {

  /** What makes an operation a hot spot. */
  public enum Criterion {
    /** Its fraction of all self time. */
    SHARE,
    /** Its self time. */
    TOTAL,
    /** Its number of calls. */
    CALLS,
    /** Its longest call. */
    SINGLE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns the name as it stands in reports, in lower case. */
    public String label() {
      return label;
    }
  }

  public HotSpot {
    met = List.copyOf(met);
  }

  public boolean isHot() {
    return !met.isEmpty();
  }
}
