// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.hotspot.HotSpotCriteria;

/**
 * What the profiler has taken in of all threads up to one moment, as one tree. Immutable.
 *
 * @param roots the top-level operations, most total time first
 * @param overhead what taking it in has cost
 * @param losses what was not taken in
 */
public record Profile(List<CallNode> roots, ProfilerOverhead overhead, Losses losses) {

  /**
   * What was not taken in, or not as it was given.
   *
   * @param ignored operations left out, with everything inside them, because they were nested too
   *     deep or their tree had no room for another path
   * @param renamed operations counted under {@link OperationNames#OTHER}
   * @param refused ends of operations that had not begun
   * @param abandoned operations given up before their end
   */
  public record Losses(long ignored, long renamed, long refused, long abandoned) {

    static final Losses NONE = new Losses(0, 0, 0, 0);

    Losses plus(Losses other) {
      return new Losses(
          ignored + other.ignored,
          renamed + other.renamed,
          refused + other.refused,
          abandoned + other.abandoned);
    }
  }

  /**
   * How often one operation was called directly from another, and how long that took.
   *
   * @param type type of the operation at the other end
   * @param name name of the operation at the other end
   * @param calls calls that ended
   * @param totalNanos time in them and in what was nested in them; nested calls of the same
   *     operation count each
   */
  public record Edge(OperationType type, String name, long calls, long totalNanos) {
    public Edge {
      requireNonNull(type, "type");
      requireNonNull(name, "name");
    }
  }

  public Profile {
    roots = List.copyOf(roots);
    requireNonNull(overhead, "overhead");
    requireNonNull(losses, "losses");
  }

  /**
   * Returns every operation, told apart by type and name, the one with the most self time first,
   * then by label of the type, then by name: the ranking of a recording of the same operations.
   *
   * <p>In {@link ProfilerMode#HYBRID} the figures of what is inside a top-level operation are
   * scaled up from the time that was sampled inside it to all time inside it.
   */
  public List<HotSpot> hotSpots(HotSpotCriteria criteria) {
    return Ranking.of(roots, requireNonNull(criteria, "criteria"));
  }

  /** Returns what an operation was called from, most time first; nothing for top-level calls. */
  public List<Edge> callers(OperationType type, String name) {
    requireNonNull(type, "type");
    requireNonNull(name, "name");
    return CallGraph.callers(roots, type, name);
  }

  /** Returns what an operation called, most time first. */
  public List<Edge> callees(OperationType type, String name) {
    requireNonNull(type, "type");
    requireNonNull(name, "name");
    return CallGraph.callees(roots, type, name);
  }

  /**
   * Returns the node around one of this profile's, found by identity; none for a top-level one and
   * for one that is not of this profile.
   */
  public Optional<CallNode> parent(CallNode node) {
    requireNonNull(node, "node");
    return CallGraph.parent(roots, node);
  }
}
