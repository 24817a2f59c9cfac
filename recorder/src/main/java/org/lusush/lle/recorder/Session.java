// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

/**
 * What one line reader tells of itself while it is observed.
 *
 * <p>Called from the thread that writes periodic events, at any time.
 */
public interface Session {

  /**
   * A line editor and its terminal.
   *
   * @param editor library that edits the line, with its version
   * @param terminal type of the terminal, such as xterm-256color
   * @param columns width in characters, or 0 when unknown
   * @param rows height in lines, or 0 when unknown
   * @param lines lines read from the user so far
   * @param keystrokes keystrokes answered so far
   */
  record Status(
      String editor, String terminal, int columns, int rows, long lines, long keystrokes) {
    public Status {
      requireNonNull(editor, "editor");
      requireNonNull(terminal, "terminal");
    }
  }

  /** Returns whether the line reader is gone, and this with it. */
  boolean isOver();

  /** Returns what there is to tell now. */
  Status status();
}
