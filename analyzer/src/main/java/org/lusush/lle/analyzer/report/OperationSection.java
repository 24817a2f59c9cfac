// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;

/** The types of operation: from what holds the most of them, and as the recorder counted them. */
final class OperationSection {

  /** What figures come from that are not from single events. */
  static final String HISTOGRAMS =
      "from the recorder's interval histograms, exact to two significant digits";

  private static final String TITLE = "OPERATIONS";

  private OperationSection() {}

  static void print(Page page, Recording recording) {
    printTimings(page, recording);
    for (Source source : recording.sources()) {
      if (source.missesTimings() && !source.measured().isEmpty()) {
        printMeasured(page, source, recording.sources().size() > 1);
      }
    }
  }

  private static void printTimings(Page page, Recording recording) {
    Timings timings = recording.timings();
    if (timings.operations().isEmpty()) {
      page.heading(TITLE, "none was recorded");
      return;
    }
    page.heading(TITLE, timings.hasHistograms() ? HISTOGRAMS : "as recorded one by one");
    Table table = table();
    timings.operations().stream()
        .sorted(Timings.LARGEST_FIRST)
        .forEach(timing -> addTiming(table, timing));
    table.print(page);
    if (timings.hasHistograms()) {
      printSingle(page, recording);
    }
  }

  /** Says what is not from histograms: exact rows, and all that needs single events. */
  private static void printSingle(Page page, Recording recording) {
    String single =
        recording.timings().operations().stream()
            .filter(timing -> timing.origin() == Origin.EVENTS)
            .sorted(Timings.LARGEST_FIRST)
            .map(Timing::operation)
            .collect(Collectors.joining(", "));
    String exact = single.isEmpty() ? "" : " From single events: " + single + ".";
    page.paragraph(
        "  ",
        "Hot spots, names and nested work are about the %s recorded one by one.%s"
            .formatted(Units.count(recording.contents().operationCount(), "operation"), exact),
        Tone.FAINT);
  }

  private static void addTiming(Table table, Timing timing) {
    Latency latency = timing.latency();
    table.row(
        timing.operation(),
        Units.count(timing.count()),
        errors(timing.totals().errors()),
        Units.duration(timing.totals().totalNanos()),
        Units.duration(timing.meanNanos()),
        Units.duration(latency.percentileNanos(50)),
        Units.duration(latency.percentileNanos(95)),
        Units.duration(latency.percentileNanos(99)),
        Units.duration(latency.maxNanos()));
  }

  private static void printMeasured(Page page, Source source, boolean oneOfMany) {
    page.heading(
        "OPERATIONS MEASURED",
        "by the recorder since it started" + (oneOfMany ? ", " + source.file() : ""));
    Table table = table();
    source.measured().stream()
        .sorted(
            Ordering.comparingLong((MeasuredOperation m) -> m.sinceStart().totalNanos())
                .reversed()
                .thenComparing(MeasuredOperation::operation))
        .forEach(operation -> addMeasured(table, operation));
    table.print(page);
  }

  private static void addMeasured(Table table, MeasuredOperation operation) {
    table.row(
        operation.operation(),
        Units.count(operation.sinceStart().count()),
        errors(operation.sinceStart().errors()),
        Units.duration(operation.sinceStart().totalNanos()),
        Units.duration(operation.distribution().meanNanos()),
        Units.duration(operation.distribution().medianNanos()),
        Units.duration(operation.distribution().p95Nanos()),
        Units.duration(operation.distribution().p99Nanos()),
        Units.duration(operation.distribution().maxNanos()));
  }

  private static Table table() {
    return new Table()
        .text("operation", 22)
        .figure("count")
        .figure("errors")
        .figure("total")
        .figure("mean")
        .figure("p50")
        .figure("p95")
        .figure("p99")
        .figure("max");
  }

  private static Table.Cell errors(long errors) {
    return new Table.Cell(Units.count(errors), errors > 0 ? Tone.BAD : Tone.PLAIN);
  }
}
