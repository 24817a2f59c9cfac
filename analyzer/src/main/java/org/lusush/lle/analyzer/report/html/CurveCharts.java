// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.upkeep.MissRatioCurve;
import org.lusush.lle.analyzer.report.Units;

/** What caches would have missed at other sizes. */
final class CurveCharts {

  private static final int DRAWN = 5;

  private CurveCharts() {}

  static void add(PageBuilder.Section section, List<MissRatioCurve> curves) {
    List<MissRatioCurve> drawn =
        curves.stream()
            .filter(curve -> curve.points().size() > 1)
            .sorted(Comparator.comparingLong(MissRatioCurve::lookups).reversed())
            .limit(DRAWN)
            .toList();
    if (drawn.isEmpty()) {
      return;
    }
    var table =
        new TableBuilder("Miss ratios by size", 80)
            .text("cache")
            .figure("entries")
            .figure("would miss")
            .figure("of lookups")
            .text("");
    ObjectNode chart =
        section.chart(
            "curves",
            "Miss-ratio curves: what each cache would have missed at other sizes",
            "As the recorder last estimated it from a sample of the lookups, for a cache that"
                + " evicts what was used least recently. The mark on a line is the size that the"
                + " cache had.",
            table);
    ArrayNode series = chart.putArray("series");
    for (MissRatioCurve curve : drawn) {
      ObjectNode node = series.addObject().put("name", PageBuilder.name(curve.cache()));
      node.put("now", curve.entriesNow()).put("lookups", curve.lookups());
      ArrayNode points = node.putArray("points");
      for (MissRatioCurve.Point point : curve.points()) {
        points.addArray().add(point.entries()).add(point.missRatio());
        table.row(
            curve.cache(),
            Units.count(point.entries()),
            Units.percent(point.missRatio()),
            Units.count(curve.lookups()),
            point.entries() == curve.entriesNow() ? "the size it had" : "");
      }
    }
  }
}
