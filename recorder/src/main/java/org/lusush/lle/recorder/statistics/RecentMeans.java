// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.time.Duration;

/**
 * How many durations, and how long, in each of the last slices of time.
 *
 * <p>A slice is 2^30 ns, a little over a second; 56 of them are 60 seconds. One thread writes, any
 * may read; a slice that is overwritten while it is read is left out.
 */
final class RecentMeans {

  static final int SLICES = 56;
  static final Duration WINDOW = Duration.ofNanos((long) SLICES << 30);

  private static final int SLOTS = 64;
  private static final int NANOS_BITS = 30;

  private final long[] slices = new long[SLOTS];
  private final long[] counts = new long[SLOTS];
  private final long[] sums = new long[SLOTS];

  /** Returns the slice that a time of the monotonic clock lies in. */
  static long sliceOf(long nanos) {
    return nanos >> NANOS_BITS;
  }

  void record(long atNanos, long durationNanos) {
    long slice = sliceOf(atNanos);
    int slot = (int) slice & (SLOTS - 1);
    if (slices[slot] != slice) {
      counts[slot] = 0;
      sums[slot] = 0;
      slices[slot] = slice;
    }
    counts[slot]++;
    sums[slot] += durationNanos;
  }

  /**
   * Adds what is in the window to others.
   *
   * @param current the slice that is now, which is not over and not in the window
   * @param countsOut counts of the window, oldest first
   * @param sumsOut sums of the window, oldest first
   */
  void addTo(long current, long[] countsOut, long[] sumsOut) {
    for (int i = 0; i < SLICES; i++) {
      long slice = current - SLICES + i;
      int slot = (int) slice & (SLOTS - 1);
      if (slices[slot] == slice) {
        countsOut[i] += counts[slot];
        sumsOut[i] += sums[slot];
      }
    }
  }
}
