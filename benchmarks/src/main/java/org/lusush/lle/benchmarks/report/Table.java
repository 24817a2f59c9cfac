// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A titled table, the first column to the left and the others to the right.
 *
 * @param title what it shows
 * @param header of the columns
 * @param rows of as many cells
 */
record Table(String title, List<String> header, List<List<String>> rows) {

  Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    for (var row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row must have " + header.size() + " cells, had " + row.size());
      }
    }
  }

  String toText() {
    int[] widths = widths();
    return title
        + "\n\n"
        + line(header, widths)
        + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  String toMarkdown() {
    var rule =
        IntStream.range(0, header.size())
            .mapToObj(i -> i == 0 ? "---" : "--:")
            .collect(Collectors.joining("|", "|", "|\n"));
    return "## "
        + title
        + "\n\n"
        + markdownLine(header)
        + rule
        + rows.stream().map(Table::markdownLine).collect(Collectors.joining());
  }

  private int[] widths() {
    return IntStream.range(0, header.size())
        .map(
            i ->
                Math.max(
                    header.get(i).length(),
                    rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
        .toArray();
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      var padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? cells.get(i) + padding : "  " + padding + cells.get(i));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static String markdownLine(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
