// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;

/**
 * All paths of one tree, in bounded number, and what was left out of them.
 *
 * <p>One thread writes and is never held up. Any thread reads: the figures of one node are those of
 * one moment, unless the writer lost its processor in the middle of them for longer than a reader
 * is willing to try, some 20 ms or more; each figure by itself is right even then. Figures of
 * different nodes may be an operation apart while the writer goes on, and are exact once it stands
 * still.
 */
final class CallPaths {

  /** Nodes that are kept for {@link OperationNames#OTHER}. */
  private static final int RESERVED = 512;

  /** Readings that a reader tries at once, and in all, before it takes the figures as they are. */
  private static final int TRIES_AT_ONCE = 100;

  private static final int TRIES = 1_000;
  private static final long PAUSE_NANOS = 20_000;

  private static final VarHandle VERSION;
  private static final VarHandle IGNORED;
  private static final VarHandle RENAMED;
  private static final VarHandle REFUSED;
  private static final VarHandle ABANDONED;
  private static final VarHandle TIMED_WEIGHT;
  private static final VarHandle TIMED_NANOS;

  static {
    try {
      var lookup = MethodHandles.lookup();
      VERSION = lookup.findVarHandle(CallPaths.class, "version", long.class);
      IGNORED = lookup.findVarHandle(CallPaths.class, "ignored", long.class);
      RENAMED = lookup.findVarHandle(CallPaths.class, "renamed", long.class);
      REFUSED = lookup.findVarHandle(CallPaths.class, "refused", long.class);
      ABANDONED = lookup.findVarHandle(CallPaths.class, "abandoned", long.class);
      TIMED_WEIGHT = lookup.findVarHandle(CallPaths.class, "timedWeight", long.class);
      TIMED_NANOS = lookup.findVarHandle(CallPaths.class, "timedNanos", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The pairs of enter and exit whose cost was measured.
   *
   * @param weight how many pairs they stand for
   * @param nanos what that many cost
   */
  record Timed(long weight, long nanos) {}

  private final PathNode root = new PathNode(OperationType.CUSTOM, Component.OTHER, "");
  private final KnownNames names = new KnownNames();
  private int nodes;

  /** Odd while figures are being written. */
  private long version;

  private long ignored;
  private long renamed;
  private long refused;
  private long abandoned;
  private long timedWeight;
  private long timedNanos;

  PathNode root() {
    return root;
  }

  // For the writer.

  /**
   * Returns the node of an operation under another, made on first use; the node of other names
   * where a limit is reached; or null, counted, where even that has no room.
   */
  @Nullable PathNode child(PathNode parent, OperationType type, Component component, String name) {
    return child(parent, type, component, name, 1);
  }

  void record(PathNode node, long durationNanos, long selfNanos, boolean failed) {
    node.count(durationNanos);
    beginWrite();
    node.record(durationNanos, selfNanos, failed);
    endWrite();
  }

  void countRefused() {
    REFUSED.setOpaque(this, refused + 1);
  }

  void countAbandoned() {
    ABANDONED.setOpaque(this, abandoned + 1);
  }

  void countIgnored(long operations) {
    IGNORED.setOpaque(this, ignored + operations);
  }

  void addTimed(long weight, long nanos) {
    beginWrite();
    TIMED_WEIGHT.setOpaque(this, timedWeight + weight);
    TIMED_NANOS.setOpaque(this, timedNanos + nanos);
    endWrite();
  }

  /** Adds everything of another whose writer is gone. */
  void fold(CallPaths other) {
    beginWrite();
    foldChildren(root, other.root);
    TIMED_WEIGHT.setOpaque(this, timedWeight + other.timedWeight);
    TIMED_NANOS.setOpaque(this, timedNanos + other.timedNanos);
    IGNORED.setOpaque(this, ignored + other.ignored);
    RENAMED.setOpaque(this, renamed + other.renamed);
    REFUSED.setOpaque(this, refused + other.refused);
    ABANDONED.setOpaque(this, abandoned + other.abandoned);
    endWrite();
  }

  // For readers.

  Figures figures(PathNode node) {
    for (int i = 0; i < TRIES; i++) {
      long before = versionAcquire();
      if ((before & 1) == 0) {
        var figures = node.figuresOpaque();
        if (isUnchanged(before)) {
          return figures;
        }
      }
      pause(i);
    }
    return node.figuresOpaque();
  }

  Timed timed() {
    for (int i = 0; ; i++) {
      long before = versionAcquire();
      var timed =
          new Timed((long) TIMED_WEIGHT.getOpaque(this), (long) TIMED_NANOS.getOpaque(this));
      if (i == TRIES || ((before & 1) == 0 && isUnchanged(before))) {
        return timed;
      }
      pause(i);
    }
  }

  /** Lets the writer come to the end of what it writes; it may have lost its processor. */
  private static void pause(int tries) {
    if (tries < TRIES_AT_ONCE) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  Profile.Losses losses() {
    return new Profile.Losses(
        (long) IGNORED.getOpaque(this),
        (long) RENAMED.getOpaque(this),
        (long) REFUSED.getOpaque(this),
        (long) ABANDONED.getOpaque(this));
  }

  private @Nullable PathNode child(
      PathNode parent, OperationType type, Component component, String name, long operations) {
    var known = parent.find(type, component, name);
    if (known != null) {
      return known;
    }
    if (nodes < CallTree.MAX_PATHS - RESERVED && names.admits(type, name)) {
      return added(parent, type, component, name);
    }
    var other = parent.find(type, component, OperationNames.OTHER);
    if (other == null && nodes < CallTree.MAX_PATHS) {
      other = added(parent, type, component, OperationNames.OTHER);
    }
    if (other == null) {
      countIgnored(operations);
    } else {
      RENAMED.setOpaque(this, renamed + operations);
    }
    return other;
  }

  private PathNode added(PathNode parent, OperationType type, Component component, String name) {
    var node = new PathNode(type, component, name);
    parent.add(node);
    nodes++;
    return node;
  }

  private void foldChildren(PathNode to, PathNode from) {
    from.forEachChild(child -> foldChild(to, child));
  }

  private void foldChild(PathNode to, PathNode from) {
    var figures = from.figuresOpaque();
    var target = child(to, from.type(), from.component(), from.name(), figures.calls());
    if (target == null) {
      // As if the writer itself had had no room: the time is that of the operation around it.
      to.addSelf(figures.selfNanos());
      from.forEachChild(child -> leaveOut(to, child));
    } else {
      target.addCallsOf(from);
      foldChildren(target, from);
    }
  }

  private void leaveOut(PathNode to, PathNode from) {
    var figures = from.figuresOpaque();
    countIgnored(figures.calls());
    to.addSelf(figures.selfNanos());
    from.forEachChild(child -> leaveOut(to, child));
  }

  private void beginWrite() {
    VERSION.setOpaque(this, version + 1);
    VarHandle.storeStoreFence();
  }

  private void endWrite() {
    VERSION.setRelease(this, version + 1);
  }

  private long versionAcquire() {
    return (long) VERSION.getAcquire(this);
  }

  private boolean isUnchanged(long before) {
    VarHandle.loadLoadFence();
    return (long) VERSION.getOpaque(this) == before;
  }
}
