// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.trend;

import java.util.List;
import java.util.Locale;

/**
 * One figure over time.
 *
 * @param subject what it is a figure of, such as a type of operation
 * @param figure its name, such as {@code p50}
 * @param dimension what it is counted in
 * @param clock what the times are counted in
 * @param points in the order of their times
 */
public record Series(
    String subject, String figure, Dimension dimension, Clock clock, List<Point> points) {

  /** What a figure is counted in. */
  public enum Dimension {
    NANOS,
    SHARE,
    BYTES,
    COUNT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns its name as it stands in reports, such as {@code nanos}. */
    public String label() {
      return label;
    }
  }

  /** What times are counted in, and so what a slope is over. */
  public enum Clock {
    MINUTES("minute"),
    NIGHTS("night");

    private final String unit;

    Clock(String unit) {
      this.unit = unit;
    }

    /** Returns one of it, such as {@code minute}. */
    public String unit() {
      return unit;
    }
  }

  /** A figure at a time, counted from the first. */
  public record Point(double time, double figure) {}

  public Series {
    points = List.copyOf(points);
  }
}
