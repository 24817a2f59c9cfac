// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.util.function.LongSupplier;

/** A source of time that only goes forward, in nanoseconds from an arbitrary origin. */
@FunctionalInterface
public interface Ticker extends LongSupplier {

  /** Returns the time now. */
  long nanos();

  @Override
  default long getAsLong() {
    return nanos();
  }

  /** Returns the JVM's own clock. */
  static Ticker system() {
    return SystemTicker.INSTANCE;
  }
}
