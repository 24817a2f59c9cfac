// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Findings;

/** The findings of the rules, topic by topic. */
final class RuleSection {

  private static final String INDENT = "    ";

  /** What the topics of the rules are called on JMC's pages. */
  private static final Map<String, String> TITLES =
      Map.of(
          "lle", "LINE EDITOR",
          "lle.keystrokes", "KEYSTROKES",
          "lle.operations", "OPERATIONS",
          "lle.caches", "CACHES",
          "lle.pools", "POOLS",
          "lle.tuning", "TUNING",
          "lle.resources", "RESOURCES");

  private RuleSection() {}

  /**
   * Prints them.
   *
   * @param teaching whether to explain what is not fine, and to say what to do about it
   */
  static void print(Page page, Findings findings, boolean teaching) {
    String last = "";
    for (Finding finding : findings.all()) {
      if (!finding.topic().equals(last)) {
        last = finding.topic();
        page.heading("RULES: " + TITLES.getOrDefault(last, last), "");
      }
      print(page, finding, teaching && finding.severity().compareTo(Severity.INFO) >= 0);
    }
    page.heading("RULES", "");
    page.paragraph("  ", total(findings.all()), Tone.PLAIN);
    findings.notes().forEach(note -> page.paragraph("  ", "Note: " + note + ".", Tone.FAINT));
  }

  private static void print(Page page, Finding finding, boolean teaching) {
    String score = finding.score() < 0 ? "" : "%3d".formatted(finding.score());
    page.raw(
        "  "
            + page.tone("%-10s".formatted(finding.severity().label()), tone(finding.severity()))
            + "%4s  ".formatted(score)
            + page.tone(Width.cut(finding.name(), Page.WIDTH - 20), Tone.STRONG));
    page.paragraph(INDENT, finding.summary(), Tone.PLAIN);
    if (teaching) {
      page.paragraph(INDENT + "What to do: ", finding.solution(), Tone.PLAIN);
      page.paragraph(INDENT + "Why: ", finding.explanation(), Tone.FAINT);
    }
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case WARNING -> Tone.BAD;
      case INFO -> Tone.WARNING;
      case OK -> Tone.GOOD;
      case NOT_JUDGED -> Tone.FAINT;
    };
  }

  private static String total(List<Finding> all) {
    var text = new StringBuilder();
    for (Severity severity : List.of(Severity.WARNING, Severity.INFO, Severity.OK)) {
      text.append(count(all, severity)).append(' ').append(severity.label()).append(", ");
    }
    return text.append(count(all, Severity.NOT_JUDGED))
        .append(" not judged. Scores run from 0, fine, to 100, bad.")
        .toString();
  }

  private static long count(List<Finding> all, Severity severity) {
    return all.stream().filter(f -> f.severity() == severity).count();
  }
}
