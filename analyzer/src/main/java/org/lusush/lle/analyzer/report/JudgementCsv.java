// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Grown;
import org.lusush.lle.analyzer.model.night.Judgement;

/** Every figure compared, as comma-separated values with a header. No cell is a formula. */
public final class JudgementCsv {

  private static final List<String> COLUMNS =
      List.of(
          "over",
          "subject",
          "figure",
          "unit",
          "finding",
          "since",
          "before",
          "after",
          "shift",
          "low",
          "high",
          "p",
          "samples_before",
          "samples_after",
          "cause",
          "cause_before_ns",
          "cause_after_ns",
          "evidence");

  private JudgementCsv() {}

  public static String render(Judgement judgement) {
    return Stream.of(
            Stream.of(String.join(",", COLUMNS)),
            JudgementSentences.all(judgement.changes()).stream().map(c -> row("nights", c)),
            JudgementSentences.all(judgement.comparisons()).stream().map(c -> row("runs", c)))
        .flatMap(rows -> rows)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String row(String over, Comparison c) {
    return String.join(
        ",",
        over,
        text(c.subject()),
        text(c.figure().label()),
        c.figure().dimension().label(),
        text(c.finding().label()),
        c.since().map(LocalDate::toString).orElse(""),
        number(c.before()),
        number(c.after()),
        number(c.shift()),
        number(c.low()),
        number(c.high()),
        number(c.pValue()),
        Integer.toString(c.samplesBefore()),
        Integer.toString(c.samplesAfter()),
        text(c.grown().map(Grown::cause).orElse("")),
        c.grown().map(grown -> number(Math.rint(grown.before()))).orElse(""),
        c.grown().map(grown -> number(Math.rint(grown.after()))).orElse(""),
        text(c.grown().map(Grown::evidence).orElse("")));
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    double rounded = JudgementSentences.rounded(value);
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
        ? Long.toString((long) rounded)
        : Double.toString(rounded);
  }

  /** Returns a quoted cell; one that a spreadsheet would compute gets an apostrophe first. */
  private static String text(String value) {
    String safe = Printable.of(value);
    boolean formula = !safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + safe.replace("\"", "\"\"") + '"';
  }
}
