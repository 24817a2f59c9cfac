// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A distribution by its percentiles, closer together the nearer they are to the longest duration:
 * {@value #TICKS} steps for each halving of what is left, as an HdrHistogram prints it.
 *
 * @param points from the shortest to the longest; none where there are no durations
 */
public record PercentileCurve(List<Point> points) {

  private static final int TICKS = 5;
  private static final int MOST_HALVINGS = 24;

  public PercentileCurve {
    points = List.copyOf(points);
  }

  /**
   * A percentile.
   *
   * @param percentile from 0 to 100
   */
  public record Point(double percentile, long nanos) {}

  public static PercentileCurve of(Latency latency) {
    List<Point> points = new ArrayList<>();
    if (!latency.isEmpty()) {
      double left = 100;
      for (int i = 0; i < MOST_HALVINGS && 100 / left <= latency.count(); i++) {
        for (int tick = 0; tick < TICKS; tick++) {
          double percentile = 100 - left * (1 - tick / (2.0 * TICKS));
          points.add(new Point(percentile, latency.percentileNanos(percentile)));
        }
        left /= 2;
      }
      points.add(new Point(100, latency.maxNanos()));
    }
    return new PercentileCurve(points);
  }
}
