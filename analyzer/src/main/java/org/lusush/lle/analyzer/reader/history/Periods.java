// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.history.Counts;

/**
 * Distributions of one type of operation, period after period. Periods are minutes at first, and
 * twice as long whenever there are too many: memory is bounded whatever the range. Not thread-safe.
 */
final class Periods {

  private static final int MOST = 400;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private Map<Long, BucketSums> periods = new TreeMap<>();
  private long length = MINUTE_NANOS;

  void add(long timeNanos, Counts counts) {
    periods.computeIfAbsent(Math.floorDiv(timeNanos, length), key -> new BucketSums()).add(counts);
    while (periods.size() > MOST) {
      widen();
    }
  }

  private void widen() {
    Map<Long, BucketSums> wider = new TreeMap<>();
    periods.forEach(
        (key, sums) ->
            wider.merge(
                Math.floorDiv(key, 2),
                sums,
                (a, b) -> {
                  a.add(b);
                  return a;
                }));
    periods = wider;
    length *= 2;
  }

  /** Returns the course of a percentile. */
  Series percentile(String operation, String figure, double percent) {
    List<Point> points = new ArrayList<>();
    long first = periods.keySet().stream().findFirst().orElse(0L);
    double minutes = (double) length / MINUTE_NANOS;
    periods.forEach(
        (key, sums) -> points.add(new Point((key - first) * minutes, sums.percentile(percent))));
    return new Series(operation, figure, Series.Dimension.NANOS, Series.Clock.MINUTES, points);
  }
}
