// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Map;
import org.lusush.lle.recorder.memory.PoolTotals.Requests;

/**
 * How often each size was asked for, exact counts in a fixed number of places.
 *
 * <p>Sizes up to 1,024 bytes are counted by eighths of the 64 bits that a heap rounds them up to
 * anyway, so none is taken for another; larger ones in eight steps for each doubling, which are
 * 12.5 % wide at most. One thread writes; it publishes them with a counter of its own.
 */
final class SizeCounts {

  private static final int ALIGNMENT_SHIFT = 3;
  private static final int LARGEST_ALIGNED = 1024;
  private static final int LARGEST_ALIGNED_SHIFT = 10;
  private static final int STEPS_SHIFT = 3;
  private static final int STEPS = 1 << STEPS_SHIFT;
  private static final int ALIGNED_PLACES = (LARGEST_ALIGNED >> ALIGNMENT_SHIFT) + 1;

  private final int first;
  private final long[] counts;
  private final long[] firstNanos;

  /** Counts sizes of a range, those beyond its ends with the last ones in it. */
  SizeCounts(long smallest, long largest) {
    first = place(smallest);
    int places = place(largest) - first + 1;
    counts = new long[places];
    firstNanos = new long[places];
  }

  /** Counts one request. */
  void count(long bytes) {
    int index = Math.min(Math.max(0, place(bytes) - first), counts.length - 1);
    if (counts[index] == 0) {
      firstNanos[index] = System.nanoTime();
    }
    counts[index]++;
  }

  void addTo(Map<Long, Requests> sizes) {
    for (int index = 0; index < counts.length; index++) {
      long count = counts[index];
      if (count != 0) {
        sizes.merge(largest(first + index), new Requests(count, firstNanos[index]), Requests::plus);
      }
    }
  }

  /** Returns the number of the place in which a size is counted. */
  static int place(long bytes) {
    if (bytes <= LARGEST_ALIGNED) {
      return (int) (Math.max(0, bytes) + (1 << ALIGNMENT_SHIFT) - 1) >> ALIGNMENT_SHIFT;
    }
    long last = bytes - 1;
    int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(last);
    int step = (int) (last >>> (doubling - STEPS_SHIFT)) & (STEPS - 1);
    return ALIGNED_PLACES + ((doubling - LARGEST_ALIGNED_SHIFT) << STEPS_SHIFT) + step;
  }

  /** Returns the largest size that is counted in a place. */
  static long largest(int place) {
    if (place < ALIGNED_PLACES) {
      return (long) place << ALIGNMENT_SHIFT;
    }
    int beyond = place - ALIGNED_PLACES;
    int doubling = LARGEST_ALIGNED_SHIFT + (beyond >> STEPS_SHIFT);
    long step = beyond & (STEPS - 1);
    return (STEPS + step + 1) << (doubling - STEPS_SHIFT);
  }
}
