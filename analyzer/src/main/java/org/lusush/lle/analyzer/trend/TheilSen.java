// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.trend;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The slope of Theil and Sen: the median of the slopes through all pairs of points. A quarter of
 * the points can be wild without an effect on it.
 *
 * <p>The interval is the one of P. K. Sen ("Estimates of the regression coefficient based on
 * Kendall's tau", JASA 63, 1968): the order statistics of the pairs' slopes that the variance of
 * Mann and Kendall's statistic asks for.
 *
 * @param slope change of the figure for one unit of time
 * @param low lower end of its interval
 * @param high upper end of its interval
 */
record TheilSen(double slope, double low, double high) {

  /**
   * Returns the slope.
   *
   * @param times ascending; pairs at the same time are left out
   * @param figures one for each of the times
   * @param confidence that the interval holds the true slope, from 0 to 1
   * @param variance of Mann and Kendall's statistic of the figures
   */
  static TheilSen of(double[] times, double[] figures, double confidence, double variance) {
    double[] slopes = slopes(times, figures);
    if (slopes.length == 0) {
      return new TheilSen(0, 0, 0);
    }
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    double spread = z * Math.sqrt(Math.max(0, variance));
    int lowest = (int) Math.round((slopes.length - spread) / 2) - 1;
    int highest = (int) Math.round((slopes.length + spread) / 2);
    return new TheilSen(median(slopes), at(slopes, lowest), at(slopes, highest));
  }

  private static double[] slopes(double[] times, double[] figures) {
    double[] slopes = new double[times.length * Math.max(0, times.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < times.length; i++) {
      for (int j = i + 1; j < times.length; j++) {
        if (times[j] > times[i]) {
          slopes[count++] = (figures[j] - figures[i]) / (times[j] - times[i]);
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double at(double[] sorted, int place) {
    return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
