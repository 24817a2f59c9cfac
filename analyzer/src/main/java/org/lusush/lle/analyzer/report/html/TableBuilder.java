// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.report.Units;

/** Makes a table row by row, and stops at a number of rows. Not thread-safe. */
final class TableBuilder {

  /** Rows of a table unless it is told otherwise; what is more is said to be. */
  static final int MOST_ROWS = 50;

  private static final int MOST_BYTES = 64_000;

  /** What a cell takes around its text, at most, but for few. */
  private static final int MARKUP_BYTES = 60;

  /** A cell that is more than text. */
  private record Given(String text, String tone, @Nullable String bar) {}

  private final String caption;
  private final int mostRows;
  private final List<View.Column> columns = new ArrayList<>();
  private final List<List<View.Cell>> rows = new ArrayList<>();
  private long left;

  TableBuilder(String caption) {
    this(caption, MOST_ROWS);
  }

  TableBuilder(String caption, int mostRows) {
    this.caption = caption;
    this.mostRows = mostRows;
  }

  TableBuilder text(String title) {
    columns.add(new View.Column(title, ""));
    return this;
  }

  /** Adds a column of short words or times, which are never broken. */
  TableBuilder word(String title) {
    columns.add(new View.Column(title, "word"));
    return this;
  }

  TableBuilder figure(String title) {
    columns.add(new View.Column(title, "figure"));
    return this;
  }

  /** Returns a cell that is set off: {@code good}, {@code warn}, {@code bad}, {@code strong}. */
  static Object toned(String text, String tone) {
    return new Given(text, tone, null);
  }

  /** Returns a cell with a percentage, and a bar that shows it. */
  static Object share(double fraction) {
    double percent = Math.max(0, Math.min(100, fraction * 100));
    return new Given(Units.percent(fraction), "", String.format(Locale.US, "%.2f", percent));
  }

  /** Adds a row: for each column something made here, or anything whose text is to be shown. */
  TableBuilder row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "cells must be " + columns.size() + ", were " + cells.length);
    }
    if (rows.size() == mostRows) {
      left++;
      return this;
    }
    List<View.Cell> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      Given given = cells[i] instanceof Given g ? g : new Given(cells[i].toString(), "", null);
      row.add(new View.Cell(given.text, i == 0, columns.get(i).kind(), given.tone, given.bar));
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Returns the table with as many of its rows as there is room for.
   *
   * @param room bytes of the page that it may take, at most {@value #MOST_BYTES} of them used
   */
  View.Table build(long room) {
    long most = Math.min(room, MOST_BYTES);
    long used = 0;
    int fitting = 0;
    for (List<View.Cell> row : rows) {
      used += row.stream().mapToLong(cell -> View.bytes(cell.text()) + MARKUP_BYTES).sum();
      if (used > most) {
        break;
      }
      fitting++;
    }
    long more = left + rows.size() - fitting;
    return new View.Table(
        caption,
        columns,
        rows.subList(0, fitting),
        more == 0 ? "" : "and " + Units.count(more) + " more; --format json has all");
  }
}
