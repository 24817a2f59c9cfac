// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationStatisticsEvent;
import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.SessionEvent;

/**
 * Keeps the event classes untouched until Flight Recorder is in use.
 *
 * <p>The first touch of an event class costs hundreds of milliseconds, which no prompt may pay. The
 * gate opens when someone starts a recording, before that recording sees its first event, and stays
 * open. Whoever emits an event asks {@link #isOpen()} first: a volatile read.
 */
public final class EventGate {

  private static final List<Class<? extends Event>> NO_TYPES = List.of();

  private static final List<Runnable> WAITING = new CopyOnWriteArrayList<>();
  private static volatile boolean open;
  private static boolean listening;

  private EventGate() {}

  /** Returns whether events may be emitted. */
  public static boolean isOpen() {
    return open;
  }

  /**
   * Starts to wait for the first recording. Slow the first time, so not for the editor's thread.
   *
   * @param onOpen runs once the gate is open, on the thread that opened it, or at once
   */
  public static synchronized void await(Runnable onOpen) {
    if (!FlightRecorder.isAvailable()) {
      return;
    }
    if (open) {
      onOpen.run();
      return;
    }
    WAITING.add(onOpen);
    if (!listening) {
      listening = true;
      FlightRecorder.addListener(new Listener());
    }
    if (FlightRecorder.isInitialized()) {
      open();
    }
  }

  private static synchronized void open() {
    if (open) {
      return;
    }
    types().forEach(FlightRecorder::register);
    open = true;
    WAITING.forEach(Runnable::run);
    WAITING.clear();
  }

  private static List<Class<? extends Event>> types() {
    return FlightRecorder.isAvailable()
        ? List.of(
            KeystrokeEvent.class,
            OperationEvent.class,
            CacheLookupEvent.class,
            PoolAllocationEvent.class,
            OperationStatisticsEvent.class,
            SessionEvent.class)
        : NO_TYPES;
  }

  private static final class Listener implements FlightRecorderListener {
    @Override
    public void recorderInitialized(FlightRecorder recorder) {
      open();
    }
  }
}
