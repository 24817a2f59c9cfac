// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.lusush.lle.events.Trend;

/**
 * What became of a type of operation in the last 60 seconds.
 *
 * @param perSecond operations ended a second
 * @param trend where the mean duration is heading
 * @param coefficient change of the mean duration over the window as a fraction of it: the slope of
 *     the least-squares line through the means of the seconds, weighted by their counts
 * @param window the time looked at
 */
public record Recent(double perSecond, Trend trend, double coefficient, Duration window) {

  private static final int FEWEST_SECONDS = 5;
  private static final double STABLE = 0.1;
  private static final double SCATTERED = 0.5;
  private static final double EXPLAINED = 0.3;

  public Recent {
    requireNonNull(trend, "trend");
    requireNonNull(window, "window");
  }

  static Recent of(long[] counts, long[] sums) {
    var fit = new Fit();
    int seconds = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        seconds++;
        fit.add(i, (double) sums[i] / counts[i], (double) counts[i]);
      }
    }
    double perSecond = fit.weight / (RecentMeans.WINDOW.toNanos() / 1e9);
    if (seconds < FEWEST_SECONDS || fit.meanY() <= 0) {
      return new Recent(perSecond, Trend.UNKNOWN, 0, RecentMeans.WINDOW);
    }
    double coefficient = fit.slope() * counts.length / fit.meanY();
    return new Recent(perSecond, trend(fit, coefficient), coefficient, RecentMeans.WINDOW);
  }

  private static Trend trend(Fit fit, double coefficient) {
    if (fit.scatter() > SCATTERED && fit.explained() < EXPLAINED) {
      return Trend.VOLATILE;
    } else if (Math.abs(coefficient) < STABLE) {
      return Trend.STABLE;
    }
    return coefficient < 0 ? Trend.IMPROVING : Trend.DEGRADING;
  }

  /** A weighted least-squares line. */
  private static final class Fit {
    private double weight;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;

    void add(double atX, double atY, double w) {
      weight += w;
      x += w * atX;
      y += w * atY;
      xx += w * atX * atX;
      xy += w * atX * atY;
      yy += w * atY * atY;
    }

    double meanY() {
      return weight == 0 ? 0 : y / weight;
    }

    double slope() {
      double spread = xx - x * x / weight;
      return spread <= 0 ? 0 : (xy - x * y / weight) / spread;
    }

    /** Returns the standard deviation of the means as a fraction of their mean. */
    double scatter() {
      return Math.sqrt(Math.max(0, yy / weight - meanY() * meanY())) / meanY();
    }

    /** Returns the share of the variance that the line explains. */
    double explained() {
      double variance = yy - y * y / weight;
      return variance <= 0 ? 1 : slope() * (xy - x * y / weight) / variance;
    }
  }
}
