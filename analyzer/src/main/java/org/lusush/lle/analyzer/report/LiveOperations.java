// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.live.LiveSnapshot.Operation;
import org.lusush.lle.events.Trend;

/** The table of operations, with as many columns as there is room for. */
final class LiveOperations {

  private static final String BETWEEN = "  ";
  private static final int NARROWEST_LINE = 8;
  private static final String LINE_TITLE = "p99 over time";
  private static final String SHORT_LINE_TITLE = "p99";

  private final List<Operation> rows;
  private final LiveView view;
  private final Style style;
  private final List<LiveColumn> columns;
  private final Map<LiveColumn, Integer> widths;
  private final int line;

  LiveOperations(List<Operation> operations, LiveView view, Style style) {
    rows = operations.stream().sorted(view.sort().order(view.reversed())).toList();
    this.view = view;
    this.style = style;
    widths = widths();
    columns = fitting();
    int room = view.columns() - needed(columns) - BETWEEN.length();
    line = room < NARROWEST_LINE ? 0 : Math.min(room, LiveSnapshot.WINDOW);
  }

  private Map<LiveColumn, Integer> widths() {
    Map<LiveColumn, Integer> result = new EnumMap<>(LiveColumn.class);
    for (LiveColumn column : LiveColumn.values()) {
      int title = Width.of(column.title()) + 1; // and the mark of the column that is sorted by
      result.put(
          column,
          rows.stream().mapToInt(row -> Width.of(column.text(row))).reduce(title, Math::max));
    }
    return result;
  }

  /** Leaves columns out until the others fit, but not the one that is sorted by. */
  private List<LiveColumn> fitting() {
    List<LiveColumn> fitting = new ArrayList<>(Arrays.asList(LiveColumn.values()));
    for (LiveColumn dispensable : LiveColumn.DISPENSABLE) {
      int withLine = needed(fitting) + BETWEEN.length() + NARROWEST_LINE;
      boolean lineMatters = fitting.size() > LiveColumn.values().length - 2;
      if ((lineMatters ? withLine : needed(fitting)) <= view.columns()) {
        break;
      }
      if (dispensable != view.sort()) {
        fitting.remove(dispensable);
      }
    }
    return fitting;
  }

  private int needed(List<LiveColumn> shown) {
    int between = BETWEEN.length() * (shown.size() - 1);
    return shown.stream().mapToInt(column -> widths.getOrDefault(column, 0)).sum() + between;
  }

  int size() {
    return rows.size();
  }

  private int first(int rowsShown) {
    return Math.max(0, Math.min(view.scrolled(), rows.size() - rowsShown));
  }

  /** Returns which of the operations are shown, or nothing when all are. */
  String position(int rowsShown) {
    if (rowsShown >= rows.size()) {
      return "";
    }
    int first = first(rowsShown);
    return (first + 1) + "-" + (first + rowsShown) + " of " + rows.size();
  }

  /** Returns the titles and the rows that are to be seen. */
  List<String> lines(int rowsShown) {
    int first = first(rowsShown);
    List<String> lines = new ArrayList<>();
    lines.add(titles());
    rows.stream().skip(first).limit(rowsShown).map(this::row).forEach(lines::add);
    return lines;
  }

  private String titles() {
    var titles = new LiveLine(view.columns(), style);
    for (LiveColumn column : columns) {
      boolean sorted = column == view.sort();
      add(
          titles,
          column,
          sorted ? marked(column) : column.title(),
          sorted ? Tone.STRONG : Tone.FAINT);
    }
    if (line > 0) {
      titles
          .add(BETWEEN)
          .add(line < LINE_TITLE.length() ? SHORT_LINE_TITLE : LINE_TITLE, Tone.FAINT);
    }
    return titles.toString();
  }

  private String marked(LiveColumn column) {
    String mark = style.unicode() ? (view.reversed() ? "▲" : "▼") : (view.reversed() ? "^" : "v");
    return column.isText() ? column.title() + mark : mark + column.title();
  }

  private String row(Operation operation) {
    var row = new LiveLine(view.columns(), style);
    for (LiveColumn column : columns) {
      add(row, column, column.text(operation), tone(column, operation));
    }
    if (line > 0) {
      row.add(BETWEEN).add(Sparkline.of(operation.p99s(), line, style.unicode()), Tone.FAINT);
    }
    return row.toString();
  }

  private void add(LiveLine target, LiveColumn column, String text, Tone tone) {
    String padding = " ".repeat(Math.max(0, widths.getOrDefault(column, 0) - Width.of(text)));
    target.add(column == LiveColumn.OPERATION ? "" : BETWEEN);
    target.add(column.isText() ? "" : padding).add(text, tone).add(column.isText() ? padding : "");
  }

  private static Tone tone(LiveColumn column, Operation operation) {
    return switch (column) {
      case ERRORS -> operation.errors() > 0 ? Tone.BAD : Tone.FAINT;
      case TREND -> operation.trend().equals(Trend.DEGRADING.label()) ? Tone.WARNING : Tone.FAINT;
      default -> Tone.PLAIN;
    };
  }
}
