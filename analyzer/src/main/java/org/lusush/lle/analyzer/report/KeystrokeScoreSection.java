// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Locale;
import java.util.Optional;
import org.lusush.lle.events.score.KeystrokeScore;

/** The keystroke score and how it came about. */
final class KeystrokeScoreSection {

  private static final double GOOD = 90;
  private static final double FAIR = 70;

  private KeystrokeScoreSection() {}

  static void print(Page page, Optional<KeystrokeScore> score) {
    if (score.isPresent()) {
      printValue(page, score.get().value());
      score.get().terms().forEach(term -> printTerm(page, term));
    }
  }

  private static void printValue(Page page, double value) {
    Tone tone = value >= GOOD ? Tone.GOOD : value >= FAIR ? Tone.WARNING : Tone.BAD;
    page.blank();
    page.raw(
        page.tone("KEYSTROKE SCORE", Tone.STRONG)
            + "  "
            + page.tone(String.format(Locale.US, "%.1f", value), tone)
            + " of 100");
  }

  private static void printTerm(Page page, KeystrokeScore.Term term) {
    String points = String.format(Locale.US, "%+.1f", term.points());
    page.line("  %-14s  %6s  %s".formatted(term.name(), points, term.evidence()));
  }
}
