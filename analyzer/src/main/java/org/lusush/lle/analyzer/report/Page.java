// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import org.lusush.lle.analyzer.model.Printable;

/** Collects the lines of a text report, none wider than 100 columns. Not thread-safe. */
final class Page {

  static final int WIDTH = 100;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  void blank() {
    text.append('\n');
  }

  void line(String line) {
    line(line, Tone.PLAIN);
  }

  void line(String line, Tone tone) {
    raw(tone(Width.cut(Printable.safe(line), WIDTH), tone));
  }

  /** Adds a line that is made already; its parts went through {@link #tone}. */
  void raw(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  String tone(String part, Tone tone) {
    return tone.apply(part, style.colors());
  }

  /** Adds the title of a section and what it is about. */
  void heading(String title, String about) {
    blank();
    raw(
        tone(title, Tone.STRONG)
            + (about.isEmpty()
                ? ""
                : "  " + tone(Width.cut(Printable.safe(about), WIDTH - 25), Tone.FAINT)));
  }

  /** Adds text in as many lines as it takes, the first after a mark and the others under it. */
  void paragraph(String mark, String words, Tone tone) {
    int room = WIDTH - mark.length();
    String start = mark;
    var line = new StringBuilder();
    for (String word : Printable.safe(words).split(" ", -1)) {
      String fitting = Width.cut(word, room);
      if (line.length() > 0 && Width.of(line.toString()) + 1 + Width.of(fitting) > room) {
        raw(tone(start + line, tone));
        start = " ".repeat(mark.length());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(fitting);
    }
    raw(tone(start + line, tone));
  }

  @Override
  public String toString() {
    return style.unicode() ? text.toString() : Ascii.of(text);
  }
}
