// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Locale;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.events.score.Score;

/** The score and how it came about. */
final class ScoreSection {

  private static final double GOOD = 90;
  private static final double FAIR = 70;

  private ScoreSection() {}

  static void print(Page page, Analysis analysis) {
    Score score = analysis.score();
    if (score.value().isEmpty()) {
      page.heading("SCORE", "none: nothing it is computed from was recorded");
    } else {
      printValue(page, score.value().getAsDouble());
    }
    for (Score.Term term : score.terms()) {
      printTerm(page, term);
    }
    if (analysis.responseFrom() != Origin.EVENTS) {
      page.paragraph(
          "  ",
          "Response and errors come from the recorder's %s, since single operations are missing."
              .formatted(
                  analysis.responseFrom() == Origin.HISTOGRAMS
                      ? "interval histograms"
                      : "own counts"),
          Tone.FAINT);
    }
  }

  private static void printValue(Page page, double value) {
    Tone tone = value >= GOOD ? Tone.GOOD : value >= FAIR ? Tone.WARNING : Tone.BAD;
    page.blank();
    page.raw(
        page.tone("SCORE", Tone.STRONG)
            + "  "
            + page.tone(String.format(Locale.US, "%.1f", value), tone)
            + " of 100");
  }

  private static void printTerm(Page page, Score.Term term) {
    if (term.points().isEmpty()) {
      page.line(
          "  %-10s  %6s  %s".formatted(term.kind().label(), "-", term.evidence()), Tone.FAINT);
      return;
    }
    String points = String.format(Locale.US, "%+.1f", term.points().getAsDouble());
    page.line("  %-10s  %6s  %s".formatted(term.kind().label(), points, term.evidence()));
  }
}
