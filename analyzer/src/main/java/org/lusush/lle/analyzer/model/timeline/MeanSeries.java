// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.model.Bounded;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.events.OperationNames;

/**
 * How often something was done and how long it took on average, interval by interval. Immutable;
 * series add up, in the longer intervals of both or in longer ones yet.
 *
 * @param name what it is: the label of a type of operation
 * @param intervalNanos how long each interval is
 * @param points in the order of time; intervals without anything are left out
 */
public record MeanSeries(String name, long intervalNanos, List<Point> points) {

  /** How many intervals there are at most, empty ones among them. */
  public static final int MAX_POINTS = LatencySeries.MAX_POINTS;

  public MeanSeries {
    points = List.copyOf(points);
  }

  /**
   * One interval.
   *
   * @param startNanos when it begins, in nanoseconds since the epoch
   */
  public record Point(long startNanos, long count, long totalNanos) {
    public double meanNanos() {
      return count == 0 ? 0 : (double) totalNanos / count;
    }
  }

  /** Collects durations. Not thread-safe. */
  public static final class Recorder {

    /** Of one interval. */
    private static final class Tally {
      private long count;
      private long totalNanos;

      Tally add(long count, long totalNanos) {
        this.count = Sums.add(this.count, count);
        this.totalNanos = Sums.add(this.totalNanos, totalNanos);
        return this;
      }
    }

    private final Columns<Tally> columns =
        new Columns<>(
            MAX_POINTS,
            LatencySeries.FIRST_INTERVAL_NANOS,
            Tally::new,
            (left, right) -> left.add(right.count, right.totalNanos));

    /** Adds some that began about a moment, in nanoseconds since the epoch. */
    public void add(long epochNanos, long count, long totalNanos) {
      columns.at(epochNanos).add(count, totalNanos);
    }

    void add(MeanSeries series) {
      columns.widenTo(series.intervalNanos);
      series.points.forEach(point -> add(point.startNanos, point.count, point.totalNanos));
    }

    public MeanSeries toSeries(String name) {
      long width = columns.widthNanos();
      List<Point> points = new ArrayList<>();
      columns
          .byIndex()
          .forEach((at, tally) -> points.add(new Point(at * width, tally.count, tally.totalNanos)));
      return new MeanSeries(name, width, points);
    }
  }

  /** Returns both lists as one, in bounded size. */
  public static List<MeanSeries> merge(List<MeanSeries> left, List<MeanSeries> right) {
    return Bounded.merge(
        left,
        right,
        MeanSeries::name,
        MeanSeries::plus,
        OperationGroup.MAX_TYPES,
        MeanSeries::asOther);
  }

  /** Returns how many of it there are. */
  public long count() {
    return points.stream().mapToLong(Point::count).sum();
  }

  MeanSeries plus(MeanSeries other) {
    var sum = new Recorder();
    sum.add(this);
    sum.add(other);
    return sum.toSeries(name);
  }

  MeanSeries asOther() {
    return new MeanSeries(OperationNames.OTHER, intervalNanos, points);
  }
}
