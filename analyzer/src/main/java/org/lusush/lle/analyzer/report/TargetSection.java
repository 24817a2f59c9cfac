// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.events.TargetState;

/** What the shell was held to while it ran, and whether it was met. */
final class TargetSection {

  private TargetSection() {}

  static void print(Page page, List<TargetHistory> targets) {
    if (targets.isEmpty()) {
      return;
    }
    page.heading("TARGETS", "as the recorder looked at them while the shell ran");
    var table =
        new Table()
            .text("target", 24)
            .figure("value")
            .figure("limit")
            .text("status", 10)
            .figure("met")
            .figure("rests on");
    targets.stream()
        .sorted(Ordering.comparing(TargetHistory::target))
        .forEach(target -> addRow(table, target));
    table.print(page);
  }

  private static void addRow(Table table, TargetHistory target) {
    boolean known = !target.status().equals(TargetState.UNKNOWN.label());
    table.row(
        target.target(),
        known ? Figures.text(target.target(), target.value()) : "-",
        Figures.text(target.target(), target.limit()) + (target.adaptive() ? " (adapted)" : ""),
        new Table.Cell(target.status(), tone(target.status())),
        met(target),
        Units.count(target.samples()));
  }

  /** Returns the share of the looks that could tell and found the target met. */
  private static String met(TargetHistory target) {
    long told = target.looks() - target.looks(TargetState.UNKNOWN.label());
    return told == 0
        ? "-"
        : Units.percent((double) target.looks(TargetState.MET.label()) / told)
            + " of "
            + Units.count(told);
  }

  private static Tone tone(String status) {
    if (status.equals(TargetState.MET.label())) {
      return Tone.GOOD;
    } else if (status.equals(TargetState.WARNING.label())) {
      return Tone.WARNING;
    }
    return status.equals(TargetState.UNKNOWN.label()) ? Tone.FAINT : Tone.BAD;
  }
}
