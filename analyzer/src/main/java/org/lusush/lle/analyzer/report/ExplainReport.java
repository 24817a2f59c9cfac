// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.explain.Guide;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.model.cause.TailCauses;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.hotspot.Suggestion;

/** What is known of one kind of work, and what a recording says of it, as text. */
public final class ExplainReport {

  private static final int NAMES = 8;
  private static final int SUGGESTIONS = 3;

  private ExplainReport() {}

  /** Returns the text, within 100 columns. */
  public static String render(Guide.Entry entry, Optional<Analysis> analysis, Style style) {
    var page = new Page(style);
    page.line(entry.name(), Tone.STRONG);
    page.paragraph("  ", entry.what(), Tone.PLAIN);
    addTarget(page, entry);
    addList(page, "WHAT USUALLY MAKES IT SLOW", entry.slow());
    addList(page, "WHICH EVENTS SHOW IT", entry.events());
    analysis.ifPresent(recorded -> addRecorded(page, entry, recorded));
    return page.toString();
  }

  private static void addTarget(Page page, Guide.Entry entry) {
    Targets targets = Targets.defaults();
    page.heading("WHAT IT IS HELD TO", "unless the shell sets other targets");
    if (entry.type().isEmpty()) {
      page.line(
          "  over %s a person notices it, over %s it holds a person up"
              .formatted(
                  Units.duration(targets.keystrokeWarning().toNanos()),
                  Units.duration(targets.keystrokeCritical().toNanos())));
      return;
    }
    page.line(
        "  %s on average; one over %s is slow, over %s far too slow"
            .formatted(
                Units.duration(targets.response().toNanos()),
                Units.duration(targets.operationWarning().toNanos()),
                Units.duration(targets.operationCritical().toNanos())));
    boolean waited = entry.type().map(OperationType::isCriticalPath).orElse(true);
    page.line(
        waited
            ? "  A person may be waiting for it, so it counts in the score's response."
            : "  Nobody waits for it, so it does not count in the score's response.");
  }

  private static void addList(Page page, String title, List<String> items) {
    page.heading(title, "");
    items.forEach(item -> page.paragraph("  · ", item, Tone.PLAIN));
  }

  private static void addRecorded(Page page, Guide.Entry entry, Analysis analysis) {
    page.heading(
        "IN THIS RECORDING",
        analysis.recording().sources().stream().findFirst().map(s -> s.file()).orElse(""));
    Optional<Timing> timing = timing(entry, analysis.recording().timings());
    if (timing.isEmpty() || timing.get().count() == 0) {
      page.line("  There is none.");
      return;
    }
    addTiming(page, timing.get());
    addNames(page, entry, analysis);
    List<TailCauses> causes =
        analysis.causes().stream().filter(tail -> tail.subject().equals(entry.name())).toList();
    CauseSection.print(page, causes, analysis.recording().contents().slow());
    addSuggestions(page, entry, analysis.hotSpots());
  }

  private static Optional<Timing> timing(Guide.Entry entry, Timings timings) {
    return entry.type().isEmpty()
        ? Optional.of(timings.keystrokes())
        : timings.operations().stream()
            .filter(timing -> timing.operation().equals(entry.name()))
            .findFirst();
  }

  private static void addTiming(Page page, Timing timing) {
    Latency latency = timing.latency();
    var table =
        new Table()
            .figure("count")
            .figure("errors")
            .figure("mean")
            .figure("p50")
            .figure("p95")
            .figure("p99")
            .figure("max");
    table.row(
        Units.count(timing.count()),
        Units.count(timing.totals().errors()),
        Units.duration(timing.meanNanos()),
        Units.duration(latency.percentileNanos(50)),
        Units.duration(latency.percentileNanos(95)),
        new Table.Cell(Units.duration(latency.percentileNanos(99)), Tone.STRONG),
        Units.duration(latency.maxNanos()));
    table.print(page);
  }

  private static void addNames(Page page, Guide.Entry entry, Analysis analysis) {
    List<LatencyGroup> groups =
        entry.type().isEmpty()
            ? analysis.recording().contents().keystrokes().byWidget()
            : analysis.recording().contents().operations().stream()
                .filter(group -> group.operation().equals(entry.name()))
                .flatMap(group -> group.byName().stream())
                .map(ExplainReport::group)
                .toList();
    if (groups.isEmpty()) {
      return;
    }
    page.blank();
    var table =
        new Table()
            .text(entry.type().isEmpty() ? "widget" : "name", 40)
            .figure("count")
            .figure("time")
            .figure("p50")
            .figure("p99")
            .figure("max");
    groups.stream()
        .sorted(
            Ordering.comparingLong((LatencyGroup g) -> g.latency().totalNanos())
                .reversed()
                .thenComparing(LatencyGroup::name))
        .limit(NAMES)
        .forEach(
            group ->
                table.row(
                    group.name().isEmpty() ? "(no name)" : group.name(),
                    Units.count(group.latency().count()),
                    Units.duration(group.latency().totalNanos()),
                    Units.duration(group.latency().percentileNanos(50)),
                    Units.duration(group.latency().percentileNanos(99)),
                    Units.duration(group.latency().maxNanos())));
    table.print(page);
  }

  private static LatencyGroup group(OperationStats stats) {
    return new LatencyGroup(stats.name(), stats.latency());
  }

  private static void addSuggestions(Page page, Guide.Entry entry, List<HotSpot> spots) {
    List<HotSpot> own =
        spots.stream()
            .filter(HotSpot::isHot)
            .filter(spot -> spot.operation().equals(entry.name()))
            .limit(SUGGESTIONS)
            .toList();
    if (own.isEmpty()) {
      return;
    }
    page.heading("WHAT COULD BE DONE", "by what was recorded");
    for (HotSpot spot : own) {
      for (Suggestion suggestion : spot.suggestions()) {
        page.paragraph(
            "  · ",
            (spot.stats().name().isEmpty() ? "" : spot.stats().name() + ": ")
                + suggestion.advice()
                + " ("
                + suggestion.evidence()
                + ")",
            Tone.PLAIN);
      }
    }
  }
}
