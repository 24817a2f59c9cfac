// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.report.JudgementSentences;
import org.lusush.lle.analyzer.report.Units;

/** How large each change is, with its interval. */
final class EffectSection {

  private static final int DRAWN = 16;
  private static final int ROWS = 200;

  private EffectSection() {}

  static void add(PageBuilder page, Judgement judgement) {
    var section =
        page.section(
            "changes", "Changes", "Every figure that was compared, those with a finding first.");
    addChart(section, judgement);
    table(section, "Over the nights, before a change and since", judgement.changes());
    table(section, "Beside the recordings before", judgement.comparisons());
    section.end();
  }

  private static void addChart(PageBuilder.Section section, Judgement judgement) {
    List<Comparison> drawn = drawn(judgement);
    if (drawn.isEmpty()) {
      return;
    }
    var table =
        new TableBuilder("Shifts with their intervals")
            .text("figure")
            .figure("shift")
            .figure("95 % interval")
            .word("finding");
    ObjectNode chart =
        section.chart(
            "effects",
            "Shifts of durations and bytes, with their 95 % intervals",
            "A mark to the right of the line in the middle is longer than before, one to the left"
                + " is shorter. An interval that crosses the line may be no change at all.",
            table);
    ArrayNode rows = chart.putArray("rows");
    for (Comparison c : drawn) {
      table.row(
          Tones.name(c),
          JudgementSentences.shift(c),
          JudgementSentences.interval(c, " to "),
          TableBuilder.toned(c.finding().label(), Tones.of(c.finding())));
      rows.addObject()
          .put("name", Tones.name(c))
          .put("shift", 1 + c.shift())
          .put("low", 1 + c.low())
          .put("high", 1 + c.high())
          .put("tone", Tones.of(c.finding()))
          .put(
              "text",
              "%s: %s, between %s, %s"
                  .formatted(
                      Tones.name(c),
                      JudgementSentences.shift(c),
                      JudgementSentences.interval(c, " and "),
                      c.finding().label()));
    }
  }

  /** Returns what has a place on a scale of factors: what was found, then the rest. */
  private static List<Comparison> drawn(Judgement judgement) {
    List<Comparison> all = new ArrayList<>(Tones.found(judgement));
    Stream.concat(
            JudgementSentences.all(judgement.changes()).stream(),
            JudgementSentences.all(judgement.comparisons()).stream())
        .filter(c -> c.finding() == Finding.SAME)
        .forEach(all::add);
    return all.stream()
        .filter(c -> c.figure().isRelative())
        .filter(c -> Double.isFinite(c.low()) && Double.isFinite(c.high()) && c.low() > -1)
        .limit(DRAWN)
        .toList();
  }

  private static void table(
      PageBuilder.Section section, String caption, List<Comparison> comparisons) {
    var table =
        new TableBuilder(caption, ROWS)
            .text("of")
            .word("figure")
            .figure("before")
            .figure("after")
            .figure("shift")
            .figure("95 % interval")
            .figure("p value")
            .figure("samples")
            .word("since")
            .word("finding");
    for (Comparison c : JudgementSentences.all(comparisons)) {
      table.row(
          c.subject(),
          c.figure().label(),
          JudgementSentences.value(c.figure(), c.before()),
          JudgementSentences.value(c.figure(), c.after()),
          JudgementSentences.shift(c),
          JudgementSentences.interval(c, " to "),
          JudgementSentences.pValue(c.pValue()),
          Units.count(c.samplesBefore()) + ", " + Units.count(c.samplesAfter()),
          c.finding() == Finding.SAME ? "" : c.since().map(LocalDate::toString).orElse(""),
          TableBuilder.toned(c.finding().label(), Tones.of(c.finding())));
    }
    section.table(table);
  }
}
