// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * The distribution of one kind of duration, in nanoseconds, to two significant digits.
 *
 * <p>Any thread may record, without waiting. Readers take turns with each other, never with
 * writers.
 */
public final class LatencyStatistics {

  private static final int SIGNIFICANT_DIGITS = 2;
  private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

  private final Recorder recorder = new Recorder(SIGNIFICANT_DIGITS);
  private final LongAdder total = new LongAdder();
  private final Histogram all = new Histogram(SIGNIFICANT_DIGITS);
  private Histogram interval = new Histogram(SIGNIFICANT_DIGITS);
  private boolean fresh = true;

  /** Records a duration; what is longer than an hour counts as an hour. */
  public void record(long nanos) {
    total.add(nanos);
    recorder.recordValue(Math.min(nanos, LONGEST_NANOS));
  }

  /** Returns the figures of all durations recorded so far. */
  public synchronized Latency summary() {
    interval = fresh ? recorder.getIntervalHistogram() : recorder.getIntervalHistogram(interval);
    fresh = false;
    all.add(interval);
    long count = all.getTotalCount();
    if (count == 0) {
      return Latency.NONE;
    }
    long sum = total.sum();
    return new Latency(
        count,
        sum,
        all.getMinValue(),
        sum / count,
        all.getValueAtPercentile(50),
        all.getValueAtPercentile(95),
        all.getValueAtPercentile(99),
        all.getMaxValue());
  }
}
