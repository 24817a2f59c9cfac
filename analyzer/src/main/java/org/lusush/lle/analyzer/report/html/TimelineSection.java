// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.report.Units;

/** How long keystrokes took over time, and what the JVM and the recorder did meanwhile. */
final class TimelineSection {

  /** How many columns are drawn; of more, neighbours are drawn as one. */
  private static final int COLUMNS = 120;

  private static final int MARKS = 200;
  private static final int LISTED = 12;

  private TimelineSection() {}

  static void add(PageBuilder page, Analysis analysis) {
    Contents contents = analysis.recording().contents();
    Timeline timeline = contents.timeline();
    if (timeline.latencies().isEmpty() && timeline.keystrokes().points().isEmpty()) {
      return;
    }
    List<Mark> marks = timeline.marksWith(contents.upkeep()).all();
    var section =
        page.section(
            "timeline",
            "Over time",
            "How long keystrokes took when, and what happened at the same time.");
    var intervals =
        new TableBuilder("Keystrokes by interval, times in " + page.time().zone(), 60)
            .word("from")
            .figure("keystrokes")
            .figure("p50")
            .figure("p99")
            .figure("max");
    ObjectNode chart =
        section.chart(
            "heat",
            "Keystrokes by latency over time",
            "The darker a cell in light colors, or the brighter in dark ones, the more keystrokes"
                + " it holds. The lines are the median and the 99th percentile of each interval."
                + " Above stands what can explain them.",
            intervals);
    addCells(chart, page.time(), timeline.latencies());
    addSeries(chart, intervals, page.time(), timeline.keystrokes());
    addMarks(chart, page.time(), marks);
    section.table(longest(page.time(), marks));
    TrendCharts.add(section, page.time(), analysis);
    section.end();
  }

  private static void addCells(ObjectNode chart, TimeAxis time, HeatMap map) {
    int together = Math.max(1, (map.columns() + COLUMNS - 1) / COLUMNS);
    chart.put("columnMillis", map.columnNanos() * together / 1e6);
    chart.put("from", map.isEmpty() ? 0 : time.sinceStart(map.startNanos(0)));
    ArrayNode rows = chart.putArray("rows");
    for (int row = 0; row < LatencyRows.COUNT; row++) {
      rows.add(LatencyRows.fromNanos(row));
    }
    ArrayNode cells = chart.putArray("cells");
    for (int column = 0; column < map.columns(); column += together) {
      for (int row = 0; row < LatencyRows.COUNT; row++) {
        long count = 0;
        for (int i = column; i < Math.min(column + together, map.columns()); i++) {
          count += map.count(i, row);
        }
        if (count > 0) {
          cells.addArray().add(column / together).add(row).add(count);
        }
      }
    }
  }

  private static void addSeries(
      ObjectNode chart, TableBuilder table, TimeAxis time, LatencySeries series) {
    chart.put("intervalMillis", series.intervalNanos() / 1e6);
    ArrayNode points = chart.putArray("points");
    for (LatencySeries.Point point : series.points()) {
      long p50 = point.latency().percentileNanos(50);
      long p99 = point.latency().percentileNanos(99);
      points
          .addArray()
          .add(time.sinceStart(point.startNanos()))
          .add(point.latency().count())
          .add(p50)
          .add(p99)
          .add(point.latency().maxNanos());
      table.row(
          time.text(point.startNanos()),
          Units.count(point.latency().count()),
          Units.duration(p50),
          Units.duration(p99),
          Units.duration(point.latency().maxNanos()));
    }
  }

  private static void addMarks(ObjectNode chart, TimeAxis time, List<Mark> marks) {
    ArrayNode array = chart.putArray("marks");
    marks.stream()
        .sorted(Comparator.comparingLong(Mark::nanos).reversed())
        .limit(MARKS)
        .sorted(Comparator.comparingLong(Mark::startNanos))
        .forEach(
            mark ->
                array
                    .addArray()
                    .add(time.sinceStart(mark.startNanos()))
                    .add(Math.round(mark.nanos() / 1e4) / 100.0)
                    .add(mark.kind().label())
                    .add(PageBuilder.name(mark.what())));
  }

  private static TableBuilder longest(TimeAxis time, List<Mark> marks) {
    var table =
        new TableBuilder("What happened meanwhile, the longest first", LISTED)
            .word("at")
            .text("kind")
            .figure("took")
            .text("what");
    marks.stream()
        .sorted(
            Comparator.comparingLong(Mark::nanos).reversed().thenComparingLong(Mark::startNanos))
        .forEach(
            mark ->
                table.row(
                    time.text(mark.startNanos()),
                    mark.kind().label(),
                    mark.nanos() == 0 ? "-" : Units.duration(mark.nanos()),
                    mark.what()));
    return table;
  }
}
