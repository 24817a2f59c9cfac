// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.report.Units;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.events.score.Score;

/** The score, how it came about, and the figures that a reader looks for first. */
final class SummarySection {

  private static final double GOOD = 90;
  private static final double FAIR = 70;
  private static final long FRAME_NANOS = 16_000_000;

  private SummarySection() {}

  static void add(PageBuilder page, Analysis analysis) {
    var section = page.section("summary", "Summary", "");
    section.tiles(tiles(analysis));
    addScore(section, analysis);
    analysis.keystrokeScore().ifPresent(score -> addKeystrokeScore(section, score));
    section.end();
  }

  private static List<View.Tile> tiles(Analysis analysis) {
    List<View.Tile> tiles = new ArrayList<>();
    tiles.add(score(analysis.score()));
    analysis.keystrokeScore().ifPresent(score -> tiles.add(tile("Keystroke score", score.value())));
    Timing keystrokes = analysis.recording().timings().keystrokes();
    Latency latency = keystrokes.latency();
    if (keystrokes.count() > 0) {
      tiles.add(
          new View.Tile(
              "Keystrokes",
              Units.count(keystrokes.count()),
              Units.count(keystrokes.totals().errors(), "error"),
              ""));
      tiles.add(
          new View.Tile(
              "Median keystroke",
              Units.duration(latency.percentileNanos(50)),
              "from key to paint",
              ""));
      tiles.add(
          new View.Tile(
              "99th percentile",
              Units.duration(latency.percentileNanos(99)),
              "longest " + Units.duration(latency.maxNanos()),
              ""));
      tiles.add(
          new View.Tile(
              "Within a frame",
              Units.percent(latency.shareAtMost(FRAME_NANOS)),
              "painted in 16 ms",
              ""));
    }
    Garbage garbage = analysis.recording().contents().garbage();
    tiles.add(
        new View.Tile(
            "GC pauses",
            Units.duration(garbage.pauseNanos()),
            Units.count(garbage.collections(), "collection"),
            ""));
    return tiles;
  }

  private static View.Tile score(Score score) {
    if (score.value().isEmpty()) {
      return new View.Tile("Score", "none", "nothing it is computed from was recorded", "");
    }
    return tile("Score", score.value().getAsDouble());
  }

  private static View.Tile tile(String name, double score) {
    String tone = score >= GOOD ? "good" : score >= FAIR ? "warn" : "bad";
    return new View.Tile(
        name, String.format(Locale.US, "%.1f", score), "of 100, which is best", tone);
  }

  private static void addKeystrokeScore(PageBuilder.Section section, KeystrokeScore score) {
    var table =
        new TableBuilder("Terms of the keystroke score").text("term").figure("points").text("from");
    ObjectNode chart =
        section.chart(
            "score",
            "How the keystroke score came about",
            "It starts at 100, and every term can take 20 points: what is over what a person sees at"
                + " once, and the keystrokes that were not answered within it.",
            table);
    chart.put("value", score.value());
    ArrayNode terms = chart.putArray("terms");
    for (KeystrokeScore.Term term : score.terms()) {
      table.row(term.name(), String.format(Locale.US, "%+.1f", term.points()), term.evidence());
      terms
          .addObject()
          .put("name", term.name())
          .put("points", term.points())
          .put("evidence", term.evidence());
    }
  }

  private static void addScore(PageBuilder.Section section, Analysis analysis) {
    Score score = analysis.score();
    var table = new TableBuilder("Terms of the score").text("term").figure("points").text("from");
    for (Score.Term term : score.terms()) {
      table.row(
          term.kind().label(),
          term.points().isPresent()
              ? String.format(Locale.US, "%+.1f", term.points().getAsDouble())
              : "-",
          term.evidence());
    }
    if (score.value().isEmpty()) {
      section.table(table);
      return;
    }
    String summary =
        "The score starts at 100, each term adds its points or takes them away, and it stays within"
            + " 0 and 100.";
    ObjectNode chart = section.chart("score", "How the score came about", summary, table);
    chart.put("value", score.value().getAsDouble());
    ArrayNode terms = chart.putArray("terms");
    for (Score.Term term : score.terms()) {
      ObjectNode node = terms.addObject().put("name", term.kind().label());
      term.points().ifPresent(points -> node.put("points", points));
      node.put("evidence", term.evidence());
    }
    if (analysis.responseFrom() != Origin.EVENTS) {
      section.note(
          "Response and errors come from the recorder's %s, since single operations are missing."
              .formatted(
                  analysis.responseFrom() == Origin.HISTOGRAMS
                      ? "interval histograms"
                      : "own counts"));
    }
  }
}
