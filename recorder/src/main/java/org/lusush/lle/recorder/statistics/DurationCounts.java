// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
public final class DurationCounts {

  static final int BUCKETS_OF_OCTAVE = 128;
  static final int OCTAVES = 36;
  static final long LARGEST = (1L << 42) - 1;

  private static final int BITS = 7;

  /** Leading zeros of the longest duration that is counted to the nanosecond. */
  private static final int FIRST_TWO_OCTAVES = Long.SIZE - BITS - 1;

  private static final long[] NO_SUMS = {};
  private static final VarHandle OCTAVE = MethodHandles.arrayElementVarHandle(int[][].class);
  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] @Nullable [] octaves = new int[OCTAVES][];

  /** The octave of the latest duration, which is that of most others of the same operation. */
  private int[] latest = {};

  /** What takes a duration of that octave to its bucket. */
  private int latestShift;

  /** What all durations of that octave have before the bucket; nothing has it at first. */
  private long latestLeading = -1;

  /**
   * Counts a duration; what is longer than 73 minutes counts as that. For the writer.
   *
   * @param nanos at least 0
   */
  public void record(long nanos) {
    long bucket = nanos >>> latestShift ^ latestLeading;
    if ((bucket & -BUCKETS_OF_OCTAVE) == 0) {
      // Plain, since a release follows in each of those that count: a VarHandle costs a nanosecond.
      latest[(int) bucket]++;
    } else {
      recordInOtherOctave(nanos);
    }
  }

  private void recordInOtherOctave(long nanos) {
    long value = Math.min(nanos, LARGEST);
    int shift = FIRST_TWO_OCTAVES - Long.numberOfLeadingZeros(value | 2 * BUCKETS_OF_OCTAVE - 1);
    int digits = (int) (value >>> shift);
    int octave = shift + (digits >>> BITS);
    int[] counts = octaves[octave];
    if (counts == null) {
      counts = addOctave(octave);
    }
    latest = counts;
    latestShift = shift;
    latestLeading = digits & BUCKETS_OF_OCTAVE;
    counts[digits & BUCKETS_OF_OCTAVE - 1]++;
  }

  /** Counts everything that another has counted. For the writer, once the other one is gone. */
  public void add(DurationCounts other) {
    for (int octave = 0; octave < OCTAVES; octave++) {
      var theirs = (int[]) OCTAVE.getAcquire(other.octaves, octave);
      if (theirs != null) {
        int[] ours = octaves[octave];
        ours = ours != null ? ours : addOctave(octave);
        for (int bucket = 0; bucket < BUCKETS_OF_OCTAVE; bucket++) {
          COUNT.setOpaque(ours, bucket, ours[bucket] + theirs[bucket]);
        }
      }
    }
  }

  private int[] addOctave(int octave) {
    int[] counts = new int[BUCKETS_OF_OCTAVE];
    OCTAVE.setRelease(octaves, octave, counts);
    return counts;
  }

  /** Adds the counts to others, bucket by bucket, octave by octave. */
  void addTo(long[][] sums) {
    for (int octave = 0; octave < OCTAVES; octave++) {
      var counts = (int[]) OCTAVE.getAcquire(octaves, octave);
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

  /** Returns the longest duration that a bucket counts. */
  static long highest(int octave, int bucket) {
    return lowest(octave, bucket) + (octave == 0 ? 1 : 1L << (octave - 1)) - 1;
  }
}
