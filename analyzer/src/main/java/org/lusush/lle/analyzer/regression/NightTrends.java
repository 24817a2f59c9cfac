// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Clock;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.trend.Trends;

/** Where the figures of nights are heading. */
final class NightTrends {

  private NightTrends() {}

  /**
   * Returns the trend of every figure of the last night.
   *
   * @param nights in their order
   */
  static List<TrendLine> of(List<Night> nights) {
    Night tonight = nights.get(nights.size() - 1);
    return tonight.metrics().stream()
        .map(metric -> Trends.of(series(metric.key(), nights)))
        .toList();
  }

  private static Series series(Metric.Key key, List<Night> nights) {
    var first = nights.get(0).date();
    Figure figure = key.figure();
    List<Point> points =
        nights.stream()
            .flatMap(
                night ->
                    night.metric(key).stream()
                        .map(
                            metric ->
                                new Point(
                                    ChronoUnit.DAYS.between(first, night.date()), metric.value())))
            .toList();
    return new Series(key.subject(), figure.label(), figure.dimension(), Clock.NIGHTS, points);
  }
}
