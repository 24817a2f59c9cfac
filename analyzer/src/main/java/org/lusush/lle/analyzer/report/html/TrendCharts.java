// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.trend.Series;
import org.lusush.lle.analyzer.model.trend.TrendLine;
import org.lusush.lle.analyzer.report.Units;

/** Lines of where durations are heading: keystrokes, and the operations of the most time. */
final class TrendCharts {

  private static final int OPERATIONS = 4;
  private static final int FEWEST_POINTS = 3;
  private static final double MINUTE_NANOS = 60e9;

  private TrendCharts() {}

  static void add(PageBuilder.Section section, TimeAxis time, Analysis analysis) {
    List<TrendLine> lines = drawn(analysis);
    if (lines.isEmpty()) {
      return;
    }
    var table =
        new TableBuilder("Where durations are heading")
            .text("what")
            .figure("intervals")
            .text("trend")
            .figure("change a minute")
            .figure("95 % interval")
            .figure("p value");
    ObjectNode chart =
        section.chart(
            "trend",
            "Durations over time, and where they are heading",
            "Percentiles of keystrokes, and the mean duration of the operations of the most time, by"
                + " interval. A line rises or falls where the test of Mann and Kendall finds a trend"
                + " at 1 %; its slope is that of Theil and Sen.",
            table);
    ArrayNode array = chart.putArray("series");
    for (TrendLine line : lines) {
      addRow(table, line);
      addLine(array.addObject(), time, line, start(analysis, line.series().subject()));
    }
  }

  /** Returns keystrokes first, then the operations of the most time. */
  private static List<TrendLine> drawn(Analysis analysis) {
    List<TrendLine> lines =
        analysis.trends().stream()
            .filter(line -> line.series().points().size() >= FEWEST_POINTS)
            .toList();
    List<String> largest =
        analysis.recording().contents().timeline().operations().stream()
            .sorted(Comparator.comparingLong(TrendCharts::total).reversed())
            .limit(OPERATIONS)
            .map(MeanSeries::name)
            .toList();
    return Stream.concat(
            lines.stream().filter(line -> line.series().subject().equals(Timing.KEYSTROKE)),
            lines.stream().filter(line -> largest.contains(line.series().subject())))
        .toList();
  }

  /** Returns the moment that the times of a series are counted from. */
  private static long start(Analysis analysis, String subject) {
    Timeline timeline = analysis.recording().contents().timeline();
    return subject.equals(Timing.KEYSTROKE)
        ? timeline.keystrokes().points().get(0).startNanos()
        : timeline.operations().stream()
            .filter(operation -> operation.name().equals(subject))
            .flatMap(operation -> operation.points().stream())
            .mapToLong(MeanSeries.Point::startNanos)
            .findFirst()
            .orElse(0);
  }

  private static long total(MeanSeries series) {
    return series.points().stream().mapToLong(MeanSeries.Point::totalNanos).sum();
  }

  private static void addRow(TableBuilder table, TrendLine line) {
    table.row(
        line.series().subject() + ", " + line.series().figure(),
        Units.count(line.series().points().size()),
        switch (line.direction()) {
          case RISING -> TableBuilder.toned("rising", "bad");
          case FALLING -> TableBuilder.toned("falling", "good");
          case STABLE, UNKNOWN -> line.direction().label();
        },
        signed(line.slope()),
        signed(line.low()) + " to " + signed(line.high()),
        String.format(Locale.US, "%.3f", line.pValue()));
  }

  private static String signed(double nanos) {
    if (!Double.isFinite(nanos)) {
      return "-";
    }
    long rounded = Math.round(nanos);
    return (rounded < 0 ? "−" : "+") + Units.duration(Math.abs(rounded));
  }

  private static void addLine(ObjectNode node, TimeAxis time, TrendLine line, long first) {
    node.put("name", PageBuilder.name(line.series().subject() + ", " + line.series().figure()))
        .put("trend", line.direction().label());
    ArrayNode points = node.putArray("points");
    for (Series.Point point : line.series().points()) {
      long nanos = first + Math.round(point.time() * MINUTE_NANOS);
      points.addArray().add(time.sinceStart(nanos)).add(Math.round(point.figure()));
    }
  }
}
