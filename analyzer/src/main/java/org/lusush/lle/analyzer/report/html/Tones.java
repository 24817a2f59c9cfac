// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.report.JudgementSentences;

/** How findings are set off on the page, and in which order they come. */
final class Tones {

  static final Finding WORSE = Finding.WORSE;
  static final Finding BETTER = Finding.BETTER;

  private Tones() {}

  static String of(Finding finding) {
    return switch (finding) {
      case WORSE -> "bad";
      case BETTER -> "good";
      case SUSPECTED_WORSE, SUSPECTED_BETTER, UNCLEAR -> "warn";
      case SAME -> "";
    };
  }

  /** Returns what was found or is suspected, what got worse first, the weightiest first. */
  static List<Comparison> found(Judgement judgement) {
    return Stream.of(
            Finding.WORSE,
            Finding.BETTER,
            Finding.SUSPECTED_WORSE,
            Finding.SUSPECTED_BETTER,
            Finding.UNCLEAR)
        .flatMap(finding -> JudgementSentences.found(judgement, finding).stream())
        .toList();
  }

  /** Returns what a comparison is of, as charts show it. */
  static String name(Comparison comparison) {
    return PageBuilder.name(comparison.figure().label() + " of " + comparison.subject());
  }
}
