// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Grown;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.report.Units;

/** What slow ones spend more time on than before, or less. */
final class CulpritSection {

  private CulpritSection() {}

  static void add(PageBuilder page, Judgement judgement) {
    var section =
        page.section(
            "culprits",
            "What slow ones spend their time on",
            "Of the slowest before and after, the cause whose part changed most; nanoseconds in"
                + " each of them, in the mean.");
    var table =
        new TableBuilder("Causes")
            .text("of")
            .word("figure")
            .word("finding")
            .text("cause")
            .figure("before")
            .figure("after")
            .text("mostly");
    for (Comparison c : Tones.found(judgement)) {
      c.grown().ifPresent(grown -> row(table, c, grown));
    }
    section.table(table);
    section.end();
  }

  private static void row(TableBuilder table, Comparison c, Grown grown) {
    table.row(
        c.subject(),
        c.figure().label(),
        TableBuilder.toned(c.finding().label(), Tones.of(c.finding())),
        grown.cause(),
        Units.duration(Math.round(grown.before())),
        Units.duration(Math.round(grown.after())),
        grown.evidence());
  }
}
