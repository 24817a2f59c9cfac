// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;

/** The types of operation: as recorded one by one, and as the recorder counted them. */
final class OperationSection {

  private OperationSection() {}

  static void print(Page page, Recording recording) {
    printRecorded(page, recording.contents().operations());
    for (Source source : recording.sources()) {
      if (source.missesOperations() && !source.measured().isEmpty()) {
        printMeasured(page, source, recording.sources().size() > 1);
      }
    }
  }

  private static void printRecorded(Page page, List<OperationGroup> operations) {
    if (operations.isEmpty()) {
      page.heading("OPERATIONS", "none was recorded");
      return;
    }
    page.heading("OPERATIONS", "as recorded one by one");
    Table table = table();
    operations.stream()
        .sorted(
            Comparator.comparingLong((OperationGroup g) -> g.total().latency().totalNanos())
                .reversed()
                .thenComparing(OperationGroup::operation))
        .forEach(group -> addRecorded(table, group));
    table.print(page);
  }

  private static void addRecorded(Table table, OperationGroup group) {
    Latency latency = group.total().latency();
    table.row(
        group.operation(),
        Units.count(latency.count()),
        errors(group.total().errors()),
        Units.duration(latency.totalNanos()),
        Units.duration(latency.meanNanos()),
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
            Comparator.comparingLong((MeasuredOperation m) -> m.sinceStart().totalNanos())
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
