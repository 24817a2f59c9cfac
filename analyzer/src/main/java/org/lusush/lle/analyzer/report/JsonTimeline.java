// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.timeline.HeatMap;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.timeline.MeanSeries;
import org.lusush.lle.analyzer.model.timeline.Timeline;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;

/** How a recording went over time, what its work consisted of, and the curves of its caches. */
final class JsonTimeline {

  private static final long SECOND = 1_000_000_000;

  private JsonTimeline() {}

  static void add(ObjectNode root, Contents contents) {
    ObjectNode timeline = root.putObject("timeline");
    addKeystrokes(timeline.putObject("keystrokes"), contents.timeline().keystrokes());
    addHeatMap(timeline.putObject("heatMap"), contents.timeline().latencies());
    addOperations(timeline.putArray("operations"), contents.timeline());
    ArrayNode marks = timeline.putArray("marks");
    for (Mark mark : contents.timeline().marks().all()) {
      marks
          .addObject()
          .put("time", time(mark.startNanos()))
          .put("kind", mark.kind().label())
          .put("nanos", mark.nanos())
          .put("count", mark.count())
          .put("what", mark.what());
    }
    ObjectNode trees = root.putObject("trees");
    addNodes(trees.putArray("operations"), contents.trees().operations().roots());
    addNodes(trees.putArray("methods"), contents.trees().frames().roots());
    ArrayNode curves = root.putArray("missRatioCurves");
    contents.upkeep().curves().forEach(curve -> addCurve(curves.addObject(), curve));
  }

  private static void addKeystrokes(ObjectNode node, LatencySeries series) {
    node.put("intervalNanos", series.intervalNanos());
    ArrayNode points = node.putArray("points");
    for (LatencySeries.Point point : series.points()) {
      points
          .addObject()
          .put("time", time(point.startNanos()))
          .put("count", point.latency().count())
          .put("p50Nanos", point.latency().percentileNanos(50))
          .put("p99Nanos", point.latency().percentileNanos(99))
          .put("maxNanos", point.latency().maxNanos());
    }
  }

  /** Adds the cells that count something; a row is from its latency to that of the next. */
  private static void addHeatMap(ObjectNode node, HeatMap map) {
    if (map.isEmpty()) {
      return;
    }
    node.put("start", time(map.startNanos(0))).put("columnNanos", map.columnNanos());
    ArrayNode rows = node.putArray("rowsFromNanos");
    for (int row = 0; row < LatencyRows.COUNT; row++) {
      rows.add(LatencyRows.fromNanos(row));
    }
    ArrayNode cells = node.putArray("cells");
    for (int column = 0; column < map.columns(); column++) {
      for (int row = 0; row < LatencyRows.COUNT; row++) {
        if (map.count(column, row) > 0) {
          cells
              .addObject()
              .put("column", column)
              .put("row", row)
              .put("count", map.count(column, row));
        }
      }
    }
  }

  private static void addOperations(ArrayNode array, Timeline timeline) {
    for (MeanSeries series : timeline.operations()) {
      ObjectNode node = array.addObject().put("operation", series.name());
      node.put("intervalNanos", series.intervalNanos());
      ArrayNode points = node.putArray("points");
      for (MeanSeries.Point point : series.points()) {
        points
            .addObject()
            .put("time", time(point.startNanos()))
            .put("count", point.count())
            .put("meanNanos", Math.round(point.meanNanos()));
      }
    }
  }

  private static void addNodes(ArrayNode array, List<WorkTree.Node> nodes) {
    for (WorkTree.Node node : nodes) {
      ObjectNode entry =
          array
              .addObject()
              .put("name", node.name())
              .put("count", node.count())
              .put("selfNanos", node.self().total())
              .put("totalNanos", node.total().total());
      if (!node.children().isEmpty()) {
        addNodes(entry.putArray("children"), node.children());
      }
    }
  }

  private static void addCurve(ObjectNode node, MissRatioCurve curve) {
    node.put("cache", curve.cache())
        .put("time", time(curve.epochNanos()))
        .put("entriesNow", curve.entriesNow())
        .put("lookups", curve.lookups());
    ArrayNode points = node.putArray("points");
    for (MissRatioCurve.Point point : curve.points()) {
      points.addObject().put("entries", point.entries()).put("missRatio", point.missRatio());
    }
  }

  private static String time(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
        .toString();
  }
}
