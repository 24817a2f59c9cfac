// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/**
 * The operations that one thread is in, innermost last, and the keystroke it works for.
 *
 * <p>Written and read by its own thread alone. Nothing is allocated after its depth was reached
 * once.
 */
final class Track {

  /** Operations nested deeper than this are not measured. */
  static final int MAX_DEPTH = 32;

  private final Monitor monitor;
  private final Measurement[] open = new Measurement[MAX_DEPTH];
  private int depth;
  private long keystrokeId;
  private boolean suspended;

  Track(Monitor monitor) {
    this.monitor = monitor;
  }

  int depth() {
    return depth;
  }

  long keystrokeId() {
    return keystrokeId;
  }

  void keystrokeId(long id) {
    keystrokeId = id;
  }

  Measurement begin(OperationType type, Component component, String name) {
    if (suspended) {
      resume();
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
    depth++;
    measurement.begin(type, component, name, monitor.nanos());
    return measurement;
  }

  /** Ends a measurement and gives up whatever was begun inside it and never ended. */
  void end(Measurement measurement) {
    int index = indexOf(measurement);
    if (index < 0) {
      monitor.countDropped();
      return;
    }
    if (suspended) {
      resume();
    }
    while (depth > index + 1) {
      depth--;
      monitor.countDropped();
    }
    depth--;
    if (!measurement.isEnded()) {
      measurement.markEnd(monitor.nanos());
    }
    settle(measurement, index);
  }

  /** Forgets a measurement, and whatever was begun inside it, without recording it. */
  void drop(Measurement measurement) {
    int index = indexOf(measurement);
    if (index >= 0) {
      depth = index;
    }
  }

  /** Ends every open operation for now, because the thread goes to wait for the user. */
  void suspend() {
    if (suspended || depth == 0) {
      return;
    }
    long now = monitor.nanos();
    for (int i = depth - 1; i >= 0; i--) {
      open[i].markEnd(now);
      settle(open[i], i);
    }
    suspended = true;
  }

  /** Lets what was suspended, and whatever is open, go on from now. */
  void resume() {
    suspended = false;
    long now = monitor.nanos();
    for (int i = 0; i < depth; i++) {
      open[i].restart(now);
    }
  }

  /** Forgets what is open, without recording it. */
  void clear() {
    suspended = false;
    depth = 0;
    keystrokeId = 0;
  }

  private void settle(Measurement measurement, int index) {
    long duration = measurement.durationNanos();
    if (index > 0) {
      open[index - 1].addChild(duration);
    }
    monitor.record(measurement, keystrokeId, duration);
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
