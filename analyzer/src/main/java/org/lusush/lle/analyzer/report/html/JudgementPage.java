// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.report.JudgementSentences;
import org.lusush.lle.analyzer.report.Units;

/**
 * A verdict for a browser: one file that loads nothing, as {@link HtmlReport} is.
 *
 * <p>What the verdict is stands first, then how large each change is, what the durations were
 * before and after, how the nights went, what slow ones spend more time on, and what all of this
 * rests on.
 */
public final class JudgementPage {

  private JudgementPage() {}

  /** Returns the page. */
  public static String render(Judgement judgement) {
    return render(judgement, HtmlReport.Parts.load());
  }

  static String render(Judgement judgement, HtmlReport.Parts parts) {
    var page = new PageBuilder(TimeAxis.of(List.of(), ZoneOffset.UTC));
    addVerdict(page, judgement);
    EffectSection.add(page, judgement);
    FindingCharts.add(page, judgement);
    CulpritSection.add(page, judgement);
    NightTrendSection.add(page, judgement.trends());
    addConditions(page, judgement);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("start", 0).put("end", 0).put("zone", "UTC");
    data.set("charts", page.charts());
    return parts.page(
        "LLE Flight verdict: " + judgement.verdict().label(),
        facts(judgement),
        List.of(),
        page.sections(),
        data);
  }

  private static List<View.Fact> facts(Judgement judgement) {
    Night night = judgement.after();
    Setup setup = night.setup();
    return List.of(
        new View.Fact("Night", night.date().toString()),
        new View.Fact("Shell", known(setup.shell())),
        new View.Fact("Editor", known(setup.editor())),
        new View.Fact("JDK", known(setup.jdk())),
        new View.Fact("Runs", JudgementSentences.runs(night)));
  }

  private static String known(String text) {
    return text.isEmpty() ? "not known" : text;
  }

  private static void addVerdict(PageBuilder page, Judgement judgement) {
    var section = page.section("verdict", "Verdict", "");
    String tone =
        switch (judgement.verdict()) {
          case PASS, IMPROVEMENT -> "good";
          case REGRESSION -> "bad";
          case INCONCLUSIVE -> "warn";
        };
    int worse = JudgementSentences.found(judgement, Tones.WORSE).size();
    int better = JudgementSentences.found(judgement, Tones.BETTER).size();
    int suspected = JudgementSentences.suspicions(judgement).size();
    section.tiles(
        List.of(
            new View.Tile(
                "Verdict", judgement.verdict().label(), JudgementSentences.basis(judgement), tone),
            new View.Tile("Worse", Units.count(worse), "of all figures", worse > 0 ? "bad" : ""),
            new View.Tile(
                "Better", Units.count(better), "of all figures", better > 0 ? "good" : ""),
            new View.Tile(
                "Suspected",
                Units.count(suspected),
                "not confirmed yet",
                suspected > 0 ? "warn" : "")));
    judgement.reasons().forEach(reason -> section.note("Inconclusive: " + reason + ".", "warn"));
    some(section, JudgementSentences.findings(judgement), tone);
    some(section, JudgementSentences.suspicions(judgement), "warn");
    if (judgement.reasons().isEmpty() && worse + better + suspected == 0) {
      section.note("No figure changed by what matters, or it is not yet certain.");
    }
    section.end();
  }

  private static void some(PageBuilder.Section section, List<String> sentences, String tone) {
    int most = 8;
    sentences.stream().limit(most).forEach(sentence -> section.note(sentence + ".", tone));
    if (sentences.size() > most) {
      section.note("And " + (sentences.size() - most) + " more, in the tables.");
    }
  }

  private static void addConditions(PageBuilder page, Judgement judgement) {
    var section =
        page.section(
            "conditions",
            "What it rests on",
            "Figures are compared only under the same JDK, shell, number of processors and"
                + " settings.");
    List<Night> nights = new ArrayList<>();
    judgement.before().ifPresent(nights::add);
    nights.add(judgement.after());
    var table =
        new TableBuilder("Recordings and histories")
            .word("night")
            .text("runs")
            .text("shell")
            .text("editor")
            .word("JDK")
            .figure("processors")
            .figure("keystrokes")
            .figure("seconds");
    for (Night night : nights) {
      Setup setup = night.setup();
      table.row(
          night.date(),
          JudgementSentences.runs(night),
          known(setup.shell()),
          known(setup.editor()),
          known(setup.jdk()),
          setup.processors() == 0 ? "not known" : Units.count(setup.processors()),
          Units.count(setup.keystrokes()),
          Units.count(setup.seconds()));
    }
    section.table(table);
    judgement.notes().forEach(note -> section.note("Note: " + note + "."));
    nights.forEach(
        night ->
            night
                .setup()
                .lost()
                .forEach(
                    lost -> section.note(night.date() + " is incomplete: " + lost + ".", "warn")));
    section.end();
  }
}
