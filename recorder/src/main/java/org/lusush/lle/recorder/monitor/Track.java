// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.profiler.CallTree;
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

  private final Monitor monitor;
  private final ThreadStatistics statistics;
  private final Ring ring = new Ring();
  private CallTree calls = CallTree.none();
  private final Measurement[] open = new Measurement[MAX_DEPTH];
  private int depth;
  private int lineDepth;
  private long keystrokeId;
  private int muted;
  private boolean suspended;
  private long sequence;

  Track(Monitor monitor, ThreadStatistics statistics) {
    this.monitor = monitor;
    this.statistics = statistics;
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
      measurement = new Measurement(this);
      open[depth] = measurement;
    }
    if (depth == 0) {
      calls = monitor.profiler().tree();
    }
    depth++;
    calls.enter(type, component, name);
    statistics.begun(type);
    measurement.begin(
        type, component, name, gates.costs, ++sequence << DEPTH_BITS | depth, monitor.ticker());
    return measurement;
  }

  /** Returns the open measurement that has a sequence number, or one that measures nothing. */
  Measurement open(long number) {
    int index = (int) (number & (1 << DEPTH_BITS) - 1) - 1;
    if (index >= 0 && index < depth && open[index].sequence() == number) {
      return open[index];
    }
    monitor.countDropped();
    return Measurement.NONE;
  }

  /** Ends a measurement and gives up whatever was begun inside it and never ended. */
  void end(Measurement measurement) {
    try {
      int index = indexOf(measurement);
      if (index < 0) {
        monitor.countDropped();
        return;
      }
      if (suspended) {
        resumeIdle();
      }
      while (depth > index + 1) {
        depth--;
        calls.abandon();
        monitor.countDropped();
      }
      depth--;
      if (!measurement.isEnded()) {
        measurement.markEnd(monitor.nanos());
      }
      if (index < lineDepth) {
        // The line was read inside it: part of its time is the user's, and its event cannot say so.
        lineDepth = index;
        calls.abandon();
        monitor.countDropped();
      } else {
        settle(measurement, index, measurement.result());
      }
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
      clear();
    }
  }

  /** Forgets a measurement, and whatever was begun inside it, without recording it. */
  void drop(Measurement measurement) {
    int index = indexOf(measurement);
    if (index >= 0) {
      while (depth > index) {
        depth--;
        calls.abandon();
      }
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
      settle(open[i], i, Result.SUCCESS);
    }
    suspended = true;
  }

  /** Lets the open operations of the line go on from now, since a key has come. */
  void resume() {
    for (int i = lineDepth; i < depth; i++) {
      if (suspended) {
        statistics.begun(open[i].type());
        enter(open[i]);
      }
      open[i].restart(monitor.ticker());
    }
    suspended = false;
  }

  /** Lets them go on although no key has come: the wait was over otherwise. */
  private void resumeIdle() {
    suspended = false;
    for (int i = lineDepth; i < depth; i++) {
      enter(open[i]);
      open[i].restartIdle(monitor.ticker());
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
      calls = monitor.profiler().tree();
    }
    enter(measurement);
    calls.exit(measurement.durationNanos(), false);
  }

  private void enter(Measurement measurement) {
    calls.enter(measurement.type(), measurement.component(), measurement.name());
  }

  private void settle(Measurement measurement, int index, Result outcome) {
    if (!measurement.isWorth()) {
      calls.abandon();
      return;
    }
    calls.exit(measurement.durationNanos(), Measurement.isFailure(outcome));
    if (index > 0) {
      open[index - 1].addChild(measurement.durationNanos());
    }
    monitor.record(this, measurement, outcome);
  }

  private int indexOf(Measurement measurement) {
    for (int i = depth - 1; i >= 0; i--) {
      if (open[i] == measurement) {
        return i;
      }
    }
    return -1;
  }
}
