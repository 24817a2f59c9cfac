// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/** What is in use elsewhere. */
final class Peers {

  private static final double THRESHOLD = 1.2;
  private static final double SIGNIFICANT = 0.05;
  private static final int NEWEST = 3;

  private Peers() {}

  static List<Detector> all() {
    return List.of(
        new SeriesDetector("20 % over the mean of the nights before", Peers::isOverThreshold),
        new SeriesDetector("Student's t, last 3 nights, p 0.05", Peers::isSignificant),
        new SeriesDetector("Otava's defaults", Peers::hasChangePoint));
  }

  static boolean isOverThreshold(double[] series) {
    int last = series.length - 1;
    return series[last] > THRESHOLD * mean(series, 0, last);
  }

  static boolean isSignificant(double[] series) {
    int index = series.length - NEWEST;
    double[] before = Arrays.copyOfRange(series, 0, index);
    double[] after = Arrays.copyOfRange(series, index, series.length);
    return mean(series, index, series.length) > mean(series, 0, index)
        && TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(after, before).getPValue()
            < SIGNIFICANT;
  }

  /** Returns whether Otava reports, on the newest three nights, that a figure rose. */
  static boolean hasChangePoint(double[] series) {
    List<Integer> changes = Otava.changes(series);
    if (changes.isEmpty()) {
      return false;
    }
    int last = changes.get(changes.size() - 1);
    int before = changes.size() < 2 ? 0 : changes.get(changes.size() - 2);
    return series.length - last <= NEWEST
        && mean(series, last, series.length) > mean(series, before, last);
  }

  static double mean(double[] series, int from, int to) {
    return Arrays.stream(series, from, to).average().orElse(0);
  }
}
