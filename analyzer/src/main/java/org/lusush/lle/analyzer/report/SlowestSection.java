// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.SlowKeystroke;

/** The slowest keystrokes, one by one. */
final class SlowestSection {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  private SlowestSection() {}

  static void print(Page page, List<SlowKeystroke> slowest) {
    if (slowest.isEmpty()) {
      return;
    }
    page.heading(
        "SLOWEST KEYSTROKES", "and the operation in each that took the largest part of it");
    DateTimeFormatter format = isOneDay(slowest, page.style().zone()) ? TIME : DAY_AND_TIME;
    var table =
        new Table()
            .text("at", 14)
            .figure("key")
            .text("widget", 18)
            .figure("total")
            .figure("input")
            .figure("edit")
            .figure("paint")
            .text("mostly", 32);
    for (SlowKeystroke keystroke : slowest) {
      table.row(
          format.format(keystroke.start().atZone(page.style().zone())),
          keystroke.id(),
          keystroke.widget().isEmpty() ? "(" + keystroke.kind() + ")" : keystroke.widget(),
          new Table.Cell(Units.duration(keystroke.durationNanos()), Tone.STRONG),
          Units.duration(keystroke.phases().inputNanos()),
          Units.duration(keystroke.phases().editNanos()),
          Units.duration(keystroke.phases().paintNanos()),
          keystroke.largest().map(work -> work(keystroke, work)).orElse("-"));
    }
    table.print(page);
  }

  private static boolean isOneDay(List<SlowKeystroke> slowest, ZoneId zone) {
    return slowest.stream().map(k -> k.start().atZone(zone).toLocalDate()).distinct().count() == 1;
  }

  private static String work(SlowKeystroke keystroke, SlowKeystroke.Work work) {
    double share =
        keystroke.durationNanos() == 0
            ? 0
            : Math.min(1, (double) work.selfNanos() / keystroke.durationNanos());
    return String.format(Locale.US, "%.0f %% %s", share * 100, work.operation());
  }
}
