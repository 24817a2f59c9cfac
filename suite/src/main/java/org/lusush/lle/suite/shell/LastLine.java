// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that the cursor of a terminal is on, as far as it can be known from what was written
 * since a key: a prompt on the right, or a suggestion behind the cursor, stands where it is shown.
 */
final class LastLine {

  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile(
          "\u001b\\[([0-?]*)[ -/]*([@-~])"
              + "|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)"
              + "|\u001b[ -/]*[0-~]");

  /** Wider than any terminal; a number from outside may be anything. */
  private static final int WIDEST = 1_000;

  private static final int MOST_DIGITS = 4;

  private final StringBuilder cells = new StringBuilder();
  private int cursor;

  private LastLine() {}

  /** Returns text without what steers a terminal. */
  static String plain(CharSequence text) {
    return ESCAPE_SEQUENCE.matcher(text).replaceAll("");
  }

  /** Returns what stands before the cursor, without spaces at its end. */
  static String beforeCursor(CharSequence written) {
    var line = new LastLine();
    var sequence = ESCAPE_SEQUENCE.matcher(written);
    for (int at = 0; at < written.length(); ) {
      if (sequence.region(at, written.length()).lookingAt()) {
        line.steer(sequence.group(1), sequence.group(2));
        at = sequence.end();
      } else {
        line.write(written.charAt(at));
        at++;
      }
    }
    return line.cells.substring(0, Math.min(line.cursor, line.cells.length())).stripTrailing();
  }

  private void write(char c) {
    switch (c) {
      case '\n' -> {
        cells.setLength(0);
        cursor = 0;
      }
      case '\r' -> cursor = 0;
      case '\b' -> cursor = Math.max(0, cursor - 1);
      default -> {
        if (c >= ' ' && cursor < WIDEST) {
          fill(cursor + 1);
          cells.setCharAt(cursor, c);
          cursor++;
        }
      }
    }
  }

  private void steer(@Nullable String number, @Nullable String command) {
    int count = number(number);
    switch (command == null ? "" : command) {
      case "C" -> cursor = Math.min(WIDEST, cursor + Math.max(1, count));
      case "D" -> cursor = Math.max(0, cursor - Math.max(1, count));
      case "G" -> cursor = Math.min(WIDEST, Math.max(1, count) - 1);
      case "K" -> erase(count);
      case "J" -> erase(0);
      case "P" -> {
        if (cursor < cells.length()) {
          cells.delete(cursor, Math.min(cells.length(), cursor + Math.max(1, count)));
        }
      }
      default -> {
        // Colours, modes, other lines.
      }
    }
  }

  private void erase(int what) {
    if (what == 0) {
      cells.setLength(Math.min(cursor, cells.length()));
    } else if (what == 2) {
      cells.setLength(0);
    }
  }

  private static int number(@Nullable String digits) {
    boolean plain =
        digits != null
            && !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(Character::isDigit);
    return plain ? Integer.parseInt(digits) : 0;
  }

  private void fill(int length) {
    while (cells.length() < length) {
      cells.append(' ');
    }
  }
}
