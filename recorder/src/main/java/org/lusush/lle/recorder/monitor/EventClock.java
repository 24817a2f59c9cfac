// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationEvent;

/**
 * Gives an event the times that were measured anyway: two looks at the clock for an operation, not
 * four, and an event that says to the nanosecond what the statistics say.
 *
 * <p>Flight Recorder has no method for it, so the fields are written that the JVM adds to every
 * event class. Where it adds others, or where its clock does not run evenly with {@link
 * System#nanoTime}, which is measured once, events take their times themselves by {@code begin} and
 * {@code end}. Start times are then as exact as that measurement, to some 100 ns.
 *
 * <p>To be loaded only once Flight Recorder is in use, see {@link EventGate}.
 */
final class EventClock {

  private static final int SAMPLES = 6;
  private static final long BETWEEN_SAMPLES_NANOS = 500_000;

  private static final @Nullable Times OPERATION = Times.of(OperationEvent.class);
  private static final @Nullable Times KEYSTROKE = Times.of(KeystrokeEvent.class);

  /** How far Flight Recorder's clock is ahead of {@link System#nanoTime}, once it is known. */
  private static volatile long offsetNanos;

  private static volatile boolean measured;

  private EventClock() {}

  /**
   * Compares the clocks, which takes some 3 ms, unless that is done. Comes to nothing before the
   * first recording with our events has started: until then they have no clock.
   */
  static synchronized void load() {
    if (!measured && OPERATION != null && KEYSTROKE != null) {
      measure(OPERATION);
    }
  }

  /** Returns whether events can be given times of a ticker. */
  static boolean follows(Ticker ticker) {
    return measured && ticker == Ticker.system();
  }

  /** Gives an event its times, where the ticker is followed. */
  static void set(OperationEvent event, long startNanos, long nanos) {
    var times = OPERATION;
    if (times != null) {
      times.start().set(event, onItsClock(startNanos));
      times.duration().set(event, longerThanNothing(nanos));
    }
  }

  /** Gives an event its times, where the ticker is followed. */
  static void set(KeystrokeEvent event, long startNanos, long nanos) {
    var times = KEYSTROKE; // a method for each class: a handle wants the exact one
    if (times != null) {
      times.start().set(event, onItsClock(startNanos));
      times.duration().set(event, longerThanNothing(nanos));
    }
  }

  private static long onItsClock(long nanos) {
    return nanos + offsetNanos;
  }

  /** A commit takes 0 for an end that was never told. */
  private static long longerThanNothing(long nanos) {
    return Math.max(1, nanos);
  }

  /** The fields that the JVM adds to an event class; a record, whose fields the JIT trusts. */
  private record Times(VarHandle start, VarHandle duration) {

    static @Nullable Times of(Class<?> type) {
      try {
        var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        return new Times(
            lookup.findVarHandle(type, "startTime", long.class),
            lookup.findVarHandle(type, "duration", long.class));
      } catch (ReflectiveOperationException | RuntimeException e) {
        return null; // another JVM: events take their times themselves
      }
    }
  }

  /** Leaves all as it is where the offset changes, as where the clock counts in other units. */
  private static void measure(Times times) {
    long least = Long.MIN_VALUE;
    long most = Long.MAX_VALUE;
    for (int i = 0; i < SAMPLES; i++) {
      var event = new OperationEvent();
      long before = System.nanoTime();
      event.begin();
      long after = System.nanoTime();
      long start = (long) times.start().get(event);
      if (start == 0) {
        return;
      }
      least = Math.max(least, start - after);
      most = Math.min(most, start - before);
      LockSupport.parkNanos(BETWEEN_SAMPLES_NANOS);
    }
    if (least <= most) {
      offsetNanos = least + (most - least) / 2;
      measured = true;
    }
  }
}
