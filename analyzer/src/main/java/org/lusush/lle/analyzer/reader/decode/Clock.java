// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/** Turns the ticks of a chunk into nanoseconds, rounding as JMC's parser does. */
final class Clock {

  private static final long SECOND = 1_000_000_000;

  private final long startNanos;
  private final long startTicks;
  private final boolean nanos;
  private final double ticksPerNano;
  private final double nanosPerTick;

  Clock(long startNanos, long startTicks, long ticksPerSecond) {
    this.startNanos = startNanos;
    this.startTicks = startTicks;
    nanos = ticksPerSecond == SECOND;
    ticksPerNano = ticksPerSecond / (double) SECOND;
    nanosPerTick = 1 / ticksPerNano;
  }

  /** Returns a moment in nanoseconds since the epoch. */
  long epochNanos(long ticks) {
    long since = ticks - startTicks;
    return startNanos + (nanos ? since : (long) (since / ticksPerNano));
  }

  long durationNanos(long ticks) {
    return nanos ? ticks : Math.round(ticks * nanosPerTick);
  }
}
