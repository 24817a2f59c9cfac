// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.util.Arrays;

/**
 * A distribution as the {@link Buckets} that count something, in ascending order, with their
 * counts. Used again, it allocates nothing. Not thread-safe.
 */
public final class Counts {

  private int[] buckets = new int[16];
  private long[] counts = new long[16];
  private int size;

  public void clear() {
    size = 0;
  }

  /**
   * Adds what a bucket counts.
   *
   * @param bucket over the one added before
   * @param count over 0
   */
  public void add(int bucket, long count) {
    if (bucket < 0 || bucket > Buckets.LAST || count <= 0) {
      throw new IllegalArgumentException("no bucket " + bucket + " with a count of " + count);
    }
    if (size > 0 && bucket <= buckets[size - 1]) {
      throw new IllegalArgumentException(bucket + " must be over " + buckets[size - 1]);
    }
    append(bucket, count);
  }

  void append(int bucket, long count) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    buckets[size] = bucket;
    counts[size++] = count;
  }

  /** Returns how many buckets count something. */
  public int size() {
    return size;
  }

  public int bucket(int index) {
    return buckets[index];
  }

  public long count(int index) {
    return counts[index];
  }

  /** Returns the number of durations. */
  public long total() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }
}
