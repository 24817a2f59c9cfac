// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.upkeep.TuningStep;
import org.lusush.lle.events.TuningOutcome;

/** What was tuned, why, and what came of it. */
final class TuningSection {

  private static final int SHOWN = 12;

  /** What the steps of one decision have in common. */
  private record Key(long decision, String subject, String parameter) {}

  /** When a decision was taken, and its last step. */
  private record Decision(long startNanos, TuningStep last) {
    Decision followedBy(Decision later) {
      return new Decision(startNanos, later.last);
    }
  }

  private TuningSection() {}

  static void print(Page page, List<TuningStep> steps, long startNanos) {
    if (steps.isEmpty()) {
      return;
    }
    List<Decision> decisions = decisions(steps);
    page.heading("TUNING", Units.count(decisions.size(), "decision") + ": " + outcomes(decisions));
    var newest = decisions.subList(Math.max(0, decisions.size() - SHOWN), decisions.size());
    if (newest.size() < decisions.size()) {
      page.line("  the last " + newest.size() + " of them", Tone.FAINT);
    }
    newest.forEach(decision -> print(page, decision, startNanos));
  }

  private static List<Decision> decisions(List<TuningStep> steps) {
    Map<Key, Decision> byKey = new LinkedHashMap<>();
    for (TuningStep step : steps) {
      var key = new Key(step.decision(), step.subject(), step.parameter());
      byKey.merge(key, new Decision(step.epochNanos(), step), Decision::followedBy);
    }
    return new ArrayList<>(byKey.values());
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
        step.outcome().equals(TuningOutcome.ROLLED_BACK.label()) ? Tone.WARNING : Tone.PLAIN);
    page.line("     " + effect(step));
    if (!step.reason().isEmpty()) {
      page.paragraph("     ", step.tuner() + ": " + step.reason(), Tone.FAINT);
    }
  }

  private static String effect(TuningStep step) {
    String text =
        "%s %s before, %s predicted"
            .formatted(
                step.metric(),
                Figures.text(step.metric(), step.before()),
                Figures.text(step.metric(), step.predicted()));
    return isObserved(step)
        ? text + ", " + Figures.text(step.metric(), step.observed()) + " observed"
        : text;
  }

  private static boolean isObserved(TuningStep step) {
    return step.outcome().equals(TuningOutcome.KEPT.label())
        || step.outcome().equals(TuningOutcome.ROLLED_BACK.label());
  }
}
