// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.lang.ref.WeakReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/**
 * The tree of one thread: its stack of open operations, which it alone reads and writes, over paths
 * that others read.
 *
 * <p>A pair of enter and exit is timed now and then: after 16 pairs, 32, 64 and so on, and every
 * 1,024 once there are as many, so that the first ones, which run slowly, stand for few. Each timed
 * half reads the clock three times: twice with nothing between, which is what a reading costs here
 * and now, and once after the work; the difference is the work. So what is subtracted for the clock
 * is its cost in the very same state of caches and compiled code, not one from another moment.
 */
final class ThreadCallTree implements CallTree {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int FIRST_TIMED = 16;
  private static final int LONGEST_STRIDE = 1_024;

  /** A pair that seems to cost more than this was interrupted, and tells nothing. */
  static final long INTERRUPTED_NANOS = 100_000;

  private final Profiler profiler;
  private final LongSupplier clock;
  private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
  private final CallPaths paths = new CallPaths();
  private final @Nullable PathNode[] open = new PathNode[MAX_DEPTH + 1];
  private final long[] childNanos = new long[MAX_DEPTH + 1];
  private int depth;

  /** Depth from which operations are left out: what is at this depth and what is deeper. */
  private int leftOutFrom = NEVER;

  /** Whether it is the inside of the top-level operation that is left out, but its time counted. */
  private boolean outline;

  private long random;
  private long profiled;
  private long nextTimed = FIRST_TIMED;
  private long lastTimed;
  private long timedSince;
  private long timedEnterNanos;
  private int timedDepth = -1;

  ThreadCallTree(Profiler profiler, LongSupplier clock, long seed) {
    this.profiler = profiler;
    this.clock = clock;
    random = seed;
    open[0] = paths.root();
  }

  CallPaths paths() {
    return paths;
  }

  /** Returns whether the thread that made the tree has ended, so that nobody writes any more. */
  boolean isDead() {
    var writer = thread.get();
    return writer == null || !writer.isAlive();
  }

  /** Goes once through everything that is slow the first time; the tree is of no use after it. */
  void warmUp() {
    chooseTopLevel();
    leftOutFrom = NEVER;
    push(OperationType.CUSTOM, Component.OTHER, "");
    pop(1, true);
    paths.addTimed(1, 1);
    paths.figures(current());
  }

  @Override
  public void enter(OperationType type, Component component, String name) {
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    if (depth == 0) {
      chooseTopLevel();
    }
    if (depth >= leftOutFrom) {
      depth++;
    } else if (profiled >= nextTimed) {
      timedPush(type, component, name);
    } else {
      push(type, component, name);
    }
  }

  @Override
  public void exit(long durationNanos, boolean failed) {
    if (depth == 0) {
      paths.countRefused();
    } else if (depth > leftOutFrom) {
      leaveLeftOut(durationNanos, failed);
    } else if (depth == timedDepth) {
      timedPop(durationNanos, failed);
    } else {
      pop(durationNanos, failed);
    }
  }

  @Override
  public void addApart(
      OperationType type, Component component, String name, long durationNanos, boolean failed) {
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    var settings = profiler.settings();
    var mode = settings.mode();
    if (mode == ProfilerMode.OFF
        || (mode == ProfilerMode.SAMPLING && !isSampled(settings.samplingRate()))) {
      return;
    }
    var node = paths.child(paths.root(), type, component, name);
    if (node != null) {
      long duration = Math.max(0, durationNanos);
      paths.record(node, duration, duration, failed);
      profiled++;
    }
  }

  @Override
  public void abandon() {
    if (depth == 0) {
      paths.countRefused();
      return;
    }
    if (depth == timedDepth) {
      stopTiming();
    }
    if (depth <= leftOutFrom) {
      childNanos[depth - 1] = Figures.sum(childNanos[depth - 1], childNanos[depth]);
      paths.countAbandoned();
    }
    depth--;
    settleLeftOut();
  }

  @Override
  public void abandonTo(int depth) {
    while (this.depth > Math.max(0, depth)) {
      abandon();
    }
  }

  @Override
  public int depth() {
    return depth;
  }

  /** Decides what of the operation to come is taken in. */
  private void chooseTopLevel() {
    outline = false;
    leftOutFrom = NEVER;
    var settings = profiler.settings();
    switch (settings.mode()) {
      case OFF -> leftOutFrom = 0;
      case SAMPLING -> leftOutFrom = isSampled(settings.samplingRate()) ? NEVER : 0;
      case INSTRUMENTATION -> {}
      case HYBRID -> {
        outline = !isSampled(settings.samplingRate());
        leftOutFrom = outline ? 1 : NEVER;
      }
    }
  }

  /** Returns true once in so many times, at random: the work of an editor has its own rhythm. */
  private boolean isSampled(int rate) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return ((random >>> 32) * rate) >>> 32 == 0;
  }

  private void push(OperationType type, Component component, String name) {
    if (depth == MAX_DEPTH) {
      paths.countIgnored(1);
      leftOutFrom = depth;
    } else {
      var node = paths.child(current(), type, component, name);
      if (node == null) {
        outline = false;
        leftOutFrom = depth;
      } else {
        open[depth + 1] = node;
        childNanos[depth + 1] = 0;
        profiled++;
      }
    }
    depth++;
  }

  private void pop(long durationNanos, boolean failed) {
    long duration = Math.max(0, durationNanos);
    long self = Math.max(0, duration - childNanos[depth]);
    paths.record(current(), duration, self, failed);
    depth--;
    childNanos[depth] = Figures.sum(childNanos[depth], duration);
  }

  /** Leaves an operation that was left out; of an outline, the outermost of them counts. */
  private void leaveLeftOut(long durationNanos, boolean failed) {
    depth--;
    if (outline && depth == leftOutFrom) {
      long duration = Math.max(0, durationNanos);
      var node = paths.child(current(), OperationType.CUSTOM, Component.OTHER, NOT_PROFILED);
      if (node != null) {
        paths.record(node, duration, duration, failed);
        childNanos[depth] = Figures.sum(childNanos[depth], duration);
      }
    }
    settleLeftOut();
  }

  /** Takes in again what comes after an operation that was left out for want of room. */
  private void settleLeftOut() {
    if (depth == leftOutFrom && !outline) {
      leftOutFrom = NEVER;
    }
  }

  private PathNode current() {
    return requireNonNull(open[depth]);
  }

  private void timedPush(OperationType type, Component component, String name) {
    nextTimed = Long.MAX_VALUE;
    long before = clock.getAsLong();
    long start = clock.getAsLong();
    push(type, component, name);
    long end = clock.getAsLong();
    if (depth > leftOutFrom) {
      stopTiming();
      return;
    }
    timedSince = profiled;
    timedDepth = depth;
    timedEnterNanos = (end - start) - (start - before);
  }

  private void timedPop(long durationNanos, boolean failed) {
    long before = clock.getAsLong();
    long start = clock.getAsLong();
    pop(durationNanos, failed);
    long end = clock.getAsLong();
    long cost = timedEnterNanos + (end - start) - (start - before);
    if (Math.abs(cost) <= INTERRUPTED_NANOS) {
      long weight = timedSince - lastTimed;
      lastTimed = timedSince;
      paths.addTimed(weight, cost * weight);
    }
    stopTiming();
  }

  private void stopTiming() {
    timedDepth = -1;
    nextTimed = profiled + Math.min(LONGEST_STRIDE, profiled);
  }
}
