// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.statistics.DurationCounts;
import org.lusush.lle.recorder.statistics.Durations;

/**
 * One operation under the path that leads to it.
 *
 * <p>One thread writes; any thread reads, without waiting. Every figure only grows (the minimum
 * only shrinks) and is read whole. Children are published before they are seen and never taken
 * back. That the figures of one node belong together is up to {@link CallPaths}.
 */
@SuppressWarnings("EnumOrdinal") // unlike an enum's hash, an ordinal costs no native call
final class PathNode {

  private static final @Nullable PathNode[] CHILDLESS = new PathNode[1];
  private static final int FIRST_CAPACITY = 4;

  private static final VarHandle CHILD = MethodHandles.arrayElementVarHandle(PathNode[].class);
  private static final VarHandle CHILDREN;
  private static final VarHandle CALLS;
  private static final VarHandle FAILURES;
  private static final VarHandle SELF;
  private static final VarHandle ENDED;
  private static final VarHandle MIN;
  private static final VarHandle MAX;

  static {
    try {
      var lookup = MethodHandles.lookup();
      CHILDREN = lookup.findVarHandle(PathNode.class, "children", PathNode[].class);
      CALLS = lookup.findVarHandle(PathNode.class, "calls", long.class);
      FAILURES = lookup.findVarHandle(PathNode.class, "failures", long.class);
      SELF = lookup.findVarHandle(PathNode.class, "selfNanos", long.class);
      ENDED = lookup.findVarHandle(PathNode.class, "endedNanos", long.class);
      MIN = lookup.findVarHandle(PathNode.class, "minNanos", long.class);
      MAX = lookup.findVarHandle(PathNode.class, "maxNanos", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final OperationType type;
  private final Component component;
  private final String name;

  /** Open addressing by {@link #hash}, a power of two long, at most half full. */
  private @Nullable PathNode[] children = CHILDLESS;

  private int childCount;
  private @Nullable PathNode lastFound;

  private final DurationCounts durations = new DurationCounts();
  private long calls;
  private long failures;
  private long selfNanos;
  private long endedNanos;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  PathNode(OperationType type, Component component, String name) {
    this.type = type;
    this.component = component;
    this.name = name;
  }

  OperationType type() {
    return type;
  }

  Component component() {
    return component;
  }

  String name() {
    return name;
  }

  /** Returns the child for this operation, or null; for the writer. */
  @Nullable PathNode find(OperationType type, Component component, String name) {
    var last = lastFound;
    if (last != null && last.is(type, component, name)) {
      return last;
    }
    int mask = children.length - 1;
    for (int i = hash(type, component, name) & mask; ; i = (i + 1) & mask) {
      var child = children[i];
      if (child == null) {
        return null;
      }
      if (child.is(type, component, name)) {
        lastFound = child;
        return child;
      }
    }
  }

  /** Adds a child that {@link #find} does not return yet; for the writer. */
  void add(PathNode child) {
    childCount++;
    if (childCount * 2 > children.length) {
      grow();
    }
    setChildRelease(children, freeSlot(children, child), child);
  }

  /**
   * Adds the duration of a call that is recorded next; for the writer. Apart from {@link #record},
   * since it allocates where it is the first of about its length.
   */
  void count(long durationNanos) {
    durations.record(durationNanos);
  }

  /** Adds one call; for the writer. */
  void record(long durationNanos, long ownNanos, boolean failed) {
    CALLS.setOpaque(this, calls + 1);
    if (failed) {
      FAILURES.setOpaque(this, failures + 1);
    }
    addSelf(ownNanos);
    ENDED.setOpaque(this, Figures.sum(endedNanos, durationNanos));
    if (durationNanos < minNanos) {
      MIN.setOpaque(this, durationNanos);
    }
    if (durationNanos > maxNanos) {
      MAX.setOpaque(this, durationNanos);
    }
  }

  /** Adds self time without a call; for the writer. */
  void addSelf(long nanos) {
    SELF.setOpaque(this, Figures.sum(selfNanos, nanos));
  }

  /** Adds the calls of another, whose writer is gone; for the writer. */
  void addCallsOf(PathNode other) {
    durations.add(other.durations);
    var figures = other.figuresOpaque();
    CALLS.setOpaque(this, calls + figures.calls());
    FAILURES.setOpaque(this, failures + figures.failures());
    addSelf(figures.selfNanos());
    ENDED.setOpaque(this, Figures.sum(endedNanos, figures.endedNanos()));
    MIN.setOpaque(this, Math.min(minNanos, figures.minNanos()));
    MAX.setOpaque(this, Math.max(maxNanos, figures.maxNanos()));
  }

  /** Returns each figure as it is now, not necessarily all of one moment; for readers. */
  Figures figuresOpaque() {
    return new Figures(
        (long) CALLS.getOpaque(this),
        (long) FAILURES.getOpaque(this),
        (long) SELF.getOpaque(this),
        (long) ENDED.getOpaque(this),
        (long) MIN.getOpaque(this),
        (long) MAX.getOpaque(this));
  }

  /** Returns the durations of the calls until now, maybe one call apart; for readers. */
  Durations durations() {
    return Durations.of(durations);
  }

  /** Visits the children there are by now, in no order; for readers. */
  void forEachChild(Consumer<PathNode> visitor) {
    var table = (PathNode[]) CHILDREN.getAcquire(this);
    for (int i = 0; i < table.length; i++) {
      var child = (PathNode) CHILD.getAcquire(table, i);
      if (child != null) {
        visitor.accept(child);
      }
    }
  }

  private void grow() {
    @Nullable PathNode[] larger = new PathNode[Math.max(FIRST_CAPACITY, children.length * 2)];
    for (var child : children) {
      if (child != null) {
        larger[freeSlot(larger, child)] = child;
      }
    }
    CHILDREN.setRelease(this, larger);
  }

  private static void setChildRelease(@Nullable PathNode[] table, int index, PathNode child) {
    CHILD.setRelease(table, index, child);
  }

  private static int freeSlot(@Nullable PathNode[] table, PathNode child) {
    int mask = table.length - 1;
    int i = hash(child.type, child.component, child.name) & mask;
    while (table[i] != null) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private boolean is(OperationType type, Component component, String name) {
    return this.type == type && this.component == component && this.name.equals(name);
  }

  private static int hash(OperationType type, Component component, String name) {
    int hash = (name.hashCode() * 31 + type.ordinal()) * 31 + component.ordinal();
    return (hash * 0x9E3779B9) >>> 16;
  }
}
