// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.OperationFigures;
import org.lusush.lle.events.hotspot.Suggestion;
import org.lusush.lle.events.hotspot.Suggestions;

/**
 * An operation and its place in the ranking by time taken itself, wherever it was called from.
 * Immutable.
 *
 * @param rank from 1
 * @param type the type
 * @param name what tells it apart from others of its type; may be empty
 * @param calls calls that ended
 * @param failures how many of them ended in error or timeout
 * @param selfNanos time in it alone
 * @param share its fraction of all self time
 * @param meanNanos mean duration of its calls; 0 without any
 * @param minNanos its shortest call; 0 without any
 * @param p99Nanos 99th percentile of the durations of its calls, to two significant digits, from
 *     the call tree: the statistics know no names
 * @param maxNanos its longest call
 * @param critical whether it has the share and a slow 99th percentile
 * @param met the criteria that make it a hot spot; empty when it is none
 */
public record HotSpot(
    int rank,
    OperationType type,
    String name,
    long calls,
    long failures,
    long selfNanos,
    double share,
    long meanNanos,
    long minNanos,
    long p99Nanos,
    long maxNanos,
    boolean critical,
    List<Criterion> met) {

  public HotSpot {
    requireNonNull(type, "type");
    requireNonNull(name, "name");
    met = List.copyOf(met);
  }

  public boolean isHot() {
    return !met.isEmpty();
  }

  /** Returns what could be done about it, what concerns most of its self time first. */
  public List<Suggestion> suggestions() {
    return Suggestions.of(
        new OperationFigures(
            type.label(), name, calls, selfNanos, meanNanos, p99Nanos, minNanos, maxNanos));
  }
}
