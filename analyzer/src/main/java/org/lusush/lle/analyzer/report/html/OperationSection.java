// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.report.Units;

/** Every type of operation, and the thresholds that were exceeded. */
final class OperationSection {

  private OperationSection() {}

  static void add(PageBuilder page, Analysis analysis) {
    Timings timings = analysis.recording().timings();
    if (timings.operations().isEmpty()) {
      return;
    }
    var section = page.section("operations", "Operations", "By total time, nested work included.");
    section.table(operations(timings.operations()));
    if (timings.hasHistograms()) {
      section.note(
          "Rows from histograms hold what the recorder counted, since single events are missing:"
              + " their percentiles are exact to two significant digits.");
    }
    section.table(exceeded(analysis.recording().contents().exceeded()));
    section.end();
  }

  private static TableBuilder operations(List<Timing> timings) {
    var table =
        new TableBuilder("Operations by type")
            .text("operation")
            .figure("count")
            .figure("errors")
            .figure("total")
            .figure("mean")
            .figure("p50")
            .figure("p95")
            .figure("p99")
            .figure("max")
            .text("from");
    timings.stream()
        .sorted(Timings.LARGEST_FIRST)
        .forEach(
            timing ->
                table.row(
                    timing.operation(),
                    Units.count(timing.count()),
                    errors(timing.totals().errors()),
                    Units.duration(timing.totals().totalNanos()),
                    Units.duration(timing.meanNanos()),
                    Units.duration(timing.latency().percentileNanos(50)),
                    Units.duration(timing.latency().percentileNanos(95)),
                    Units.duration(timing.latency().percentileNanos(99)),
                    Units.duration(timing.latency().maxNanos()),
                    timing.origin().label()));
    return table;
  }

  private static Object errors(long errors) {
    return TableBuilder.toned(Units.count(errors), errors > 0 ? "bad" : "");
  }

  private static TableBuilder exceeded(List<Exceeded> exceeded) {
    var table =
        new TableBuilder("Thresholds exceeded")
            .text("operation")
            .figure("over the warning")
            .figure("over the critical")
            .figure("longest");
    exceeded.stream()
        .sorted(Exceeded.WORST_FIRST)
        .forEach(
            one ->
                table.row(
                    one.operation(),
                    Units.count(one.warnings()),
                    TableBuilder.toned(
                        Units.count(one.criticals()), one.criticals() > 0 ? "bad" : ""),
                    Units.duration(one.longestNanos())));
    return table;
  }
}
