// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import org.lusush.lle.analyzer.model.Printable;

/** Collects the lines of a text report, none wider than 100 columns. Not thread-safe. */
public final class Page {

  /** How many columns a line has at most. */
  public static final int WIDTH = 100;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /** Makes an empty one. */
  public Page(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  /** Adds an empty line. */
  public void blank() {
    text.append('\n');
  }

  /** Adds a line, cut where it is too long. */
  public void line(String line) {
    line(line, Tone.PLAIN);
  }

  /** Adds a line, cut where it is too long, and set off. */
  public void line(String line, Tone tone) {
    raw(tone(Width.cut(Printable.safe(line), WIDTH), tone));
  }

  /** Adds a line that is made already; its parts went through {@link #tone}. */
  public void raw(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /** Returns a part of a line, set off where the reader has colors. */
  public String tone(String part, Tone tone) {
    return tone.apply(part, style.colors());
  }

  /** Adds the title of a section and what it is about. */
  public void heading(String title, String about) {
    blank();
    raw(
        tone(title, Tone.STRONG)
            + (about.isEmpty()
                ? ""
                : "  " + tone(Width.cut(Printable.safe(about), WIDTH - 25), Tone.FAINT)));
  }

  /** Adds text in as many lines as it takes, the first after a mark and the others under it. */
  public void paragraph(String mark, String words, Tone tone) {
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

  /** Returns all lines. */
  @Override
  public String toString() {
    return style.unicode() ? text.toString() : Ascii.of(text);
  }
}
