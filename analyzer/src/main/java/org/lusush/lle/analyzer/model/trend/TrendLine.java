// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.trend;

import java.util.Locale;

/**
 * A series and where it is heading.
 *
 * @param slope change of the figure for one unit of time
 * @param low lower end of the 95 % interval of the slope
 * @param high upper end of it
 * @param tau how one-sided the trend is, from -1 (every later figure is lower) to 1
 * @param pValue probability of so one-sided a series, or a more one-sided one, without a trend
 * @param change change over the whole series as a fraction of its median, or 0 when that is 0
 */
public record TrendLine(
    Series series,
    double slope,
    double low,
    double high,
    double tau,
    double pValue,
    double change,
    Direction direction) {

  /** Which way a figure goes. */
  public enum Direction {
    RISING,
    FALLING,
    STABLE,
    /** There are too few points to tell. */
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
      return label;
    }
  }
}
