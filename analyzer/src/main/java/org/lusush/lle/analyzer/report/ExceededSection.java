// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Exceeded;

/** The operations that took longer than their thresholds. */
final class ExceededSection {

  private static final int SHOWN = 10;

  private ExceededSection() {}

  static void print(Page page, List<Exceeded> exceeded) {
    if (exceeded.isEmpty()) {
      return;
    }
    page.heading("THRESHOLDS", "exceeded, the most critical first");
    var table =
        new Table().text("operation", 32).figure("warning").figure("critical").figure("longest");
    exceeded.stream().sorted(Exceeded.WORST_FIRST).limit(SHOWN).forEach(one -> add(table, one));
    table.print(page);
    if (exceeded.size() > SHOWN) {
      page.line("  and " + (exceeded.size() - SHOWN) + " more", Tone.FAINT);
    }
  }

  private static void add(Table table, Exceeded exceeded) {
    Tone tone = exceeded.criticals() > 0 ? Tone.BAD : Tone.PLAIN;
    table.row(
        exceeded.operation(),
        Units.count(exceeded.warnings()),
        new Table.Cell(Units.count(exceeded.criticals()), tone),
        Units.duration(exceeded.longestNanos()));
  }
}
