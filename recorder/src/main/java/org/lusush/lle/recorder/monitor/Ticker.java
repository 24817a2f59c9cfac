// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/** A source of time that only goes forward, in nanoseconds from an arbitrary origin. */
@FunctionalInterface
public interface Ticker {

  /** Returns the time now. */
  long nanos();

  /** Returns the JVM's own clock. */
  static Ticker system() {
    return System::nanoTime;
  }
}
