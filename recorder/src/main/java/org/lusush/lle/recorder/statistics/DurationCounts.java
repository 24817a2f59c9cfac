// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts durations in buckets whose width grows with them, to two significant digits.
 *
 * <p>The buckets are those of an HdrHistogram of that precision: one a nanosecond up to 128, then
 * 128 to each doubling. An octave is allocated when it is first needed.
 *
 * <pre>
 *   octave   0          1            2            3           …
 *   from     0 ns       128 ns       256 ns       512 ns
 *   width    1 ns       1 ns         2 ns         4 ns
 * </pre>
 *
 * <p>One thread writes, any may read at any time. Counts only grow; a reader sees each within a
 * moment.
 */
final class DurationCounts {

  static final int BUCKETS_OF_OCTAVE = 128;
  static final int OCTAVES = 36;
  static final long LARGEST = (1L << 42) - 1;

  private static final int BITS = 7;
  private static final long[] NO_SUMS = {};
  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

  private final AtomicReferenceArray<int[]> octaves = new AtomicReferenceArray<>(OCTAVES);

  /** Counts a duration; what is longer than 73 minutes counts as that. */
  void record(long nanos) {
    long value = Math.min(nanos, LARGEST);
    int octave = 0;
    int bucket = (int) value;
    if (value >= BUCKETS_OF_OCTAVE) {
      int shift = 63 - BITS - Long.numberOfLeadingZeros(value);
      octave = shift + 1;
      bucket = (int) (value >>> shift) - BUCKETS_OF_OCTAVE;
    }
    int[] counts = octaves.getPlain(octave);
    if (counts == null) {
      counts = new int[BUCKETS_OF_OCTAVE];
      octaves.setRelease(octave, counts);
    }
    COUNT.setOpaque(counts, bucket, counts[bucket] + 1);
  }

  /** Adds the counts to others, bucket by bucket, octave by octave. */
  void addTo(long[][] sums) {
    for (int octave = 0; octave < OCTAVES; octave++) {
      int[] counts = octaves.getAcquire(octave);
      if (counts == null) {
        continue;
      }
      long[] sum = octave(sums, octave);
      for (int bucket = 0; bucket < BUCKETS_OF_OCTAVE; bucket++) {
        sum[bucket] += Integer.toUnsignedLong((int) COUNT.getOpaque(counts, bucket));
      }
    }
  }

  /** Returns sums of nothing: an empty octave stands for one that is all 0. */
  static long[][] noSums() {
    var sums = new long[OCTAVES][];
    Arrays.fill(sums, NO_SUMS);
    return sums;
  }

  /** Returns an octave of some sums, made if need be. */
  static long[] octave(long[][] sums, int octave) {
    long[] sum = sums[octave];
    if (sum.length == 0) {
      sum = new long[BUCKETS_OF_OCTAVE];
      sums[octave] = sum;
    }
    return sum;
  }

  /** Returns the shortest duration that a bucket counts. */
  static long lowest(int octave, int bucket) {
    return octave == 0 ? bucket : (long) (bucket + BUCKETS_OF_OCTAVE) << (octave - 1);
  }
}
