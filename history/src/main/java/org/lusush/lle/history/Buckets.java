// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/**
 * The buckets that durations are counted in: those of an HdrHistogram of two significant digits, so
 * that nothing is lost on the way from one.
 *
 * <p>Up to 255 ns each nanosecond has a bucket of its own; from there on there are 128 to each
 * doubling.
 */
public final class Buckets {

  private static final int HALF = 128;
  private static final int HALF_BITS = 7;

  /** The number of the last bucket. */
  public static final int LAST = indexOf(Long.MAX_VALUE);

  private Buckets() {}

  /** Returns the bucket of a duration; a negative one counts as 0. */
  public static int indexOf(long nanos) {
    long value = Math.max(0, nanos);
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - HALF_BITS - 1);
    return shift * HALF + (int) (value >>> shift);
  }

  /** Returns the shortest duration of a bucket. */
  public static long lowest(int bucket) {
    int shift = Math.max(0, bucket / HALF - 1);
    return (long) (bucket - shift * HALF) << shift;
  }

  /** Returns the longest duration of a bucket. */
  public static long highest(int bucket) {
    int shift = Math.max(0, bucket / HALF - 1);
    return lowest(bucket) + (1L << shift) - 1;
  }

  /** Returns a duration in the middle of a bucket, which stands for all of them. */
  public static long middle(int bucket) {
    return lowest(bucket) + (highest(bucket) - lowest(bucket)) / 2;
  }
}
