// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

/**
 * Says where series are heading: their slope by {@link TheilSen}, and by {@link MannKendall}
 * whether there is one.
 *
 * <p>A series rises or falls if that is significant at 1 % and amounts, from its first point to its
 * last, to 5 % of its median at least; else it is stable. Of fewer than {@value #FEWEST} points
 * nothing is said. Of more than {@value #MOST} neighbours are taken together, as their median.
 */
public final class Trends {

  /** With fewer points not even a perfect order is significant. */
  static final int FEWEST = 8;

  /** All pairs are looked at, so that time and memory grow with the square. */
  static final int MOST = 500;

  private static final double CONFIDENCE = 0.95;
  private static final double SIGNIFICANT = 0.01;
  private static final double LEAST_CHANGE = 0.05;

  private Trends() {}

  /** Returns where each series is heading. */
  public static List<TrendLine> of(List<Series> series) {
    return series.stream().map(Trends::of).toList();
  }

  /** Returns where a series is heading. */
  public static TrendLine of(Series series) {
    List<Point> points = thinned(series.points());
    double[] times = points.stream().mapToDouble(Point::time).toArray();
    double[] figures = points.stream().mapToDouble(Point::figure).toArray();
    MannKendall test = MannKendall.of(figures);
    TheilSen line = TheilSen.of(times, figures, CONFIDENCE, test.variance());
    double change = change(times, figures, line.slope());
    return new TrendLine(
        series,
        line.slope(),
        line.low(),
        line.high(),
        test.tau(),
        test.pValue(),
        change,
        direction(points.size(), test, line, change));
  }

  private static Direction direction(int points, MannKendall test, TheilSen line, double change) {
    if (points < FEWEST) {
      return Direction.UNKNOWN;
    }
    if (test.pValue() > SIGNIFICANT || line.slope() == 0 || Math.abs(change) < LEAST_CHANGE) {
      return Direction.STABLE;
    }
    return line.slope() > 0 ? Direction.RISING : Direction.FALLING;
  }

  private static double change(double[] times, double[] figures, double slope) {
    double middle = median(figures);
    if (times.length == 0 || middle == 0) {
      return 0;
    }
    return slope * (times[times.length - 1] - times[0]) / Math.abs(middle);
  }

  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST) {
      return points;
    }
    List<Point> fewer = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      int from = (int) ((long) i * points.size() / MOST);
      int to = (int) ((i + 1L) * points.size() / MOST);
      List<Point> together = points.subList(from, to);
      fewer.add(
          new Point(
              median(together.stream().mapToDouble(Point::time).toArray()),
              median(together.stream().mapToDouble(Point::figure).toArray())));
    }
    return fewer;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
