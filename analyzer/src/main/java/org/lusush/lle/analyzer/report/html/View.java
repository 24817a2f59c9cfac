// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Printable;

/**
 * What the template of the page is filled with. The template escapes every text; what is not text
 * is made here and never comes from a recording.
 *
 * @param policy the page's content security policy
 * @param style its style sheet
 * @param data what the charts draw, as JSON that can end no script element
 * @param scripts the chart library and what draws with it
 */
record View(
    String title,
    String policy,
    String style,
    List<Fact> facts,
    List<Warning> warnings,
    List<Section> sections,
    String data,
    List<Script> scripts,
    List<Notice> notices) {

  /** Characters of a cell. */
  private static final int LONGEST = 500;

  /** A part of the page with a heading of its own. */
  record Section(String id, String title, String about, List<Block> blocks) {
    Section {
      about = Printable.safe(about);
      blocks = List.copyOf(blocks);
    }
  }

  /** One of the things that a section can hold; the others are not there. */
  record Block(
      @Nullable Chart chart, @Nullable Table table, @Nullable Note note, List<Tile> tiles) {

    static Block of(Chart chart) {
      return new Block(chart, null, null, List.of());
    }

    static Block of(Table table) {
      return new Block(null, table, null, List.of());
    }

    static Block of(Note note) {
      return new Block(null, null, note, List.of());
    }

    static Block of(List<Tile> tiles) {
      return new Block(null, null, null, List.copyOf(tiles));
    }
  }

  /**
   * A picture that the page draws from its data.
   *
   * @param id of the chart's data
   * @param kind which function draws it
   * @param summary what is to be seen, for those who cannot see it
   * @param table the same as figures
   */
  record Chart(String id, String kind, String caption, String summary, Table table) {
    Chart {
      caption = Printable.safe(caption);
      summary = Printable.safe(summary);
    }
  }

  /** Figures in rows and columns; the first column names the row. */
  record Table(String caption, List<Column> columns, List<List<Cell>> rows, String more) {
    Table {
      caption = Printable.safe(caption);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column of a table.
   *
   * @param kind {@code figure} for figures, which stand to the right; {@code word} for what is not
   *     to be broken; or empty
   */
  record Column(String name, String kind) {}

  /**
   * One cell of a table.
   *
   * @param first whether it names its row
   * @param bar a share from 0 to 100 drawn under the text, or null for none
   */
  record Cell(String text, boolean first, String kind, String tone, @Nullable String bar) {
    Cell {
      text = sentence(text);
    }
  }

  /** A sentence. */
  record Note(String text, String tone) {
    Note {
      text = Printable.safe(text);
    }
  }

  /** A figure that stands out, and what it is. */
  record Tile(String name, String value, String about, String tone) {
    Tile {
      value = Printable.of(value);
      about = Printable.of(about);
    }
  }

  /** Something that is known of the recording. */
  record Fact(String name, String value) {
    Fact {
      value = Printable.of(value);
    }
  }

  /** Something that is missing, and of which file. */
  record Warning(String file, String sentence) {
    Warning {
      file = Printable.of(file);
      sentence = Printable.safe(sentence);
    }
  }

  /** A script of the page, as it is. */
  record Script(String text) {}

  /** The licence of something that the page contains. */
  record Notice(String name, String text) {}

  /** Returns the text made safe to show, cut where it is longer than any sentence should be. */
  private static String sentence(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String safe = Printable.safe(start);
    if (safe.length() <= LONGEST) {
      return safe;
    }
    int end = Character.isHighSurrogate(safe.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return safe.substring(0, end) + "…";
  }

  /** Returns what a text takes in the page, with what stands for characters of HTML. */
  static long bytes(String text) {
    return text.codePoints()
        .mapToLong(c -> "&<>\"'`=".indexOf(c) >= 0 ? 6 : c < 0x80 ? 1 : c < 0x800 ? 2 : 4)
        .sum();
  }

  /** Returns what the table takes in the page. */
  static long bytes(Table table) {
    return table.rows().stream().flatMap(List::stream).mapToLong(cell -> bytes(cell.text())).sum();
  }
}
