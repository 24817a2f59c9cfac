// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.List;
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
  public record Point(long startNanos, Latency latency) {}

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
      return new LatencySeries(
          columns.widthNanos(),
          columns.byIndex().entrySet().stream()
              .map(
                  entry ->
                      new Point(
                          entry.getKey() * columns.widthNanos(), entry.getValue().toLatency()))
              .toList());
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
    var sum = new Recorder();
    sum.add(this);
    sum.add(other);
    return sum.toSeries();
  }
}
