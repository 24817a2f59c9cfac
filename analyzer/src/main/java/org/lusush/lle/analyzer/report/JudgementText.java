// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.LocalDate;
import java.util.List;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.model.night.Verdict;

/** A verdict for people, 100 columns wide. */
public final class JudgementText {

  private static final int ROWS = 24;
  private static final int SENTENCES = 6;

  private JudgementText() {}

  /** Returns the verdict, what it rests on, and every figure that was compared. */
  public static String render(Judgement judgement, Style style) {
    var page = new Page(style);
    verdict(page, judgement);
    nights(page, judgement.nights());
    judgement.before().ifPresent(before -> night(page, "before", before));
    night(page, judgement.before().isPresent() ? "after" : "tonight", judgement.after());
    paragraphs(page, "  ? ", judgement.reasons(), Tone.WARNING);
    some(page, "  - ", JudgementSentences.findings(judgement));
    some(page, "  ~ ", JudgementSentences.suspicions(judgement));
    paragraphs(page, "  i ", judgement.notes(), Tone.FAINT);
    table(page, "OVER THE NIGHTS", "before a change and since", judgement.changes());
    table(page, "FIGURES", "of the recordings before and after", judgement.comparisons());
    TrendSection.print(page, judgement.trends());
    return page.toString();
  }

  private static void verdict(Page page, Judgement judgement) {
    page.raw(
        page.tone("VERDICT", Tone.STRONG)
            + "  "
            + page.tone(judgement.verdict().label(), tone(judgement.verdict()))
            + "  "
            + page.tone(JudgementSentences.counts(judgement), Tone.FAINT));
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case PASS, IMPROVEMENT -> Tone.GOOD;
      case REGRESSION -> Tone.BAD;
      case INCONCLUSIVE -> Tone.WARNING;
    };
  }

  private static void nights(Page page, List<LocalDate> nights) {
    if (nights.size() > 1) {
      page.line("  nights   " + nights.get(0) + " to " + nights.get(nights.size() - 1));
    }
  }

  private static void night(Page page, String which, Night night) {
    Setup setup = night.setup();
    page.paragraph(
        "  %-8s %s  ".formatted(which, night.date()),
        "%s, %s, JDK %s, %s, %s, %s"
            .formatted(
                known(setup.shell()),
                known(setup.editor()),
                known(setup.jdk()),
                setup.processors() == 0
                    ? "? processors"
                    : Units.count(setup.processors(), "processor"),
                JudgementSentences.runs(night),
                Units.count(setup.keystrokes(), "keystroke")),
        Tone.PLAIN);
  }

  private static String known(String text) {
    return text.isEmpty() ? "?" : text;
  }

  private static void paragraphs(Page page, String mark, List<String> sentences, Tone tone) {
    sentences.forEach(sentence -> page.paragraph(mark, sentence, tone));
  }

  /** Prints the weightiest; the rest is in the tables below. */
  private static void some(Page page, String mark, List<String> sentences) {
    paragraphs(page, mark, sentences.subList(0, Math.min(SENTENCES, sentences.size())), Tone.PLAIN);
    if (sentences.size() > SENTENCES) {
      page.line("    and " + (sentences.size() - SENTENCES) + " more, in the table", Tone.FAINT);
    }
  }

  private static void table(Page page, String title, String about, List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return;
    }
    page.heading(title, about);
    var table =
        new Table()
            .text("of", 28)
            .text("figure", 12)
            .figure("before")
            .figure("after")
            .figure("shift")
            .figure("p")
            .text("finding", 17);
    List<Comparison> sorted = JudgementSentences.all(comparisons);
    sorted.stream().limit(ROWS).forEach(c -> row(table, c));
    table.print(page);
    if (sorted.size() > ROWS) {
      page.line(
          "  and " + Units.count(sorted.size() - ROWS, "figure") + " more, in --format json or csv",
          Tone.FAINT);
    }
  }

  private static void row(Table table, Comparison c) {
    table.row(
        c.subject(),
        c.figure().label(),
        JudgementSentences.value(c.figure(), c.before()),
        JudgementSentences.value(c.figure(), c.after()),
        JudgementSentences.shift(c),
        JudgementSentences.pValue(c.pValue()),
        new Table.Cell(c.finding().label(), tone(c.finding())));
  }

  private static Tone tone(Finding finding) {
    return switch (finding) {
      case WORSE -> Tone.BAD;
      case BETTER -> Tone.GOOD;
      case SUSPECTED_WORSE, SUSPECTED_BETTER, UNCLEAR -> Tone.WARNING;
      case SAME -> Tone.FAINT;
    };
  }
}
