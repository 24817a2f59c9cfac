// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;

/** What was tuned, why, and what came of it. */
final class TuningSection {

  private static final int SHOWN = 12;

  private TuningSection() {}

  static void print(Page page, List<TuningStep> steps, long startNanos) {
    if (steps.isEmpty()) {
      return;
    }
    List<Decision> decisions = Decision.of(steps);
    page.heading("TUNING", Units.count(decisions.size(), "decision") + ": " + outcomes(decisions));
    var newest = decisions.subList(Math.max(0, decisions.size() - SHOWN), decisions.size());
    if (newest.size() < decisions.size()) {
      page.line("  the last " + newest.size() + " of them", Tone.FAINT);
    }
    newest.forEach(decision -> print(page, decision, startNanos));
  }

  private static String outcomes(List<Decision> decisions) {
    Map<String, Long> counts =
        decisions.stream()
            .collect(
                Collectors.groupingBy(
                    decision -> decision.last().outcome(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> Units.count(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void print(Page page, Decision decision, long startNanos) {
    TuningStep step = decision.last();
    page.line(
        "  +%s  %s: %s %s to %s, %s"
            .formatted(
                Units.duration(Math.max(0, decision.startNanos() - startNanos)),
                step.subject(),
                step.parameter(),
                Figures.plain(step.from()),
                Figures.plain(step.to()),
                step.outcome()),
        decision.isRolledBack() ? Tone.WARNING : Tone.PLAIN);
    page.line("     " + decision.effect());
    if (!step.reason().isEmpty()) {
      page.paragraph("     ", step.tuner() + ": " + step.reason(), Tone.FAINT);
    }
  }
}
