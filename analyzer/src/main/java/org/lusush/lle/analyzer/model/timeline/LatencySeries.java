// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyRecorder;

/**
 * How long something took, interval by interval. Immutable; series add up, in the longer intervals
 * of both or in longer ones yet.
 *
 * @param intervalNanos how long each interval is
 * @param points in the order of time; intervals without anything are left out
 */
public record LatencySeries(long intervalNanos, List<Point> points) {

  /** How many intervals there are at most, empty ones among them. */
  public static final int MAX_POINTS = 240;

  static final long FIRST_INTERVAL_NANOS = 1_000_000_000;

  public static final LatencySeries NONE = new LatencySeries(FIRST_INTERVAL_NANOS, List.of());

  public LatencySeries {
    points = List.copyOf(points);
  }

  /**
   * One interval.
   *
   * @param startNanos when it begins, in nanoseconds since the epoch
   */
  public record Point(long startNanos, Latency latency) {

    /** Returns when the interval begins that it is in. */
    private long within(long interval) {
      return Math.floorDiv(startNanos, interval) * interval;
    }
  }

  /** Collects durations. Not thread-safe. */
  public static final class Recorder {
    private final Columns<LatencyRecorder> columns =
        new Columns<>(
            MAX_POINTS, FIRST_INTERVAL_NANOS, LatencyRecorder::new, LatencyRecorder::plus);

    /** Adds one that began at a moment, in nanoseconds since the epoch. */
    public void record(long epochNanos, long nanos) {
      columns.at(epochNanos).record(nanos);
    }

    /** Adds many that began about a moment, in nanoseconds since the epoch. */
    public void add(long epochNanos, Latency latency) {
      columns.at(epochNanos).add(latency);
    }

    void add(LatencySeries series) {
      columns.widenTo(series.intervalNanos);
      series.points.forEach(point -> add(point.startNanos, point.latency));
    }

    public LatencySeries toSeries() {
      long width = columns.widthNanos();
      List<Point> points = new ArrayList<>();
      columns.byIndex().forEach((at, all) -> points.add(new Point(at * width, all.toLatency())));
      return new LatencySeries(width, points);
    }
  }

  /** Returns how many durations there are. */
  public long count() {
    return points.stream().mapToLong(point -> point.latency.count()).sum();
  }

  public LatencySeries plus(LatencySeries other) {
    if (other.points.isEmpty()) {
      return this;
    }
    if (points.isEmpty()) {
      return other;
    }
    long wider = Math.max(intervalNanos, other.intervalNanos);
    List<Point> both = merged(points, other.points, wider);
    if (isShort(both, wider)) {
      return new LatencySeries(wider, both);
    }
    var sum = new Recorder();
    sum.add(this);
    sum.add(other);
    return sum.toSeries();
  }

  /** Returns the points of both in the order of time, those of one interval as one. */
  private static List<Point> merged(List<Point> left, List<Point> right, long interval) {
    SortedMap<Long, Latency> all = new TreeMap<>();
    left.forEach(point -> all.merge(point.within(interval), point.latency, Latency::plus));
    right.forEach(point -> all.merge(point.within(interval), point.latency, Latency::plus));
    List<Point> both = new ArrayList<>(all.size());
    all.forEach((start, latency) -> both.add(new Point(start, latency)));
    return both;
  }

  /** Returns whether there is room for all intervals from the first point to the last. */
  private static boolean isShort(List<Point> all, long interval) {
    long span = all.get(all.size() - 1).startNanos - all.get(0).startNanos;
    return span >= 0 && span / interval < MAX_POINTS; // times of a damaged recording overflow
  }
}
