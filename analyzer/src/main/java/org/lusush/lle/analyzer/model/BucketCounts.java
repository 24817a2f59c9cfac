// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Arrays;

/**
 * Counts durations in buckets of three significant digits. Only buckets that count something take
 * room, so that thousands of operations can each have their own. Not thread-safe.
 *
 * <p>The buckets are those of an HdrHistogram of that precision: one a nanosecond up to 2,048, then
 * 1,024 to each doubling.
 */
final class BucketCounts {

  /** What is told apart at most; longer durations count as this long. */
  private static final long HIGHEST_NANOS = 3_600_000_000_000L;

  private static final int BITS = 10;
  private static final int FIRST_CAPACITY = 8;

  /** Multiplicative hashing: neighbours come to lie apart. */
  private static final int SPREAD = 0x9E3779B9;

  /** Open addressing: a bucket's number and 1, or 0 where nothing is; at most half full. */
  private int[] keys = new int[FIRST_CAPACITY];

  private long[] counts = new long[FIRST_CAPACITY];
  private int used;

  /** Returns the bucket that a duration of at least 0 counts in. */
  static int bucketOf(long nanos) {
    long value = Math.min(nanos, HIGHEST_NANOS);
    int shift = Long.SIZE - BITS - 1 - Long.numberOfLeadingZeros(value | ((2 << BITS) - 1));
    return (shift << BITS) + (int) (value >>> shift);
  }

  /** Returns the longest duration of a bucket. */
  static long highest(int bucket) {
    int shift = Math.max(0, (bucket >>> BITS) - 1);
    return ((bucket - ((long) shift << BITS) + 1) << shift) - 1;
  }

  void add(int bucket, long count) {
    int slot = slot(bucket);
    if (keys[slot] == 0) {
      if (2 * (used + 1) > keys.length) {
        grow();
        slot = slot(bucket);
      }
      keys[slot] = bucket + 1;
      used++;
    }
    counts[slot] = Sums.add(counts[slot], count);
  }

  /** Adds durations of at least 0. */
  void addEach(long[] nanos, int size) {
    for (int i = 0; i < size; i++) {
      int bucket = bucketOf(nanos[i]);
      int slot = ((bucket * SPREAD) >>> 16) & (keys.length - 1);
      if (keys[slot] == bucket + 1 && counts[slot] < Long.MAX_VALUE) {
        counts[slot]++;
      } else {
        add(bucket, 1);
      }
    }
  }

  boolean isEmpty() {
    return used == 0;
  }

  /** Returns the buckets that count something, in ascending order. */
  int[] buckets() {
    int[] buckets = Arrays.stream(keys).filter(key -> key != 0).map(key -> key - 1).toArray();
    Arrays.sort(buckets);
    return buckets;
  }

  long count(int bucket) {
    return counts[slot(bucket)];
  }

  private int slot(int bucket) {
    int mask = keys.length - 1;
    int slot = ((bucket * SPREAD) >>> 16) & mask;
    while (keys[slot] != 0 && keys[slot] != bucket + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new int[oldKeys.length * 2];
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i] - 1);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
