// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lusush.lle.analyzer.model.Printable;

/** A table of text with aligned columns. Not thread-safe. */
public final class Table {

  private static final String INDENT = "  ";
  private static final String BETWEEN = "  ";

  private static final int NARROWEST = 8;

  private record Column(String title, int widest, boolean right) {}

  /** A cell and how it is set off. */
  public record Cell(String text, Tone tone) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /** Adds a column of text, cut where it is wider than this. */
  public Table text(String title, int widest) {
    columns.add(new Column(Printable.of(title), widest, false));
    return this;
  }

  /** Adds a column of figures. */
  public Table figure(String title) {
    columns.add(new Column(Printable.of(title), Page.WIDTH, true));
    return this;
  }

  /** Adds a row: a {@link Cell}, or anything whose text is to be shown, for each column. */
  public void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "cells must be " + columns.size() + ", were " + cells.length);
    }
    List<Cell> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      Cell cell =
          cells[i] instanceof Cell given ? given : new Cell(cells[i].toString(), Tone.PLAIN);
      String text = Width.cut(Printable.of(cell.text), columns.get(i).widest);
      row.add(new Cell(text, cell.tone));
    }
    rows.add(row);
  }

  /** Adds all rows to a page, under their titles. */
  public void print(Page page) {
    int[] widths = widths();
    List<Cell> titles = columns.stream().map(c -> new Cell(c.title, Tone.FAINT)).toList();
    printRow(page, titles, widths);
    rows.forEach(row -> printRow(page, row, widths));
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widestCell = rows.stream().mapToInt(r -> Width.of(r.get(column).text)).max().orElse(0);
      widths[i] = Math.max(Width.of(columns.get(i).title), widestCell);
    }
    return fitted(widths);
  }

  /** Takes from the widest column of text, time and again, until the table fits the page. */
  private int[] fitted(int[] widths) {
    int room = Page.WIDTH - INDENT.length() - BETWEEN.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean wider = widest < 0 || widths[i] > widths[widest];
        if (!columns.get(i).right && widths[i] > NARROWEST && wider) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private void printRow(Page page, List<Cell> row, int[] widths) {
    var line = new StringBuilder(INDENT);
    for (int i = 0; i < widths.length; i++) {
      Cell cell = row.get(i);
      String text = Width.cut(cell.text, widths[i]);
      String padding = " ".repeat(Math.max(0, widths[i] - Width.of(text)));
      String shown = page.tone(text, cell.tone);
      line.append(i == 0 ? "" : BETWEEN);
      line.append(columns.get(i).right ? padding + shown : shown + padding);
    }
    page.raw(line.toString());
  }
}
