// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.lusush.lle.analyzer.model.Sums;

/**
 * The durations of the last {@link LiveSnapshot#WINDOW} intervals. Not thread-safe.
 *
 * <p>Their distribution is kept as one histogram, to which each new interval is added and from
 * which the oldest is subtracted; the intervals themselves are kept compressed, some hundreds of
 * bytes each.
 */
final class DurationWindow {

  private static final int SIGNIFICANT_DIGITS = 2;

  /** What is left of an interval. */
  private record Interval(
      long errors, long selfNanos, long totalNanos, long p99, ByteBuffer counts) {}

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Histogram current = new Histogram(SIGNIFICANT_DIGITS);
  private final Histogram sum = new Histogram(SIGNIFICANT_DIGITS);
  private final Deque<Interval> intervals = new ArrayDeque<>();
  private long errors;
  private long selfNanos;
  private long totalNanos;
  private Durations last = Durations.of(new Histogram(SIGNIFICANT_DIGITS));

  /** Adds durations to the interval that goes on. */
  void add(Histogram durations, long errors, long selfNanos, long totalNanos) {
    current.add(durations);
    this.errors = Sums.add(this.errors, errors);
    this.selfNanos = Sums.add(this.selfNanos, selfNanos);
    this.totalNanos = Sums.add(this.totalNanos, totalNanos);
  }

  /** Ends the interval that goes on, and forgets the one that is too old. */
  void endInterval() {
    last = Durations.of(current);
    intervals.addLast(
        new Interval(errors, selfNanos, totalNanos, last.p99Nanos(), compressed(current)));
    sum.add(current);
    current.reset();
    errors = 0;
    selfNanos = 0;
    totalNanos = 0;
    if (intervals.size() > LiveSnapshot.WINDOW) {
      subtract(intervals.removeFirst().counts);
    }
  }

  private void subtract(ByteBuffer counts) {
    if (!counts.hasRemaining()) {
      return;
    }
    try {
      sum.subtract(Histogram.decodeFromCompressedByteBuffer(counts, 0));
    } catch (DataFormatException e) {
      throw new IllegalStateException("a histogram compressed here cannot be read", e);
    }
  }

  private static ByteBuffer compressed(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return NOTHING;
    }
    var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return ByteBuffer.wrap(Arrays.copyOf(bytes.array(), length));
  }

  /** Returns the durations of the last interval that ended. */
  Durations last() {
    return last;
  }

  /** Returns the durations of all intervals remembered. */
  Durations all() {
    return Durations.of(sum);
  }

  long errors() {
    return intervals.stream().mapToLong(Interval::errors).reduce(0, Sums::add);
  }

  long selfNanos() {
    return intervals.stream().mapToLong(Interval::selfNanos).reduce(0, Sums::add);
  }

  long totalNanos() {
    return intervals.stream().mapToLong(Interval::totalNanos).reduce(0, Sums::add);
  }

  /** Returns the 99th percentile of each interval, oldest first; 0 where there was nothing. */
  List<Long> p99s() {
    return intervals.stream().map(Interval::p99).toList();
  }
}
