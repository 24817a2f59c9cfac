// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.analyzer.report.Units;

/** What the rules say, the worst first. */
final class FindingSection {

  private FindingSection() {}

  static void add(PageBuilder page, Findings findings) {
    var section =
        page.section(
            "findings",
            "Findings",
            "What the rules say that run in JDK Mission Control, too. Their scores run from 0,"
                + " which is fine, to 100.");
    List<Finding> judged =
        findings.all().stream()
            .filter(finding -> finding.severity() != Severity.NOT_JUDGED)
            .sorted(
                Comparator.comparing(Finding::severity)
                    .thenComparingInt(Finding::score)
                    .reversed()
                    .thenComparing(Finding::name))
            .toList();
    section.table(table(judged));
    long left = findings.all().size() - (long) judged.size();
    if (left > 0) {
      section.note(
          Units.count(left, "rule") + " could not judge, for the recording holds too little.");
    }
    findings.notes().forEach(note -> section.note(note + ".", "warn"));
    section.end();
  }

  private static TableBuilder table(List<Finding> findings) {
    var table =
        new TableBuilder("Findings of the rules", 60)
            .text("rule")
            .text("severity")
            .figure("score")
            .text("what")
            .text("what to do");
    for (Finding finding : findings) {
      table.row(
          finding.name(),
          TableBuilder.toned(finding.severity().label(), tone(finding.severity())),
          finding.score(),
          finding.summary(),
          finding.severity().compareTo(Severity.INFO) >= 0 ? finding.solution() : "");
    }
    return table;
  }

  private static String tone(Severity severity) {
    return switch (severity) {
      case WARNING -> "bad";
      case INFO -> "warn";
      case OK -> "good";
      case NOT_JUDGED -> "faint";
    };
  }
}
