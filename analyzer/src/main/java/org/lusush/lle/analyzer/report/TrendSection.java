// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;
import org.lusush.lle.analyzer.model.trend.Series.Point;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

/** Where figures are heading, each with its course. */
final class TrendSection {

  private static final int ROOM = 20;
  private static final int ROWS = 16;

  private TrendSection() {}

  static void print(Page page, List<TrendLine> lines) {
    List<TrendLine> known =
        lines.stream()
            .filter(line -> line.direction() != Direction.UNKNOWN)
            .sorted(
                Ordering.comparing((TrendLine line) -> line.direction() == Direction.STABLE)
                    .thenComparing(line -> -Math.abs(line.change())))
            .toList();
    if (known.isEmpty()) {
      return;
    }
    page.heading("TRENDS", "course, and slope by Theil and Sen with its 95 % interval");
    var table =
        new Table()
            .text("of", 28)
            .text("figure", 12)
            .text("course", ROOM)
            .text("", 8)
            .figure("slope")
            .text("a " + known.get(0).series().clock().unit(), 24)
            .figure("p");
    known.stream().limit(ROWS).forEach(line -> row(page, table, line));
    table.print(page);
    if (known.size() > ROWS) {
      page.line(
          "  and " + Units.count(known.size() - ROWS, "figure") + " more, in --format json",
          Tone.FAINT);
    }
  }

  private static void row(Page page, Table table, TrendLine line) {
    boolean stable = line.direction() == Direction.STABLE;
    table.row(
        line.series().subject(),
        line.series().figure(),
        course(line.series(), page.style().unicode()),
        new Table.Cell(line.direction().label(), stable ? Tone.FAINT : Tone.WARNING),
        stable ? "" : signed(line.series(), line.slope()),
        stable
            ? ""
            : signed(line.series(), line.low()) + " to " + signed(line.series(), line.high()),
        JudgementSentences.pValue(line.pValue()));
  }

  /** Returns the figures as bars from the least to the largest of them. */
  private static String course(Series series, boolean unicode) {
    double least = series.points().stream().mapToDouble(Point::figure).min().orElse(0);
    double largest = series.points().stream().mapToDouble(Point::figure).max().orElse(0);
    double range = largest - least;
    return Sparkline.ofShares(
        series.points().stream()
            .map(point -> range == 0 ? 0.5 : (point.figure() - least) / range)
            .toList(),
        ROOM,
        unicode);
  }

  private static String signed(Series series, double slope) {
    if (series.dimension() == Dimension.SHARE) {
      return String.format(Locale.US, "%+.2f points", 100 * slope);
    }
    String text = JudgementSentences.value(series.dimension(), Math.abs(slope));
    return (slope < 0 ? "-" : "+") + text;
  }
}
