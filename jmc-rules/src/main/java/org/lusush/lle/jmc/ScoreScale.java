// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/**
 * Maps a figure of which less is better to JMC's score, from 0 to 100 where 100 is worst.
 *
 * <p>The score never falls as the figure rises. Up to the target the severity is OK, over it
 * information, over the critical value a warning. Scores are whole numbers, since JMC writes them
 * into its JSON report in the language of the machine, where a fraction may have a comma.
 */
final class ScoreScale {

  /** Forgives what binary fractions such as 1 − 0.9 lose. */
  private static final double TOLERANCE = 1e-9;

  private static final int INFO = (int) Severity.INFO.getLimit();
  private static final int WARNING = (int) Severity.WARNING.getLimit();

  private ScoreScale() {}

  /**
   * Returns the score.
   *
   * @param figure what was measured, at least 0
   * @param target the most that is still good
   * @param critical the most that is not yet critical; one under the target counts as the target
   */
  static int score(double figure, double target, double critical) {
    double info = Math.max(target, TOLERANCE);
    double warning = Math.max(critical, info * (1 + TOLERANCE));
    int score = (int) Math.floor(RulesToolkit.mapExp100(figure, info, warning));
    if (isWithin(figure, target)) {
      return Math.min(score, INFO - 1);
    }
    if (isWithin(figure, critical)) {
      return Math.max(INFO, Math.min(score, WARNING - 1));
    }
    return Math.max(score, WARNING);
  }

  private static boolean isWithin(double figure, double limit) {
    return figure <= limit + Math.abs(limit) * TOLERANCE + Double.MIN_VALUE;
  }
}
