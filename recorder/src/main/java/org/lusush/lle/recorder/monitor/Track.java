// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.profiler.CallTree;
import org.lusush.lle.recorder.profiler.Profiler;
import org.lusush.lle.recorder.statistics.ThreadStatistics;

/**
 * The operations that one thread is in, innermost last, and the keystroke it works for.
 *
 * <p>Written and read by its own thread alone. Nothing is allocated after its depth was reached
 * once.
 */
final class Track {

  /** Operations nested deeper than this are not measured. */
  static final int MAX_DEPTH = 32;

  private static final int DEPTH_BITS = 6;

  private final Thread thread;
  private final Monitor monitor;
  private final Profiler profiler;
  private final Ticker ticker;
  private final ThreadStatistics statistics;
  private final Ring ring = new Ring();
  private CallTree calls = CallTree.none();
  private boolean profiled;
  private final Measurement[] open = new Measurement[MAX_DEPTH];
  private int depth;
  private int lineDepth;
  private long keystrokeId;
  private int muted;
  private boolean suspended;
  private long sequence;

  Track(Monitor monitor, ThreadStatistics statistics, Thread thread) {
    this.thread = thread;
    this.monitor = monitor;
    profiler = monitor.profiler();
    ticker = monitor.ticker();
    this.statistics = statistics;
  }

  boolean isOf(Thread current) {
    return thread == current;
  }

  boolean isOfDeadThread() {
    return !thread.isAlive();
  }

  ThreadStatistics statistics() {
    return statistics;
  }

  Ring ring() {
    return ring;
  }

  long keystrokeId() {
    return keystrokeId;
  }

  void keystrokeId(long id) {
    keystrokeId = id;
  }

  /** Measures nothing until {@link #unmute}. */
  void mute() {
    muted++;
  }

  void unmute() {
    muted--;
  }

  boolean isMuted() {
    return muted > 0;
  }

  /** A line begins: what is open already goes on around it. */
  void lineStarted() {
    lineDepth = depth;
  }

  Measurement begin(Gates gates, OperationType type, Component component, String name) {
    if (muted > 0 || !gates.admits(type, component)) {
      return Measurement.NONE;
    }
    if (suspended) {
      resumeIdle();
    }
    if (depth == MAX_DEPTH) {
      monitor.countDropped();
      return Measurement.NONE;
    }
    var measurement = open[depth];
    if (measurement == null) {
      measurement = new Measurement(this, depth);
      open[depth] = measurement;
    }
    if (profiled || profiler.isOn()) {
      enter(type, component, name);
    }
    depth++;
    measurement.begin(type, component, name, gates.costs);
    measurement.start(ticker);
    return measurement;
  }

  private void enter(OperationType type, Component component, String name) {
    if (depth == 0) {
      chooseTree();
    }
    calls.enter(type, component, name);
  }

  /** Returns a number for the use of a place of the stack. */
  long nextSequence(int index) {
    return ++sequence << DEPTH_BITS | index + 1;
  }

  /** Returns the open measurement that has a sequence number, or one that measures nothing. */
  Measurement open(long number) {
    int index = (int) (number & (1 << DEPTH_BITS) - 1) - 1;
    if (index >= 0 && index < depth && open[index].isNumbered(number)) {
      return open[index];
    }
    monitor.countDropped();
    return Measurement.NONE;
  }

  /** Ends a measurement and gives up whatever was begun inside it and never ended. */
  void end(Measurement measurement) {
    try {
      if (!measurement.isEnded()) {
        measurement.markEnd(ticker.nanos());
      }
      int index = measurement.index();
      if (index >= depth) {
        monitor.countDropped();
        return;
      }
      if (suspended) {
        resumeIdle();
        measurement.markEnd(ticker.nanos());
      }
      while (depth > index + 1) {
        giveUp();
        monitor.countDropped();
      }
      if (index < lineDepth) {
        // The line was read inside it: part of its time is the user's, and its event cannot say so.
        lineDepth = index;
        giveUp();
        monitor.countDropped();
      } else {
        depth = index;
        settle(measurement, index, measurement.what());
      }
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
      clear();
    }
  }

  /** Forgets a measurement, and whatever was begun inside it, without recording it. */
  void drop(Measurement measurement) {
    while (depth > measurement.index()) {
      giveUp();
    }
  }

  /** Forgets the innermost operation, whose end never came. */
  private void giveUp() {
    depth--;
    statistics.givenUp(What.row(open[depth].what()));
    leaveOut(depth);
  }

  /** Takes an operation out, but not what ended inside it: that is part of the one around. */
  private void leaveOut(int index) {
    calls.abandon();
    if (index > 0) {
      open[index - 1].addChild(open[index].childNanos());
    }
  }

  /** Records what every open operation of the line did so far, because the user is waited for. */
  void suspend() {
    if (suspended || depth <= lineDepth) {
      return;
    }
    long now = monitor.nanos();
    for (int i = depth - 1; i >= lineDepth; i--) {
      open[i].markEnd(now);
      settle(open[i], i, What.withResult(open[i].what(), Result.SUCCESS));
    }
    suspended = true;
  }

  /** Lets the open operations of the line go on from now, since a key has come. */
  void resume() {
    if (!suspended) {
      calls.abandonTo(calls.depth() - (depth - lineDepth));
    }
    for (int i = lineDepth; i < depth; i++) {
      enter(open[i]);
      open[i].start(ticker);
    }
    suspended = false;
  }

  /** Lets them go on although no key has come: the wait was over otherwise. */
  private void resumeIdle() {
    suspended = false;
    for (int i = lineDepth; i < depth; i++) {
      enter(open[i]);
      open[i].startIdle(ticker);
    }
  }

  /** Forgets what is open, without recording it. */
  void clear() {
    calls.abandonTo(0);
    suspended = false;
    depth = 0;
    lineDepth = 0;
    keystrokeId = 0;
  }

  /** Puts an operation that stood apart from the others into the call tree. */
  void called(Measurement measurement) {
    if (depth == 0) {
      chooseTree();
    }
    calls.addApart(
        measurement.type(),
        measurement.component(),
        measurement.name(),
        measurement.durationNanos(),
        false);
  }

  @SuppressWarnings("ReferenceEquality") // saves the store, not a comparison
  private void chooseTree() {
    var tree = profiler.tree();
    if (calls != tree) {
      calls = tree;
      profiled = tree != CallTree.none();
    }
  }

  private void enter(Measurement measurement) {
    if (profiled) {
      calls.enter(measurement.type(), measurement.component(), measurement.name());
    }
  }

  private void settle(Measurement measurement, int index, int what) {
    if (!measurement.isWorth()) {
      leaveOut(index);
      return;
    }
    long nanos = measurement.durationNanos();
    if (profiled) {
      calls.exit(nanos, What.isFailure(what));
    }
    if (index > 0) {
      open[index - 1].addChild(nanos);
    }
    monitor.record(this, measurement, nanos, what);
  }
}
