// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.Arrays;
import java.util.List;

/**
 * One figure of one night.
 *
 * @param subject type of operation, keystroke, cache or pool
 * @param count how many events it was computed from, in all runs
 * @param runs the figure of each run, in their order
 */
public record Metric(String subject, Figure figure, long count, List<Double> runs) {

  private static final double TRIMMED = 0.2;

  /** What a metric is of. */
  public record Key(String subject, Figure figure) {}

  public Metric {
    runs = List.copyOf(runs);
  }

  public Key key() {
    return new Key(subject, figure);
  }

  /** Returns the figure of the night: the mean of its runs but for the fifth at either end. */
  public double value() {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int cut = (int) (TRIMMED * sorted.length);
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(0);
  }
}
