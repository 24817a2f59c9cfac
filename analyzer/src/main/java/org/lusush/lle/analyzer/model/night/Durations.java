// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.util.List;

/**
 * The distribution of a night's durations, as quantiles at equal steps: of n quantiles, the first
 * is in the middle of the first n-th of all durations.
 *
 * @param subject type of operation, or keystroke
 * @param count how many durations there were
 */
public record Durations(String subject, long count, List<Long> quantiles) {

  /** How many quantiles are kept. */
  public static final int QUANTILES = 50;

  public Durations {
    quantiles = List.copyOf(quantiles);
  }
}
