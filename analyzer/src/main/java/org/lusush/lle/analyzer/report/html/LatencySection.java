// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.report.Units;

/** How long keys took to be answered: the distribution, the phases, and by widget and kind. */
final class LatencySection {

  private static final int OPERATIONS = 4;
  private static final int GROUPS = 20;

  /** Points of a percentile curve to each factor of ten in which it nears 100 %. */
  private static final int POINTS_A_DECADE = 24;

  private LatencySection() {}

  static void add(PageBuilder page, Analysis analysis) {
    Timings timings = analysis.recording().timings();
    Keystrokes keystrokes = analysis.recording().contents().keystrokes();
    var section =
        page.section(
            "keystrokes", "Keystrokes", "From the key to the flush of the redraw that answers it.");
    if (timings.keystrokes().count() == 0) {
      section.note("No keystroke was recorded.");
    }
    addPercentiles(section, timings);
    if (timings.keystrokes().origin() == Origin.HISTOGRAMS) {
      section.note(
          "The curve of keystrokes comes from the recorder's interval histograms; what follows is"
              + " about the %s recorded one by one."
                  .formatted(Units.count(keystrokes.latency().count(), "keystroke")));
    }
    if (keystrokes.queued() > 0) {
      section.note(
          "%s came while the editor was busy: they waited longer than is measured here."
              .formatted(Units.count(keystrokes.queued(), "keystroke")));
    }
    addPhases(section, keystrokes);
    addGroups(section, "By widget", "(no widget)", keystrokes.byWidget(), keystrokes.latency());
    addGroups(section, "By kind of key", "(unknown)", keystrokes.byKind(), keystrokes.latency());
    section.end();
  }

  private static void addPercentiles(PageBuilder.Section section, Timings timings) {
    List<Timing> shown = new ArrayList<>();
    if (timings.keystrokes().count() > 0) {
      shown.add(timings.keystrokes());
    }
    timings.operations().stream()
        .filter(timing -> !timing.latency().isEmpty())
        .sorted(Timings.LARGEST_FIRST)
        .limit(OPERATIONS)
        .forEach(shown::add);
    if (shown.isEmpty()) {
      return;
    }
    var table =
        new TableBuilder("Percentiles of latency")
            .text("what")
            .figure("count")
            .figure("p50")
            .figure("p90")
            .figure("p95")
            .figure("p99")
            .figure("p99.9")
            .figure("max");
    shown.forEach(timing -> addRow(table, timing));
    ObjectNode chart =
        section.chart(
            "percentiles",
            "Percentiles of keystrokes and of the operations that take most time",
            "A curve that turns up at the right has a slow tail. The dashed lines are the target of"
                + " one operation, 500 µs, and what a person sees at once: a frame of 16 ms, and"
                + " 100 ms.",
            table);
    ArrayNode series = chart.putArray("series");
    shown.forEach(timing -> addSeries(series.addObject(), timing));
  }

  private static void addRow(TableBuilder table, Timing timing) {
    Latency latency = timing.latency();
    table.row(
        timing.operation(),
        Units.count(timing.count()),
        Units.duration(latency.percentileNanos(50)),
        Units.duration(latency.percentileNanos(90)),
        Units.duration(latency.percentileNanos(95)),
        TableBuilder.toned(Units.duration(latency.percentileNanos(99)), "strong"),
        Units.duration(latency.percentileNanos(99.9)),
        Units.duration(latency.maxNanos()));
  }

  /** Adds the curve, with x as the number of nines: 1 is 90 %, 2 is 99 %. */
  private static void addSeries(ObjectNode node, Timing timing) {
    node.put("name", PageBuilder.name(timing.operation()));
    ArrayNode points = node.putArray("points");
    double last = Math.log10((double) Math.max(10, timing.latency().count()));
    int steps = (int) Math.ceil(last * POINTS_A_DECADE);
    for (int i = 0; i <= steps; i++) {
      double nines = last * i / steps;
      double percentile = 100 * (1 - Math.pow(10, -nines));
      points
          .addArray()
          .add(Math.round(nines * 1_000) / 1_000.0)
          .add(timing.latency().percentileNanos(percentile));
    }
  }

  private static void addPhases(PageBuilder.Section section, Keystrokes keystrokes) {
    Phases phases = keystrokes.phases();
    long total = keystrokes.latency().totalNanos();
    if (total == 0) {
      return;
    }
    long known = phases.inputNanos() + phases.editNanos() + phases.paintNanos();
    var table = new TableBuilder("Where the time of keystrokes goes");
    table.text("phase").figure("time").figure("share").text("what");
    addPhase(table, "input", phases.inputNanos(), total, "decoding the key, finding its binding");
    addPhase(table, "edit", phases.editNanos(), total, "the editor command");
    addPhase(table, "paint", phases.paintNanos(), total, "highlighting, layout and output");
    if (total - known > total / 100) {
      addPhase(table, "other", total - known, total, "between them");
    }
    section.table(table);
  }

  private static void addPhase(
      TableBuilder table, String name, long nanos, long total, String what) {
    double share = Math.min(1, (double) nanos / total);
    table.row(name, Units.duration(nanos), TableBuilder.share(share), what);
  }

  private static void addGroups(
      PageBuilder.Section section,
      String title,
      String nameless,
      List<LatencyGroup> groups,
      Latency all) {
    var table =
        new TableBuilder(title, GROUPS)
            .text("name")
            .figure("count")
            .figure("share of time")
            .figure("p50")
            .figure("p99")
            .figure("max");
    groups.stream()
        .sorted(
            Comparator.comparingLong((LatencyGroup g) -> g.latency().totalNanos())
                .reversed()
                .thenComparing(LatencyGroup::name))
        .forEach(
            group ->
                table.row(
                    group.name().isEmpty() ? nameless : group.name(),
                    Units.count(group.latency().count()),
                    TableBuilder.share(
                        (double) group.latency().totalNanos() / Math.max(1, all.totalNanos())),
                    Units.duration(group.latency().percentileNanos(50)),
                    Units.duration(group.latency().percentileNanos(99)),
                    Units.duration(group.latency().maxNanos())));
    section.table(table);
  }
}
