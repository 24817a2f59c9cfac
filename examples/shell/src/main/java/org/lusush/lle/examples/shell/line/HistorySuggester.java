// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.ListIterator;
import org.jline.reader.History;

/** Suggests the rest of the most recent line that begins with the text. */
public final class HistorySuggester implements Suggester {
  private final History history;

  public HistorySuggester(History history) {
    this.history = history;
  }

  @Override
  public String suggest(String text) {
    if (text.isBlank() || history.isEmpty()) {
      return "";
    }
    ListIterator<History.Entry> entries = history.iterator(history.last() + 1);
    while (entries.hasPrevious()) {
      String line = entries.previous().line();
      if (line.length() > text.length() && line.startsWith(text)) {
        return line.substring(text.length());
      }
    }
    return "";
  }
}
