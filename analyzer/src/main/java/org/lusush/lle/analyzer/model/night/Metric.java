// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.List;

/**
 * One figure of one night.
 *
 * @param subject type of operation, keystroke, cache or pool
 * @param count how many events it was computed from, in all runs
 * @param runs the figure of each run, in their order
 */
public record Metric(String subject, Figure figure, long count, List<Double> runs) {

  /** What a metric is of. */
  public record Key(String subject, Figure figure) {}

  public Metric {
    runs = List.copyOf(runs);
  }

  public Key key() {
    return new Key(subject, figure);
  }

  /** Returns the figure of the night: the median of its runs. */
  public double value() {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
