// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Collects durations into a {@link Latency}. Not thread-safe. */
public final class LatencyRecorder {

  private static final int FIRST_WAITING = 8;
  private static final int MOST_WAITING = 128;

  private final BucketCounts counts = new BucketCounts();

  /** Durations that are not counted yet: many at a time cost less than each by itself. */
  private long[] waiting = new long[FIRST_WAITING];

  private int waitingCount;
  private long totalNanos;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  /** Adds one duration; a negative one counts as 0. */
  public void record(long nanos) {
    if (waitingCount == waiting.length) {
      makeRoom();
    }
    waiting[waitingCount++] = nanos;
  }

  private void makeRoom() {
    countWaiting();
    if (waiting.length < MOST_WAITING) {
      waiting = new long[4 * waiting.length];
    }
  }

  private void countWaiting() {
    long total = totalNanos;
    long min = minNanos;
    long max = maxNanos;
    for (int i = 0; i < waitingCount; i++) {
      long value = Math.max(0, waiting[i]);
      waiting[i] = value;
      total = Sums.add(total, value);
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    totalNanos = total;
    minNanos = min;
    maxNanos = max;
    counts.addEach(waiting, waitingCount);
    waitingCount = 0;
  }

  /** Adds durations that are all about as long; negative ones count as 0. */
  public void record(long nanos, long count) {
    if (count <= 0) {
      return;
    }
    long value = Math.max(0, nanos);
    counts.add(BucketCounts.bucketOf(value), count);
    totalNanos = Sums.add(totalNanos, Math.round((double) value * count));
    minNanos = Math.min(minNanos, value);
    maxNanos = Math.max(maxNanos, value);
  }

  /**
   * Adds durations of which a coarser histogram knows the buckets: each counts as the middle of its
   * bucket, so that it is off by half a bucket at most.
   *
   * @param exactTotalNanos their exact sum
   */
  public void add(Histogram buckets, long exactTotalNanos) {
    if (buckets.getTotalCount() <= 0) {
      return;
    }
    for (HistogramIterationValue bucket : buckets.recordedValues()) {
      long value = buckets.medianEquivalentValue(bucket.getValueIteratedTo());
      counts.add(BucketCounts.bucketOf(value), bucket.getCountAtValueIteratedTo());
    }
    totalNanos = Sums.add(totalNanos, Math.max(0, exactTotalNanos));
    minNanos = Math.min(minNanos, buckets.getMinValue());
    maxNanos = Math.max(maxNanos, buckets.getMaxValue());
  }

  /** Adds every duration of another. */
  public void add(Latency latency) {
    if (latency.count() == 0) {
      return;
    }
    latency.addTo(counts);
    totalNanos = Sums.add(totalNanos, latency.totalNanos());
    minNanos = Math.min(minNanos, latency.minNanos());
    maxNanos = Math.max(maxNanos, latency.maxNanos());
  }

  /** Adds every duration of another, and returns this. */
  public LatencyRecorder plus(LatencyRecorder other) {
    add(other.toLatency());
    return this;
  }

  /** Returns what was collected so far; later durations do not change it. */
  public Latency toLatency() {
    countWaiting();
    return new Latency(counts, totalNanos, counts.isEmpty() ? 0 : minNanos, maxNanos);
  }
}
