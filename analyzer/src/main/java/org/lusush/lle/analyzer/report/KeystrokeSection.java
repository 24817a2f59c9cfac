// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyGroup;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Phases;
import org.lusush.lle.analyzer.model.Timing;

/** How long keys took to be answered, and where the time went. */
final class KeystrokeSection {

  private static final String TITLE = "KEYSTROKES";
  private static final long[] WITHIN_NANOS = {500_000, 16_000_000, 100_000_000};
  private static final int WIDGETS = 12;
  private static final int BAR = 40;

  private KeystrokeSection() {}

  static void print(Page page, Keystrokes keystrokes, Timing timing) {
    if (timing.count() == 0) {
      page.heading(TITLE, "none was recorded");
      return;
    }
    page.heading(TITLE, "from the key to the paint that answers it");
    printLatency(page, timing);
    printShares(page, timing.latency());
    if (timing.origin() == Origin.HISTOGRAMS) {
      printOrigin(page, keystrokes.latency());
    }
    printQueued(page, keystrokes.queued());
    if (keystrokes.latency().isEmpty()) {
      return;
    }
    page.blank();
    printPhases(page, keystrokes);
    page.blank();
    printGroups(page, "widget", "(no widget)", keystrokes.byWidget(), keystrokes.latency());
    page.blank();
    printGroups(page, "kind of key", "(unknown)", keystrokes.byKind(), keystrokes.latency());
  }

  private static void printOrigin(Page page, Latency recorded) {
    page.paragraph(
        "  ",
        "These are %s. What follows is about the %s recorded one by one."
            .formatted(OperationSection.HISTOGRAMS, Units.count(recorded.count(), "keystroke")),
        Tone.FAINT);
  }

  private static void printLatency(Page page, Timing timing) {
    Latency latency = timing.latency();
    var table =
        new Table()
            .figure("count")
            .figure("mean")
            .figure("p50")
            .figure("p95")
            .figure("p99")
            .figure("p99.9")
            .figure("max");
    table.row(
        Units.count(timing.count()),
        Units.duration(timing.meanNanos()),
        Units.duration(latency.percentileNanos(50)),
        Units.duration(latency.percentileNanos(95)),
        new Table.Cell(Units.duration(latency.percentileNanos(99)), Tone.STRONG),
        Units.duration(latency.percentileNanos(99.9)),
        Units.duration(latency.maxNanos()));
    table.print(page);
  }

  private static void printShares(Page page, Latency latency) {
    page.blank();
    var line = new StringBuilder("  answered");
    for (long nanos : WITHIN_NANOS) {
      line.append(line.length() > 10 ? ", " : " ")
          .append(Units.percent(latency.shareAtMost(nanos)))
          .append(" within ")
          .append(nanos / 1_000 < 1_000 ? nanos / 1_000 + " µs" : nanos / 1_000_000 + " ms");
    }
    page.line(line.toString());
  }

  private static void printQueued(Page page, long queued) {
    if (queued > 0) {
      page.paragraph(
          "  ",
          "%s came while the editor was busy: they waited longer than is measured here."
              .formatted(Units.count(queued, "keystroke")),
          Tone.PLAIN);
    }
  }

  private static void printPhases(Page page, Keystrokes keystrokes) {
    Phases phases = keystrokes.phases();
    long total = keystrokes.latency().totalNanos();
    long rest = Math.max(0, total - phases.inputNanos() - phases.editNanos() - phases.paintNanos());
    page.line("  where the time goes", Tone.FAINT);
    printPhase(page, "input", phases.inputNanos(), total);
    printPhase(page, "edit", phases.editNanos(), total);
    printPhase(page, "paint", phases.paintNanos(), total);
    if (rest > total / 100) {
      printPhase(page, "other", rest, total);
    }
  }

  private static void printPhase(Page page, String name, long nanos, long total) {
    double share = total == 0 ? 0 : Math.min(1, (double) nanos / total);
    String bar = "█".repeat((int) Math.round(share * BAR));
    page.line(
        "  %-6s%9s  %7s  %s".formatted(name, Units.duration(nanos), Units.percent(share), bar));
  }

  private static void printGroups(
      Page page, String title, String nameless, List<LatencyGroup> groups, Latency all) {
    var table =
        new Table()
            .text(title, 32)
            .figure("count")
            .figure("time")
            .figure("p50")
            .figure("p99")
            .figure("max");
    byTime(groups).stream()
        .limit(WIDGETS)
        .forEach(
            group ->
                table.row(
                    group.name().isEmpty() ? nameless : group.name(),
                    Units.count(group.latency().count()),
                    share(group.latency().totalNanos(), all.totalNanos()),
                    Units.duration(group.latency().percentileNanos(50)),
                    Units.duration(group.latency().percentileNanos(99)),
                    Units.duration(group.latency().maxNanos())));
    table.print(page);
    if (groups.size() > WIDGETS) {
      page.line("  and " + (groups.size() - WIDGETS) + " more that took less time", Tone.FAINT);
    }
  }

  private static List<LatencyGroup> byTime(List<LatencyGroup> groups) {
    return groups.stream()
        .sorted(
            Ordering.comparingLong((LatencyGroup g) -> g.latency().totalNanos())
                .reversed()
                .thenComparing(LatencyGroup::name))
        .toList();
  }

  private static String share(long part, long all) {
    return Units.percent(all == 0 ? 0 : (double) part / all);
  }
}
