// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;
import org.lusush.lle.analyzer.report.JudgementSentences;
import org.lusush.lle.analyzer.report.Units;

/** Where the figures of the nights are heading, whether or not they changed at once. */
final class NightTrendSection {

  private NightTrendSection() {}

  static void add(PageBuilder page, List<TrendLine> lines) {
    var section =
        page.section(
            "trends",
            "Trends over the nights",
            "Slopes by Theil and Sen, significance by Mann and Kendall at 1 %. A slow drift does"
                + " not change the verdict.");
    var table =
        new TableBuilder("Trends", 200)
            .text("of")
            .word("figure")
            .figure("nights")
            .word("trend")
            .figure("a night")
            .figure("p value");
    lines.stream()
        .sorted(Comparator.comparing((TrendLine line) -> !isHeading(line)))
        .forEach(
            line ->
                table.row(
                    line.series().subject(),
                    line.series().figure(),
                    Units.count(line.series().points().size()),
                    isHeading(line)
                        ? TableBuilder.toned(line.direction().label(), "strong")
                        : line.direction().label(),
                    slope(line),
                    JudgementSentences.pValue(line.pValue())));
    section.table(table);
    section.end();
  }

  private static boolean isHeading(TrendLine line) {
    return line.direction() == Direction.RISING || line.direction() == Direction.FALLING;
  }

  private static String slope(TrendLine line) {
    if (!isHeading(line) || !Double.isFinite(line.slope())) {
      return "-";
    }
    Dimension dimension = line.series().dimension();
    String size = JudgementSentences.value(dimension, Math.abs(line.slope()));
    return (line.slope() < 0 ? "−" : "+") + size;
  }
}
