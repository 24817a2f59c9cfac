// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.analyzer.report.Decision;
import org.lusush.lle.analyzer.report.Figures;

/** What was tuned, why, and what came of it. */
final class TuningSection {

  private TuningSection() {}

  static void add(PageBuilder page, List<TuningStep> steps) {
    List<Decision> decisions = Decision.of(steps);
    var table =
        new TableBuilder("Decisions of tuning, times in " + page.time().zone(), 100)
            .word("at")
            .text("subject")
            .text("parameter")
            .figure("from")
            .figure("to")
            .text("outcome")
            .text("effect")
            .text("why");
    for (Decision decision : decisions) {
      TuningStep step = decision.last();
      table.row(
          page.time().text(decision.startNanos()),
          step.subject(),
          step.parameter(),
          Figures.plain(step.from()),
          Figures.plain(step.to()),
          TableBuilder.toned(step.outcome(), decision.isRolledBack() ? "warn" : ""),
          decision.effect(),
          step.reason().isEmpty() ? step.tuner() : step.tuner() + ": " + step.reason());
    }
    page.section("tuning", "Tuning", "What the recorder changed by itself, and what came of it.")
        .table(table)
        .end();
  }
}
