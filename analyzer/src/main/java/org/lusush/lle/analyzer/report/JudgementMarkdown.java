// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

/** A verdict as a summary for a pull request. Nothing in it can be a link, a mention or HTML. */
public final class JudgementMarkdown {

  private static final int ROWS = 12;

  private JudgementMarkdown() {}

  /** Returns the verdict with what was found; figures that stayed the same are counted only. */
  public static String render(Judgement judgement) {
    var text = new StringBuilder();
    text.append("### LLE Flight: ")
        .append(judgement.verdict().label())
        .append("\n\n")
        .append(safe(JudgementSentences.basis(judgement)))
        .append("\n");
    list(text, "", judgement.reasons());
    list(text, "", JudgementSentences.findings(judgement));
    list(text, "suspected: ", JudgementSentences.suspicions(judgement));
    table(text, "over the nights", judgement.changes());
    table(text, "beside the recordings before", judgement.comparisons());
    trends(text, judgement.trends());
    list(text, "", judgement.notes());
    return text.toString();
  }

  private static void list(StringBuilder text, String before, List<String> sentences) {
    if (!sentences.isEmpty()) {
      text.append("\n");
    }
    sentences.forEach(s -> text.append("- ").append(before).append(safe(s)).append("\n"));
  }

  private static void table(StringBuilder text, String over, List<Comparison> comparisons) {
    List<Comparison> found =
        JudgementSentences.all(comparisons).stream()
            .filter(c -> c.finding() != Finding.SAME)
            .limit(ROWS)
            .toList();
    if (comparisons.isEmpty()) {
      return;
    }
    if (!found.isEmpty()) {
      text.append("\n| of | figure | before | after | shift | 95 % interval | p | finding |\n")
          .append("|---|---|--:|--:|--:|---|--:|---|\n");
    }
    for (Comparison c : found) {
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  safe(c.subject()),
                  c.figure().label(),
                  JudgementSentences.value(c.figure(), c.before()),
                  JudgementSentences.value(c.figure(), c.after()),
                  JudgementSentences.shift(c),
                  JudgementSentences.interval(c, " to "),
                  safe(JudgementSentences.pValue(c.pValue())),
                  c.finding().label()))
          .append(" |\n");
    }
    long same = comparisons.stream().filter(c -> c.finding() == Finding.SAME).count();
    text.append("\n")
        .append(Units.count(same, "figure"))
        .append(" stayed the same ")
        .append(over)
        .append(".\n");
  }

  private static void trends(StringBuilder text, List<TrendLine> lines) {
    List<String> going =
        lines.stream()
            .filter(l -> l.direction() == Direction.RISING || l.direction() == Direction.FALLING)
            .limit(ROWS)
            .map(
                l ->
                    "%s of %s is %s (p %s)"
                        .formatted(
                            l.series().figure(),
                            l.series().subject(),
                            l.direction().label(),
                            JudgementSentences.pValue(l.pValue())))
            .toList();
    list(text, "", going);
  }

  /** Returns text of which nothing means anything to Markdown, HTML or those who render them. */
  private static String safe(String text) {
    var result = new StringBuilder();
    Printable.safe(text)
        .codePoints()
        .forEach(
            c -> {
              if (c < 0x80 && "\\`*_{}[]<>#|!&@~$:/=^".indexOf(c) >= 0) {
                result.append("&#").append(c).append(';');
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString();
  }
}
