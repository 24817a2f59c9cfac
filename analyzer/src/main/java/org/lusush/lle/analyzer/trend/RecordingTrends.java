// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Clock;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;

/** Where the figures of a recording are heading, interval by interval. */
public final class RecordingTrends {

  /** Of fewer in an interval, a figure is chance. */
  private static final int FEWEST_KEYSTROKES = 3;

  private static final int FEWEST_OPERATIONS = 3;

  private static final double MINUTE_NANOS = 60e9;

  private RecordingTrends() {}

  /** Returns the trends of keystrokes first, then of the mean of each type of operation. */
  public static List<TrendLine> of(Timeline timeline) {
    List<Series> series = new ArrayList<>();
    series.add(keystrokes(timeline.keystrokes(), "p50", l -> l.percentileNanos(50)));
    series.add(keystrokes(timeline.keystrokes(), "p99", l -> l.percentileNanos(99)));
    timeline.operations().forEach(operation -> series.add(mean(operation)));
    return Trends.of(series);
  }

  private static Series keystrokes(
      LatencySeries keystrokes, String figure, ToDoubleFunction<Latency> value) {
    long start = keystrokes.points().isEmpty() ? 0 : keystrokes.points().get(0).startNanos();
    List<Point> points =
        keystrokes.points().stream()
            .filter(point -> point.latency().count() >= FEWEST_KEYSTROKES)
            .map(
                point ->
                    new Point(
                        minutes(point.startNanos() - start), value.applyAsDouble(point.latency())))
            .toList();
    return new Series(Timing.KEYSTROKE, figure, Dimension.NANOS, Clock.MINUTES, points);
  }

  private static Series mean(MeanSeries operation) {
    long start = operation.points().isEmpty() ? 0 : operation.points().get(0).startNanos();
    List<Point> points =
        operation.points().stream()
            .filter(point -> point.count() >= FEWEST_OPERATIONS)
            .map(point -> new Point(minutes(point.startNanos() - start), point.meanNanos()))
            .toList();
    return new Series(operation.name(), "mean", Dimension.NANOS, Clock.MINUTES, points);
  }

  private static double minutes(long nanos) {
    return nanos / MINUTE_NANOS;
  }
}
