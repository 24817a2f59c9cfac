// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.SlowKeystroke;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.cause.Cause;
import org.lusush.lle.analyzer.model.cause.SlowSpan;
import org.lusush.lle.analyzer.report.Units;

/** The slowest keystrokes: when they were, how long they took and why. */
final class SlowestSection {

  /** How many are drawn; there can be a thousand. */
  private static final int DRAWN = 400;

  private static final int CAUSES = 2;

  private SlowestSection() {}

  static void add(PageBuilder page, Analysis analysis) {
    List<SlowSpan> spans = analysis.recording().contents().slow().of(Timing.KEYSTROKE);
    List<SlowKeystroke> slowest = analysis.recording().contents().keystrokes().slowest();
    var section =
        page.section(
            "slowest",
            "Slowest keystrokes",
            "Each with what its time went to, as far as it shows.");
    if (!spans.isEmpty()) {
      addChart(section, page.time(), spans);
    }
    section.table(table(page.time(), slowest, spans));
    section.end();
  }

  private static void addChart(PageBuilder.Section section, TimeAxis time, List<SlowSpan> spans) {
    var table =
        new TableBuilder("Slow keystrokes")
            .word("at")
            .text("widget")
            .figure("total")
            .text("main cause")
            .text("mostly");
    List<SlowSpan> drawn = spans.subList(0, Math.min(DRAWN, spans.size()));
    for (SlowSpan span : spans) {
      Optional<SlowSpan.Part> main = span.parts().stream().findFirst();
      table.row(
          time.text(span.epochNanos()),
          span.name(),
          Units.duration(span.nanos()),
          main.map(part -> part.cause().label()).orElse(""),
          main.map(SlowSpan.Part::evidence).orElse(""));
    }
    ObjectNode chart =
        section.chart(
            "slow",
            "The %s slowest keystrokes over time, by their main cause".formatted(drawn.size()),
            "Each mark is a keystroke: the higher, the slower. Shape and color say what had the"
                + " largest part in it.",
            table);
    ArrayNode points = chart.putArray("points");
    for (SlowSpan span : drawn) {
      points
          .addArray()
          .add(time.sinceStart(span.epochNanos()))
          .add(span.nanos())
          .add(main(span).label())
          .add(PageBuilder.name(span.name()));
    }
  }

  private static Cause main(SlowSpan span) {
    return span.parts().isEmpty() ? Cause.UNEXPLAINED : span.parts().get(0).cause();
  }

  private static TableBuilder table(
      TimeAxis time, List<SlowKeystroke> slowest, List<SlowSpan> spans) {
    var table =
        new TableBuilder("The slowest keystrokes, times in " + time.zone())
            .word("at")
            .figure("key")
            .text("widget")
            .figure("total")
            .figure("input")
            .figure("edit")
            .figure("paint")
            .text("largest operation")
            .text("causes");
    for (SlowKeystroke keystroke : slowest) {
      table.row(
          time.text(keystroke.start()),
          keystroke.id(),
          keystroke.widget().isEmpty() ? "(" + keystroke.kind() + ")" : keystroke.widget(),
          TableBuilder.toned(Units.duration(keystroke.durationNanos()), "strong"),
          Units.duration(keystroke.phases().inputNanos()),
          Units.duration(keystroke.phases().editNanos()),
          Units.duration(keystroke.phases().paintNanos()),
          keystroke.largest().map(work -> work(keystroke, work)).orElse("-"),
          causes(keystroke, spans));
    }
    return table;
  }

  private static String work(SlowKeystroke keystroke, SlowKeystroke.Work work) {
    return percent(work.selfNanos(), keystroke.durationNanos()) + " " + work.operation();
  }

  private static String causes(SlowKeystroke keystroke, List<SlowSpan> spans) {
    return spans.stream()
        .filter(span -> span.keystrokeId() == keystroke.id())
        .filter(span -> span.nanos() == keystroke.durationNanos())
        .findFirst()
        .map(SlowestSection::causes)
        .orElse("-");
  }

  private static String causes(SlowSpan span) {
    return span.parts().stream()
        .limit(CAUSES)
        .map(part -> part(span, part))
        .collect(Collectors.joining(", "));
  }

  private static String part(SlowSpan span, SlowSpan.Part part) {
    String evidence = part.evidence().isEmpty() ? "" : " (" + part.evidence() + ")";
    return percent(part.nanos(), span.nanos()) + " " + part.cause().label() + evidence;
  }

  private static String percent(long part, long all) {
    return Math.round(all == 0 ? 0 : Math.min(100, 100.0 * part / all)) + " %";
  }
}
