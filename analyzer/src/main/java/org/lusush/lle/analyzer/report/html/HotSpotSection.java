// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.TimedMethods;
import org.lusush.lle.analyzer.model.tree.Place;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;
import org.lusush.lle.analyzer.report.TimedMethodSection;
import org.lusush.lle.analyzer.report.Units;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.Suggestion;

/** The operations that take the most time themselves, and what could be done about them. */
final class HotSpotSection {

  private static final int SHOWN = 15;
  private static final int ADVISED = 5;
  private static final int PLACES = 12;

  private HotSpotSection() {}

  static void add(PageBuilder page, Analysis analysis) {
    List<HotSpot> hot = analysis.hotSpots().stream().filter(HotSpot::isHot).toList();
    var section =
        page.section(
            "hot-spots",
            "Hot spots",
            "Operations by self time: their own, without the operations nested in them.");
    if (hot.isEmpty()) {
      section.note(analysis.hotSpots().isEmpty() ? "No operation was recorded." : "There is none.");
    }
    section.table(ranking(hot)).table(suggestions(hot));
    SlowPlaces places = analysis.slowPlaces();
    String from = Units.duration(places.fromNanos());
    section
        .table(slow("Operations in keystrokes of " + from + " or longer", places.operations()))
        .table(slow("Methods in keystrokes of " + from + " or longer", places.frames()));
    if (analysis.recording().contents().timed().isPresent()) {
      section.table(timed(analysis.recording().contents().timed().get()));
    }
    FlameCharts.add(section, analysis);
    section.end();
  }

  private static TableBuilder ranking(List<HotSpot> hot) {
    var table =
        new TableBuilder("Hot spots by self time", SHOWN)
            .figure("rank")
            .text("operation")
            .text("name")
            .figure("share")
            .figure("self time")
            .figure("count")
            .figure("p99")
            .figure("max")
            .text("hot by");
    for (HotSpot spot : hot) {
      table.row(
          spot.rank(),
          spot.operation(),
          spot.stats().name(),
          TableBuilder.share(spot.share()),
          Units.duration(spot.stats().selfNanos()),
          Units.count(spot.stats().count()),
          Units.duration(spot.stats().latency().percentileNanos(99)),
          Units.duration(spot.stats().latency().maxNanos()),
          spot.critical() ? TableBuilder.toned("critical: " + why(spot), "bad") : why(spot));
    }
    return table;
  }

  private static TableBuilder slow(String caption, List<Place> places) {
    var table =
        new TableBuilder(caption, PLACES)
            .text("what")
            .figure("share of slow time")
            .figure("own slow time")
            .figure("slow time")
            .figure("own time in all");
    places.stream()
        .filter(place -> place.slowSelfNanos() > 0)
        .forEach(
            place ->
                table.row(
                    place.name(),
                    TableBuilder.share(place.slowShare()),
                    Units.duration(place.slowSelfNanos()),
                    Units.duration(place.slowTotalNanos()),
                    Units.duration(place.selfNanos())));
    return table;
  }

  private static TableBuilder timed(TimedMethods timed) {
    var table =
        new TableBuilder("Methods timed " + TimedMethodSection.ABOUT)
            .text("method")
            .figure("calls")
            .figure("total")
            .figure("mean")
            .figure("shortest")
            .figure("longest");
    for (TimedMethod method : timed.all()) {
      table.row(
          method.name(),
          Units.count(method.calls()),
          TimedMethodSection.total(method),
          TimedMethodSection.duration(method, method.meanNanos()),
          TimedMethodSection.duration(method, method.minNanos()),
          TimedMethodSection.duration(method, method.maxNanos()));
    }
    return table;
  }

  private static String why(HotSpot spot) {
    return spot.met().stream().map(Criterion::label).collect(Collectors.joining(", "));
  }

  private static TableBuilder suggestions(List<HotSpot> hot) {
    var table =
        new TableBuilder("What could be done")
            .figure("rank")
            .text("operation")
            .text("suggestion")
            .text("evidence")
            .figure("concerns");
    for (HotSpot spot : hot.subList(0, Math.min(ADVISED, hot.size()))) {
      for (Suggestion suggestion : spot.suggestions()) {
        table.row(
            spot.rank(),
            spot.operation(),
            suggestion.advice(),
            suggestion.evidence(),
            Units.duration(suggestion.concernedNanos()));
      }
    }
    return table;
  }
}
