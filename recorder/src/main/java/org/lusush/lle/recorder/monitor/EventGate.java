// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/**
 * Keeps the event classes untouched until Flight Recorder is in use.
 *
 * <p>The first touch of an event class costs hundreds of milliseconds, which no prompt may pay, and
 * a Java without Flight Recorder has none to touch. The gate opens when someone starts a recording,
 * before that recording sees its first event, and stays open. Whoever emits an event asks {@link
 * #isOpen()} first: a volatile read, in a class that knows nothing of Flight Recorder.
 */
public final class EventGate {

  private static volatile boolean open;

  private EventGate() {}

  /** Returns whether events may be emitted. */
  public static boolean isOpen() {
    return open;
  }

  static void open() {
    open = true;
  }
}
