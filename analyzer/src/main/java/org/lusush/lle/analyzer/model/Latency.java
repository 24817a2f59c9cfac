// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A distribution of durations in nanoseconds. Immutable.
 *
 * <p>Of single durations count, total, minimum and maximum are exact; percentiles are within a
 * thousandth of the exact value. Of the recorder's histograms count and total are exact; all else
 * is as precise as they are. An empty distribution answers 0 to everything.
 */
public final class Latency {

  private static final Latency EMPTY = new LatencyRecorder().toLatency();

  /**
   * Durations that are not told apart.
   *
   * @param nanos the longest of them
   * @param count how many there are
   */
  public record Bucket(long nanos, long count) {}

  /** The buckets of {@link BucketCounts} that count something, shortest first. */
  private final int[] buckets;

  /** How many durations are in each of these buckets and those before it. */
  private final long[] countsUpTo;

  private final long totalNanos;
  private final long minNanos;
  private final long maxNanos;

  Latency(BucketCounts counts, long totalNanos, long minNanos, long maxNanos) {
    buckets = counts.buckets();
    countsUpTo = new long[buckets.length];
    long sum = 0;
    for (int i = 0; i < buckets.length; i++) {
      sum = Sums.add(sum, counts.count(buckets[i]));
      countsUpTo[i] = sum;
    }
    this.totalNanos = totalNanos;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
  }

  /** Takes two distributions together, neither of them empty. */
  private Latency(Latency left, Latency right) {
    int[] merged = new int[left.buckets.length + right.buckets.length];
    long[] sums = new long[merged.length];
    int size = 0;
    int l = 0;
    int r = 0;
    while (l < left.buckets.length || r < right.buckets.length) {
      int bucket = Math.min(left.bucketAt(l), right.bucketAt(r));
      l += left.bucketAt(l) == bucket ? 1 : 0;
      r += right.bucketAt(r) == bucket ? 1 : 0;
      merged[size] = bucket;
      sums[size] = Sums.add(left.countBefore(l), right.countBefore(r));
      size++;
    }
    buckets = Arrays.copyOf(merged, size);
    countsUpTo = Arrays.copyOf(sums, size);
    totalNanos = Sums.add(left.totalNanos, right.totalNanos);
    minNanos = Math.min(left.minNanos, right.minNanos);
    maxNanos = Math.max(left.maxNanos, right.maxNanos);
  }

  /** Returns the bucket at a place, or one after all others behind the last. */
  private int bucketAt(int place) {
    return place < buckets.length ? buckets[place] : Integer.MAX_VALUE;
  }

  /** Returns how many durations there are in the buckets before a place. */
  private long countBefore(int place) {
    return place == 0 ? 0 : countsUpTo[place - 1];
  }

  public static Latency empty() {
    return EMPTY;
  }

  public static Latency of(long... nanos) {
    var recorder = new LatencyRecorder();
    for (long value : nanos) {
      recorder.record(value);
    }
    return recorder.toLatency();
  }

  public long count() {
    return countsUpTo.length == 0 ? 0 : countsUpTo[countsUpTo.length - 1];
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  public long totalNanos() {
    return totalNanos;
  }

  public long minNanos() {
    return minNanos;
  }

  public long maxNanos() {
    return maxNanos;
  }

  public long meanNanos() {
    return isEmpty() ? 0 : Math.round((double) totalNanos / count());
  }

  /**
   * Returns the duration that the given percentage of durations do not exceed.
   *
   * @param percentile from 0 to 100
   */
  public long percentileNanos(double percentile) {
    if (isEmpty()) {
      return 0;
    }
    // A percentage such as 99.9 is no exact binary number; one that is too large by a trifle must
    // not ask for a duration more.
    long rank = (long) Math.ceil(Math.nextDown(percentile) * count() / 100);
    long value = BucketCounts.highest(buckets[firstWith(Math.max(1, Math.min(count(), rank)))]);
    return Math.max(minNanos, Math.min(maxNanos, value));
  }

  /** Returns the fraction of durations that are no longer than this, or 1 when there are none. */
  public double shareAtMost(long nanos) {
    if (maxNanos <= nanos) {
      return 1;
    }
    int place = Arrays.binarySearch(buckets, BucketCounts.bucketOf(Math.max(0, nanos)));
    int after = place < 0 ? -place - 1 : place + 1;
    return after == 0 ? 0 : (double) countsUpTo[after - 1] / count();
  }

  /** Returns the distribution of both taken together. */
  public Latency plus(Latency other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    return new Latency(this, other);
  }

  /** Returns the place of the first bucket up to which there are so many durations. */
  private int firstWith(long rank) {
    int place = Arrays.binarySearch(countsUpTo, rank);
    return place < 0 ? -place - 1 : place;
  }

  /** Returns all durations, shortest first. */
  public List<Bucket> durations() {
    return IntStream.range(0, buckets.length)
        .mapToObj(i -> new Bucket(nanosOf(i), countsUpTo[i] - countBefore(i)))
        .toList();
  }

  private long nanosOf(int place) {
    return Math.max(minNanos, Math.min(maxNanos, BucketCounts.highest(buckets[place])));
  }

  void addTo(BucketCounts counts) {
    long before = 0;
    for (int i = 0; i < buckets.length; i++) {
      counts.add(buckets[i], countsUpTo[i] - before);
      before = countsUpTo[i];
    }
  }

  @Override
  public String toString() {
    return "Latency[count=" + count() + ", total=" + totalNanos + " ns, max=" + maxNanos + " ns]";
  }
}
