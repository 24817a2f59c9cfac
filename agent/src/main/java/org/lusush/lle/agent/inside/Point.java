// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

/** A kind of call in JLine that is observed. */
enum Point {
  /** The terminal is made ready for a line. */
  LINE_START,
  /** The line is about to be shown for the first time. */
  PROMPT,
  /** The terminal gets its old attributes back after a line. */
  LINE_END,
  /** A character is waited for. */
  READ,
  /** The next character is looked at. */
  PEEK,
  /** What there is of characters is taken. */
  READ_MANY,
  /** A character is taken that was read along with others. */
  TAKE_BACK,
  /** The command of a key is looked up; told when it was found. */
  LOOKUP,
  /** A command runs. */
  COMMAND,
  /** The display is brought up to date. */
  UPDATE,
  /** The display is told the size of the screen. */
  RESIZE,
  /** The terminal is flushed. */
  FLUSH,
  /** The line is drawn again, because something was printed above it. */
  PRINT_ABOVE,
  /** The line is drawn again, because of a signal such as that of a new size. */
  SIGNAL,
  /** The line is highlighted. */
  HIGHLIGHT,
  /** The line is parsed. */
  PARSE,
  /** Candidates are asked for. */
  COMPLETE,
  /** Candidates are chosen from. */
  MATCH,
  /** A suggestion for the rest of the line is looked for. */
  SUGGEST,
  /** A line is added to the history. */
  HISTORY_ADD,
  /** The history is made ready, and perhaps read from its file. */
  HISTORY_ATTACH;

  private static final Point[] ALL = values();

  /** Returns the point of a number that the woven code carries. */
  static Point of(int number) {
    return ALL[number];
  }

  /** Returns the number for the woven code. */
  @SuppressWarnings("EnumOrdinal") // lives no longer than the woven code
  int number() {
    return ordinal();
  }
}
