// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Moments as nanoseconds since the epoch, the way recordings hold them. */
public final class Times {

  private static final long SECOND = 1_000_000_000;

  private Times() {}

  public static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND));
  }

  public static long epochNanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
