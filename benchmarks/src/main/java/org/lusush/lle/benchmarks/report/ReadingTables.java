// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.benchmarks.reading.ReadingCost;

/** What reading costs as a person reads it. */
public final class ReadingTables {

  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1e6;

  private ReadingTables() {}

  /** Returns the tables for a terminal. */
  public static String toText(ReadingCost cost) {
    return peers(cost).toText() + "\n" + sizes(cost).toText();
  }

  /** Returns the tables for a page. */
  public static String toMarkdown(ReadingCost cost) {
    return peers(cost).toMarkdown() + "\n" + sizes(cost).toMarkdown();
  }

  private static Table peers(ReadingCost cost) {
    ReadingCost.Line ours = cost.peers().get(0);
    List<List<String>> rows = new ArrayList<>();
    cost.peers().forEach(line -> rows.add(row(line.label() + ", 1 processor", line, ours)));
    rows.add(row(ours.label() + ", 2 processors", cost.twoProcessors(), ours));
    return new Table(
        "Reading a recording of " + Math.round(ours.bytes() / MEGABYTE) + " MB, whole processes",
        List.of("reader", "s", "processor s", "peak MB", "s ÷ ours", "processor s ÷ ours"),
        rows);
  }

  private static List<String> row(String label, ReadingCost.Line line, ReadingCost.Line ours) {
    return List.of(
        label,
        seconds(line.cost().wallNanos()),
        seconds(line.cost().cpuNanos()),
        Long.toString(Math.round(line.cost().peakBytes() / MEGABYTE)),
        Numbers.rounded((double) line.cost().wallNanos() / ours.cost().wallNanos()),
        Numbers.rounded((double) line.cost().cpuNanos() / ours.cost().cpuNanos()));
  }

  private static Table sizes(ReadingCost cost) {
    List<List<String>> rows = new ArrayList<>();
    for (ReadingCost.Line line : cost.sizes()) {
      double megabytes = line.bytes() / MEGABYTE;
      rows.add(
          List.of(
              Long.toString(Math.round(megabytes)),
              seconds(line.cost().wallNanos()),
              seconds(line.cost().cpuNanos()),
              Numbers.rounded(line.cost().cpuNanos() / NANOS / megabytes * 1e3),
              Long.toString(Math.round(line.cost().peakBytes() / MEGABYTE))));
    }
    return new Table(
        "lle analyze by size, 1 processor, a heap of 128 MB",
        List.of("MB", "s", "processor s", "processor ms/MB", "peak MB"),
        rows);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / NANOS);
  }
}
