// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.List;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.Suggestion;
import org.lusush.lle.events.hotspot.Suggestions;

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

  public HotSpot {
    met = List.copyOf(met);
  }

  public boolean isHot() {
    return !met.isEmpty();
  }

  /** Returns what could be done about it, what concerns most of its self time first. */
  public List<Suggestion> suggestions() {
    return Suggestions.of(stats.figures(operation));
  }
}
