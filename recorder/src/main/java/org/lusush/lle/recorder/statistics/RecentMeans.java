// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.time.Duration;

/**
 * How many durations, and how long, in each of the last slices of time.
 *
 * <p>A slice is 2^30 ns, a little over a second; 56 of them are 60 seconds. Of each slice it is
 * kept what had been counted before it, so that a writer has something to do only when a slice
 * begins. One thread writes, any may read; a slice that is overwritten while it is read is left
 * out.
 */
final class RecentMeans {

  static final int SLICES = 56;
  static final Duration WINDOW = Duration.ofNanos((long) SLICES << 30);

  private static final int SLOTS = 64;
  private static final int NANOS_BITS = 30;

  private final long[] slices = new long[SLOTS];
  private final long[] countsBefore = new long[SLOTS];
  private final long[] sumsBefore = new long[SLOTS];
  private long latest;

  /** Returns the slice that a time of the monotonic clock lies in. */
  static long sliceOf(long nanos) {
    return nanos >> NANOS_BITS;
  }

  /**
   * Takes note of the time of a duration that is counted next.
   *
   * @param atNanos when it ended
   * @param count how many were counted before it
   * @param sum how long they were together
   */
  void at(long atNanos, long count, long sum) {
    long slice = sliceOf(atNanos);
    if (slice != latest) {
      begin(slice, count, sum);
    }
  }

  private void begin(long slice, long count, long sum) {
    int slot = (int) slice & (SLOTS - 1);
    countsBefore[slot] = count;
    sumsBefore[slot] = sum;
    slices[slot] = slice;
    latest = slice;
  }

  /**
   * Adds what is in the window to others.
   *
   * @param current the slice that is now, which is not over and not in the window
   * @param count how many were counted until now
   * @param sum how long they were together
   * @param countsOut counts of the window, oldest first
   * @param sumsOut sums of the window, oldest first
   */
  void addTo(long current, long count, long sum, long[] countsOut, long[] sumsOut) {
    long countAfter = count;
    long sumAfter = sum;
    for (long slice = current; slice >= current - SLICES; slice--) {
      int slot = (int) slice & (SLOTS - 1);
      if (slices[slot] != slice) {
        continue;
      }
      int i = (int) (slice - (current - SLICES));
      if (i < SLICES && countAfter >= countsBefore[slot]) {
        countsOut[i] += countAfter - countsBefore[slot];
        sumsOut[i] += Math.max(0, sumAfter - sumsBefore[slot]);
      }
      countAfter = countsBefore[slot];
      sumAfter = sumsBefore[slot];
    }
  }
}
