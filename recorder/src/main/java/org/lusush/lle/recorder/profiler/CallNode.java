// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.statistics.Durations;

/**
 * An operation under the path that leads to it, and what it did there. Immutable.
 *
 * <p>Its self time and the totals of its children add up to its total, always. Its total is the sum
 * of its durations, but while a call is open, and where a call was given up or the clock went back:
 * then it has what ended inside.
 *
 * @param type the type
 * @param component the part of the editor that did it
 * @param name what tells it apart from others of its type; may be empty
 * @param calls calls that ended
 * @param failures how many of them ended in error or timeout
 * @param totalNanos time in it and in what was nested in it
 * @param selfNanos time in it alone
 * @param endedNanos sum of the durations of its calls
 * @param minNanos its shortest call; 0 without any
 * @param maxNanos its longest call
 * @param durations the distribution of the durations of its calls; while a call ends, it may have
 *     one call more or less
 * @param children what was nested in it, most total time first
 */
public record CallNode(
    OperationType type,
    Component component,
    String name,
    long calls,
    long failures,
    long totalNanos,
    long selfNanos,
    long endedNanos,
    long minNanos,
    long maxNanos,
    Durations durations,
    List<CallNode> children) {

  public CallNode {
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    requireNonNull(durations, "durations");
    children = List.copyOf(children);
  }

  /** Returns the mean duration of its calls in nanoseconds, or 0 without any. */
  public long meanNanos() {
    return calls == 0 ? 0 : Math.round((double) endedNanos / calls);
  }

  /** Returns whether this stands for operations of all kinds that were not profiled. */
  public boolean isNotProfiled() {
    return type == OperationType.CUSTOM && name.equals(CallTree.NOT_PROFILED);
  }

  boolean is(OperationType type, String name) {
    return this.type == type && this.name.equals(name);
  }
}
