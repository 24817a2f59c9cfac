// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * How many durations, and how long, in each of the last slices of time.
 *
 * <p>A slice is 2^30 ns, a little over a second; 56 of them are 60 seconds. Of each slice it is
 * kept what had been counted before it, so that a writer has something to do only when a slice
 * begins. There is room for as many slices as were ever in use within 60 seconds. One thread
 * writes, any may read; a slice that is overwritten while it is read is left out.
 *
 * <pre>
 *   slot   slice | count before it | sum before it
 *          8 bytes 8                 8
 * </pre>
 */
final class RecentMeans {

  static final int SLICES = 56;
  static final Duration WINDOW = Duration.ofNanos((long) SLICES << 30);

  /** Room for the whole window, and the next power of two. */
  private static final int SLOTS = 64;

  private static final int FIRST_SLOTS = 4;
  private static final int FIELDS = 3;

  /** The slice of an empty slot. */
  private static final long NONE = Long.MIN_VALUE;

  private static final int NANOS_BITS = 30;
  private static final VarHandle TABLE;

  static {
    try {
      TABLE = MethodHandles.lookup().findVarHandle(RecentMeans.class, "table", long[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long[] table = empty(FIRST_SLOTS);
  private long latest = NONE;

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
    long[] slots = table;
    int first = first(slots, slice);
    while (slots.length < SLOTS * FIELDS && isOfWindow(slots[first], slice)) {
      slots = grown(slots);
      first = first(slots, slice);
    }
    slots[first + 1] = count;
    slots[first + 2] = sum;
    slots[first] = slice;
    latest = slice;
  }

  /** Returns whether a slice would be missed if it were overwritten. */
  private static boolean isOfWindow(long old, long slice) {
    return old != NONE && slice - old <= SLICES;
  }

  private long[] grown(long[] slots) {
    long[] larger = empty(2 * slots.length / FIELDS);
    for (int from = 0; from < slots.length; from += FIELDS) {
      if (slots[from] != NONE) {
        System.arraycopy(slots, from, larger, first(larger, slots[from]), FIELDS);
      }
    }
    TABLE.setRelease(this, larger);
    return larger;
  }

  private static long[] empty(int slots) {
    var table = new long[slots * FIELDS];
    for (int first = 0; first < table.length; first += FIELDS) {
      table[first] = NONE;
    }
    return table;
  }

  /** Returns where the slot of a slice begins. */
  private static int first(long[] slots, long slice) {
    return ((int) slice & (slots.length / FIELDS - 1)) * FIELDS;
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
    var slots = (long[]) TABLE.getAcquire(this);
    long countAfter = count;
    long sumAfter = sum;
    for (long slice = current; slice >= current - SLICES; slice--) {
      int first = first(slots, slice);
      if (slots[first] != slice) {
        continue;
      }
      long countBefore = slots[first + 1];
      long sumBefore = slots[first + 2];
      int i = (int) (slice - (current - SLICES));
      if (i < SLICES && countAfter >= countBefore) {
        countsOut[i] += countAfter - countBefore;
        sumsOut[i] += Math.max(0, sumAfter - sumBefore);
      }
      countAfter = countBefore;
      sumAfter = sumBefore;
    }
  }
}
