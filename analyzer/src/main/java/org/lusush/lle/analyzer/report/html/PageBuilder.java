// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.Printable;

/** Collects the sections of the page, and what its charts draw. Not thread-safe. */
final class PageBuilder {

  /** Bytes of all tables together, so that no recording makes a page that is slow to open. */
  private static final long TABLE_BYTES = 450_000;

  /** Characters of a name in a chart. */
  private static final int NAME = 60;

  private final TimeAxis time;
  private final List<View.Section> sections = new ArrayList<>();
  private long room = TABLE_BYTES;
  private final ObjectNode charts = JsonNodeFactory.instance.objectNode();

  PageBuilder(TimeAxis time) {
    this.time = time;
  }

  TimeAxis time() {
    return time;
  }

  /** Begins a section; it is on the page once it is ended. */
  Section section(String id, String title, String about) {
    return new Section(id, title, about);
  }

  /** Returns a text from a recording as charts show it. */
  static String name(String text) {
    String safe = Printable.of(text);
    return safe.codePointCount(0, safe.length()) <= NAME
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, NAME - 1)) + "…";
  }

  private View.Table fitted(TableBuilder table) {
    View.Table fitted = table.build(room);
    room -= View.bytes(fitted);
    return fitted;
  }

  List<View.Section> sections() {
    return List.copyOf(sections);
  }

  /** Returns what the charts draw, by the chart. */
  ObjectNode charts() {
    return charts;
  }

  /** A section in the making. */
  final class Section {

    private final String id;
    private final String title;
    private final String about;
    private final List<Supplier<View.Block>> blocks = new ArrayList<>();
    private int drawn;

    private Section(String id, String title, String about) {
      this.id = id;
      this.title = title;
      this.about = about;
    }

    Section note(String sentence) {
      return note(sentence, "faint");
    }

    Section note(String sentence, String tone) {
      var note = new View.Note(sentence, tone);
      blocks.add(() -> View.Block.of(note));
      return this;
    }

    Section tiles(List<View.Tile> tiles) {
      blocks.add(() -> View.Block.of(tiles));
      return this;
    }

    Section table(TableBuilder table) {
      if (!table.isEmpty()) {
        blocks.add(() -> View.Block.of(fitted(table)));
      }
      return this;
    }

    /**
     * Adds a chart and returns the object that it is drawn from.
     *
     * @param kind which function of the page's script draws it
     * @param summary what is to be seen, for those who cannot see it
     * @param table the same as figures; rows can be added until the section ends
     */
    ObjectNode chart(String kind, String caption, String summary, TableBuilder table) {
      String chart = id + "-" + ++drawn;
      blocks.add(() -> View.Block.of(new View.Chart(chart, kind, caption, summary, fitted(table))));
      return charts.putObject(chart);
    }

    void end() {
      if (!blocks.isEmpty()) {
        sections.add(
            new View.Section(id, title, about, blocks.stream().map(Supplier::get).toList()));
      }
    }
  }
}
