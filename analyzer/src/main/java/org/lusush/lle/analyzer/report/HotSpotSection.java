// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.events.hotspot.HotSpotCriteria.Criterion;
import org.lusush.lle.events.hotspot.Suggestion;

/** The operations that take the most time themselves. */
final class HotSpotSection {

  private static final int SHOWN = 10;
  private static final int ADVISED = 3;

  private HotSpotSection() {}

  static void print(Page page, List<HotSpot> ranking) {
    List<HotSpot> hot = ranking.stream().filter(HotSpot::isHot).toList();
    if (hot.isEmpty()) {
      page.heading("HOT SPOTS", ranking.isEmpty() ? "no operation was recorded" : "none");
      return;
    }
    page.heading("HOT SPOTS", "by self time: without the operations nested inside");
    var table =
        new Table()
            .figure("#")
            .text("operation", 20)
            .text("name", 20)
            .figure("share")
            .figure("self")
            .figure("count")
            .figure("p99")
            .figure("max")
            .text("why", 20);
    hot.stream().limit(SHOWN).forEach(spot -> addRow(table, spot));
    table.print(page);
    if (hot.size() > SHOWN) {
      page.line("  and " + (hot.size() - SHOWN) + " more", Tone.FAINT);
    }
    printSuggestions(page, hot.subList(0, Math.min(ADVISED, hot.size())));
  }

  /** Prints for each spot what concerns most of its time. */
  private static void printSuggestions(Page page, List<HotSpot> spots) {
    var table = new Table().figure("#").text("suggestion", 60).text("evidence", 33);
    boolean any = false;
    for (HotSpot spot : spots) {
      for (Suggestion suggestion : spot.suggestions().stream().limit(1).toList()) {
        table.row(spot.rank(), suggestion.advice(), suggestion.evidence());
        any = true;
      }
    }
    if (any) {
      page.blank();
      table.print(page);
    }
  }

  private static void addRow(Table table, HotSpot spot) {
    table.row(
        spot.rank(),
        spot.operation(),
        spot.stats().name(),
        Units.percent(spot.share()),
        Units.duration(spot.stats().selfNanos()),
        Units.count(spot.stats().count()),
        Units.duration(spot.stats().latency().percentileNanos(99)),
        Units.duration(spot.stats().latency().maxNanos()),
        spot.critical() ? new Table.Cell("CRITICAL", Tone.BAD) : why(spot));
  }

  private static String why(HotSpot spot) {
    return spot.met().stream().map(Criterion::label).collect(Collectors.joining(" "));
  }
}
