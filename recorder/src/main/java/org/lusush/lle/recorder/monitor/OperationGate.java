// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/**
 * Tells whether any monitor of this process measures operations, by one look at one place: for what
 * is over in nanoseconds, and would take longer to ask its own monitor.
 */
public final class OperationGate {

  private static int monitors;
  private static volatile boolean open;

  private OperationGate() {}

  /** Returns whether an operation might be measured; where not, none is. */
  public static boolean isOpen() {
    return open;
  }

  /** A monitor is about to measure operations. */
  static synchronized void enter() {
    monitors++;
    open = true;
  }

  /** A monitor measures operations no longer. */
  static synchronized void leave() {
    monitors--;
    open = monitors > 0;
  }
}
