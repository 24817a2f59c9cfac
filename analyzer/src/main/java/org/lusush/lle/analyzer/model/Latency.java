// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import org.HdrHistogram.Histogram;

/**
 * A distribution of durations in nanoseconds. Immutable.
 *
 * <p>Of single durations count, total, minimum and maximum are exact; percentiles are within a
 * thousandth of the exact value. Of the recorder's histograms count and total are exact; all else
 * is as precise as they are. An empty distribution answers 0 to everything.
 */
public final class Latency {

  private static final Latency EMPTY = new LatencyRecorder().toLatency();

  private final Histogram histogram;
  private final long totalNanos;
  private final long minNanos;
  private final long maxNanos;

  /** Owns the histogram: nobody changes it after this. */
  Latency(Histogram histogram, long totalNanos, long minNanos, long maxNanos) {
    this.histogram = histogram;
    this.totalNanos = totalNanos;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
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
    return histogram.getTotalCount();
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
    long value = histogram.getValueAtPercentile(percentile);
    return Math.max(minNanos, Math.min(maxNanos, value));
  }

  /** Returns the fraction of durations that are no longer than this, or 1 when there are none. */
  public double shareAtMost(long nanos) {
    if (maxNanos <= nanos) {
      return 1;
    }
    return (double) histogram.getCountBetweenValues(0, nanos) / count();
  }

  /** Returns the distribution of both taken together. */
  public Latency plus(Latency other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var sum = new LatencyRecorder();
    sum.add(this);
    sum.add(other);
    return sum.toLatency();
  }

  Histogram histogram() {
    return histogram;
  }

  @Override
  public String toString() {
    return "Latency[count=" + count() + ", total=" + totalNanos + " ns, max=" + maxNanos + " ns]";
  }
}
