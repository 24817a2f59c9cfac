// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.lusush.lle.events.Component;

/** The counters of one type of operation, of several threads added up. Not thread-safe. */
final class Totals extends Counts {

  static final int SIGNIFICANT_DIGITS = 2;

  /** How often a thread is read that counts meanwhile; counting takes nanoseconds. */
  private static final int TRIES = 10;

  private final long[][] durations = DurationCounts.noSums();
  private final long[] recentCounts = new long[RecentMeans.SLICES];
  private final long[] recentSums = new long[RecentMeans.SLICES];
  private long successes;
  private long maxSuccesses;
  private boolean ofOneMoment = true;

  /** Adds what a thread has counted until now, of one moment unless it is kept from going on. */
  void add(OperationCounters row, long currentSlice) {
    var one = new Totals();
    one.read(row, currentSlice);
    for (int i = 1; i < TRIES && !one.ofOneMoment; i++) {
      Thread.onSpinWait();
      one = new Totals();
      one.read(row, currentSlice);
    }
    add(one);
  }

  private void read(OperationCounters row, long currentSlice) {
    completed = row.completedAcquire();
    addAllButCompleted(row);
    row.recent.addTo(currentSlice, completed, totalNanos, recentCounts, recentSums);
    successes = Math.max(0, completed - row.completedAtError);
    maxSuccesses = Math.max(successes, row.longestSuccesses);
    // Last, as they are counted first: whatever is in the sums is among the durations.
    VarHandle.acquireFence();
    row.durations.addTo(durations);
    ofOneMoment = (int) counted() == (int) completed; // a bucket holds 32 bits
  }

  private long counted() {
    long sum = 0;
    for (long[] counts : durations) {
      for (long count : counts) {
        sum += count;
      }
    }
    return sum;
  }

  /** Adds the totals of other threads. */
  void add(Totals other) {
    for (int octave = 0; octave < durations.length; octave++) {
      long[] counts = other.durations[octave];
      if (counts.length > 0) {
        long[] sums = DurationCounts.octave(durations, octave);
        for (int bucket = 0; bucket < counts.length; bucket++) {
          sums[bucket] += counts[bucket];
        }
      }
    }
    for (int i = 0; i < recentCounts.length; i++) {
      recentCounts[i] += other.recentCounts[i];
      recentSums[i] += other.recentSums[i];
    }
    completed += other.completed;
    addAllButCompleted(other);
    successes = Math.max(successes, other.successes);
    maxSuccesses = Math.max(maxSuccesses, other.maxSuccesses);
    ofOneMoment &= other.ofOneMoment;
  }

  /** Forgets the last 60 seconds, of threads that are gone. */
  void forgetRecent() {
    Arrays.fill(recentCounts, 0);
    Arrays.fill(recentSums, 0);
  }

  /** Returns whether no operation is in the durations that is not in the sums yet. */
  boolean isOfOneMoment() {
    return ofOneMoment;
  }

  boolean isEmpty() {
    return completed == 0;
  }

  Latency latency(Histogram scratch) {
    fill(scratch, DurationCounts.noSums());
    long count = scratch.getTotalCount();
    if (count == 0) {
      return Latency.NONE;
    }
    double mean = (double) totalNanos / count;
    double variance = Math.max(0, sumOfSquares / count - mean * mean);
    return new Latency(
        count,
        totalNanos,
        Math.min(minNanos, maxNanos),
        Math.round(mean),
        scratch.getValueAtPercentile(50),
        scratch.getValueAtPercentile(95),
        scratch.getValueAtPercentile(99),
        scratch.getValueAtPercentile(99.9),
        maxNanos,
        Math.round(Math.sqrt(variance)));
  }

  Recent recent() {
    return Recent.of(recentCounts, recentSums);
  }

  long successes() {
    return successes;
  }

  long maxSuccesses() {
    return maxSuccesses;
  }

  /** Returns what these have more than earlier ones, as recordings carry it. */
  IntervalHistogram since(Totals earlier, Component component, Histogram scratch) {
    fill(scratch, earlier.durations);
    var bytes = ByteBuffer.allocate(scratch.getNeededByteBufferCapacity());
    int length = scratch.encodeIntoCompressedByteBuffer(bytes);
    return new IntervalHistogram(
        component,
        scratch.getTotalCount(),
        errors - earlier.errors,
        totalNanos - earlier.totalNanos,
        selfNanos - earlier.selfNanos,
        scratch.getValueAtPercentile(50),
        scratch.getValueAtPercentile(95),
        scratch.getValueAtPercentile(99),
        scratch.getMaxValue(),
        Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length)));
  }

  private void fill(Histogram histogram, long[][] without) {
    histogram.reset();
    for (int octave = 0; octave < durations.length; octave++) {
      long[] counts = durations[octave];
      long[] before = without[octave];
      for (int bucket = 0; bucket < counts.length; bucket++) {
        long count = counts[bucket] - (before.length == 0 ? 0 : before[bucket]);
        if (count > 0) {
          histogram.recordValueWithCount(DurationCounts.lowest(octave, bucket), count);
        }
      }
    }
  }
}
