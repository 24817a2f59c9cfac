// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import org.lusush.lle.analyzer.model.Printable;

/** One line of a screen, never wider than it. Not thread-safe. */
final class LiveLine {

  private final int width;
  private final Style style;
  private final StringBuilder text = new StringBuilder();
  private int used;

  LiveLine(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  LiveLine add(String part) {
    return add(part, Tone.PLAIN);
  }

  /** Adds a part, cut to the room that is left. */
  LiveLine add(String part, Tone tone) {
    int room = width - used;
    if (room > 0) {
      String safe = Printable.safe(part);
      String shown = Width.cut(style.unicode() ? safe : Ascii.of(safe), room);
      shown = style.unicode() ? shown : Ascii.of(shown);
      text.append(tone.apply(shown, style.colors()));
      used += Width.of(shown);
    }
    return this;
  }

  boolean fits(int columns) {
    return used + columns <= width;
  }

  /** Adds spaces until a column, counted from 0; none when the line is already there. */
  LiveLine to(int column) {
    return add(" ".repeat(Math.max(0, column - used)));
  }

  /** Adds a part at the right end, if there is room for it and a space before. */
  LiveLine right(String part, Tone tone) {
    int size = Width.of(part);
    return used + size < width ? to(width - size).add(part, tone) : this;
  }

  @Override
  public String toString() {
    return style.colors() ? text.toString() : text.toString().stripTrailing();
  }
}
