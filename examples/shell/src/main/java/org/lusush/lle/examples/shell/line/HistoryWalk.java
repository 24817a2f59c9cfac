// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import org.jline.reader.History;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the lines of a history that begin with what was typed. Typing anything starts a
 * new walk.
 */
final class HistoryWalk {
  private final History history;
  private String typed = "";
  private String shown = "";
  private int index;

  HistoryWalk(History history) {
    this.history = history;
  }

  /** Returns the next older line to show, or null when there is none. */
  @Nullable String older(String text) {
    follow(text);
    for (int i = index - 1; i >= history.first(); i--) {
      if (fits(history.get(i))) {
        return show(i, history.get(i));
      }
    }
    return null;
  }

  /**
   * Returns the next newer line to show, in the end what was typed, or null when that is shown
   * already.
   */
  @Nullable String newer(String text) {
    follow(text);
    if (index > history.last()) {
      return null;
    }
    for (int i = index + 1; i <= history.last(); i++) {
      if (fits(history.get(i))) {
        return show(i, history.get(i));
      }
    }
    return show(history.last() + 1, typed);
  }

  private void follow(String text) {
    if (!text.equals(shown) || index > history.last() + 1 || text.isEmpty()) {
      typed = text;
      shown = text;
      index = history.last() + 1;
    }
  }

  private boolean fits(String line) {
    return line.startsWith(typed) && !line.equals(shown);
  }

  private String show(int i, String line) {
    index = i;
    shown = line;
    return line;
  }
}
