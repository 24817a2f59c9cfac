// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.timeline.LatencySeries;
import org.lusush.lle.analyzer.model.timeline.Mark;

/** How keystrokes went over time, as two rows of bars, and what happened meanwhile. */
final class CourseSection {

  private static final int BARS = 60;
  private static final int FEWEST = 3;

  private CourseSection() {}

  static void print(Page page, Contents contents) {
    LatencySeries series = contents.timeline().keystrokes();
    if (series.points().size() < FEWEST) {
      return;
    }
    page.heading("OVER TIME", "keystrokes from left to right, the higher the slower, logarithmic");
    row(page, "median", series, point -> point.latency().percentileNanos(50));
    row(page, "p99", series, point -> point.latency().percentileNanos(99));
    String marks = marks(contents.timeline().marksWith(contents.upkeep()).all());
    if (!marks.isEmpty()) {
      page.paragraph("  meanwhile  ", marks, Tone.FAINT);
    }
  }

  private static void row(
      Page page, String name, LatencySeries series, ToLongFunction<LatencySeries.Point> figure) {
    List<Long> nanos = series.points().stream().map(figure::applyAsLong).toList();
    long least = nanos.stream().mapToLong(Long::longValue).min().orElse(0);
    long most = Math.max(1, nanos.stream().mapToLong(Long::longValue).max().orElse(1));
    String bars =
        Sparkline.ofShares(
            nanos.stream().map(n -> height(n, least, most)).toList(), BARS, page.style().unicode());
    page.line(
        "  %-9s  %s  %s to %s".formatted(name, bars, Units.duration(least), Units.duration(most)));
  }

  /** Returns where a figure is between the least and the most, as their logarithms go. */
  private static double height(long nanos, long least, long most) {
    double range = Math.log((double) most / Math.max(1, least));
    return range <= 0 ? 0.5 : Math.log((double) Math.max(1, nanos) / Math.max(1, least)) / range;
  }

  private static String marks(List<Mark> marks) {
    Map<Mark.Kind, List<Mark>> byKind = new EnumMap<>(Mark.Kind.class);
    for (Mark mark : marks) {
      byKind.computeIfAbsent(mark.kind(), kind -> new ArrayList<>()).add(mark);
    }
    return byKind.entrySet().stream()
        .map(entry -> text(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Mark.Kind kind, List<Mark> marks) {
    long longest = marks.stream().mapToLong(Mark::nanos).max().orElse(0);
    return kind.label()
        + " "
        + Units.count(marks.size())
        + (marks.size() == 1 ? " time" : " times")
        + (longest > 0 ? " (longest " + Units.duration(longest) + ")" : "");
  }
}
