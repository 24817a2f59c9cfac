// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.List;

/**
 * The distribution of a night's durations, as quantiles at equal steps: of n quantiles, the first
 * is in the middle of the first n-th of all durations.
 *
 * @param subject type of operation, or keystroke
 * @param count how many durations there were
 * @param runs for each run that had enough of them, its quantiles at the {@link #SHARES}
 */
public record Durations(String subject, long count, List<Long> quantiles, List<List<Long>> runs) {

  /** How many quantiles are kept. */
  public static final int QUANTILES = 50;

  /** Which quantiles are kept of each run. */
  public static final List<Double> SHARES =
      List.of(0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95);

  public Durations {
    quantiles = List.copyOf(quantiles);
    runs = runs.stream().map(List::copyOf).toList();
    for (List<Long> run : runs) {
      if (run.size() != SHARES.size()) {
        throw new IllegalArgumentException(
            "a run must have " + SHARES.size() + " quantiles, not " + run.size());
      }
    }
  }

  /** Creates durations of which single runs are not known. */
  public Durations(String subject, long count, List<Long> quantiles) {
    this(subject, count, quantiles, List.of());
  }
}
