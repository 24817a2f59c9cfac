// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import org.HdrHistogram.Histogram;

/** Figures of a distribution of durations; 0 where there are none, but then all are short. */
record Durations(long count, long p50Nanos, long p99Nanos, long maxNanos, double shareWithinFrame) {

  static Durations of(Histogram histogram) {
    long count = histogram.getTotalCount();
    if (count <= 0) {
      return new Durations(0, 0, 0, 0, 1);
    }
    long within = histogram.getCountBetweenValues(0, LiveSnapshot.FRAME.toNanos());
    return new Durations(
        count,
        percentile(histogram, 50),
        percentile(histogram, 99),
        histogram.getMaxValue(),
        (double) within / count);
  }

  private static long percentile(Histogram histogram, double percentile) {
    return Math.min(
        histogram.getMaxValue(),
        histogram.medianEquivalentValue(histogram.getValueAtPercentile(percentile)));
  }
}
