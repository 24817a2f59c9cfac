// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Spread;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.report.JudgementSentences;
import org.lusush.lle.analyzer.report.Units;

/** The weightiest findings one by one: durations before and after, and the course of the nights. */
final class FindingCharts {

  private static final int DRAWN = 4;
  private static final List<Integer> TOLD = List.of(5, 25, 50, 75, 95);

  private FindingCharts() {}

  static void add(PageBuilder page, Judgement judgement) {
    var section =
        page.section(
            "findings", "Before and after", "What was found that weighs most, one by one.");
    List<Comparison> found = Tones.found(judgement);
    found.stream()
        .filter(c -> c.spread().filter(spread -> !spread.before().isEmpty()).isPresent())
        .filter(distinctSubjects())
        .limit(DRAWN)
        .forEach(c -> percentiles(section, c, c.spread().orElseThrow()));
    List<Comparison> changed = found.stream().filter(c -> c.since().isPresent()).toList();
    changed.stream().limit(DRAWN).forEach(c -> nights(section, judgement, c, true));
    if (changed.isEmpty()) {
      judgement.changes().stream()
          .filter(c -> c.subject().equals(Timing.KEYSTROKE) && c.figure() == Figure.P50)
          .forEach(c -> nights(section, judgement, c, false));
    }
    section.end();
  }

  private static Predicate<Comparison> distinctSubjects() {
    var seen = new java.util.HashSet<String>();
    return comparison -> seen.add(comparison.subject());
  }

  private static void percentiles(PageBuilder.Section section, Comparison c, Spread spread) {
    var table = new TableBuilder("Percentiles before and after").word("percentile");
    table.figure("before").figure("after");
    int size = Math.min(spread.before().size(), spread.after().size());
    for (int percentile : TOLD) {
      int place = Math.min(size - 1, percentile * size / 100);
      table.row(
          percentile + " %",
          Units.duration(spread.before().get(place)),
          Units.duration(spread.after().get(place)));
    }
    ObjectNode chart =
        section.chart(
            "percentiles",
            "Durations of " + PageBuilder.name(c.subject()) + " before and after",
            "Where the curve of after lies over that of before, durations got longer. One after is"
                + " longer than one before with a probability of "
                + Units.percent(spread.superiority())
                + ".",
            table);
    ArrayNode series = chart.putArray("series");
    curve(series.addObject().put("name", "before"), spread.before());
    curve(series.addObject().put("name", "after"), spread.after());
  }

  /** Adds quantiles at equal steps, with x as the number of nines. */
  private static void curve(ObjectNode node, List<Long> quantiles) {
    ArrayNode points = node.putArray("points");
    for (int i = 0; i < quantiles.size(); i++) {
      double nines = -Math.log10(1 - (i + 0.5) / quantiles.size());
      points.addArray().add(Math.round(nines * 1_000) / 1_000.0).add(quantiles.get(i));
    }
  }

  private static void nights(
      PageBuilder.Section section, Judgement judgement, Comparison c, boolean isFinding) {
    Optional<TrendLine> line = line(judgement, c);
    if (line.isEmpty() || line.get().series().points().size() < 2) {
      return;
    }
    List<Point> points = line.get().series().points();
    Figure drawn = c.figure() == Figure.DURATION ? Figure.P50 : c.figure();
    LocalDate last = judgement.after().date();
    double span = points.get(points.size() - 1).time();
    String since = c.since().map(LocalDate::toString).orElse("");
    var table = new TableBuilder("Night by night", 60).word("night").figure(drawn.label());
    ObjectNode chart =
        section.chart(
            "nights",
            "%s of %s, night by night".formatted(drawn.label(), PageBuilder.name(c.subject())),
            isFinding
                ? "The line across is where it changed: the night of %s. It was %s before, and is %s since."
                    .formatted(
                        since,
                        JudgementSentences.value(c.figure(), c.before()),
                        JudgementSentences.value(c.figure(), c.after()))
                : "No change was found in it.",
            table);
    chart.put("unit", drawn.dimension().label());
    if (isFinding) {
      chart.put("tone", Tones.of(c.finding()));
      c.since().ifPresent(date -> chart.put("since", millis(date)));
    }
    ArrayNode array = chart.putArray("points");
    for (Point point : points) {
      LocalDate date = last.minusDays(Math.round(span - point.time()));
      String value = JudgementSentences.value(drawn, point.figure());
      table.row(date, value);
      array.addArray().add(millis(date)).add(point.figure()).add(date + ": " + value);
    }
  }

  /** Returns the course of a figure; all durations at once go as their p50 does. */
  private static Optional<TrendLine> line(Judgement judgement, Comparison c) {
    String figure = (c.figure() == Figure.DURATION ? Figure.P50 : c.figure()).label();
    return judgement.trends().stream()
        .filter(line -> line.series().subject().equals(c.subject()))
        .filter(line -> line.series().figure().equals(figure))
        .findFirst();
  }

  private static long millis(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
