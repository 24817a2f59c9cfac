// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.upkeep.TargetHistory;
import org.lusush.lle.analyzer.report.Figures;
import org.lusush.lle.analyzer.report.Units;
import org.lusush.lle.events.TargetState;

/** What the shell was held to while it ran, and whether it was met. */
final class TargetSection {

  private TargetSection() {}

  static void add(PageBuilder page, List<TargetHistory> targets) {
    var table =
        new TableBuilder("Targets, as last looked at")
            .text("target")
            .figure("value")
            .figure("limit")
            .text("status")
            .figure("met")
            .figure("looks that could tell")
            .figure("measurements");
    targets.stream()
        .sorted(Comparator.comparing(TargetHistory::target))
        .forEach(target -> addRow(table, target));
    page.section("targets", "Targets", "What the recorder held the shell to while it ran.")
        .table(table)
        .end();
  }

  private static void addRow(TableBuilder table, TargetHistory target) {
    boolean known = !target.status().equals(TargetState.UNKNOWN.label());
    long told = target.looks() - target.looks(TargetState.UNKNOWN.label());
    table.row(
        target.target(),
        known ? Figures.text(target.target(), target.value()) : "-",
        Figures.text(target.target(), target.limit()) + (target.adaptive() ? " (adapted)" : ""),
        TableBuilder.toned(target.status(), tone(target.status())),
        told == 0 ? "-" : TableBuilder.share((double) target.looks(TargetState.MET.label()) / told),
        Units.count(told),
        Units.count(target.samples()));
  }

  private static String tone(String status) {
    if (status.equals(TargetState.MET.label())) {
      return "good";
    } else if (status.equals(TargetState.WARNING.label())) {
      return "warn";
    }
    return status.equals(TargetState.UNKNOWN.label()) ? "faint" : "bad";
  }
}
