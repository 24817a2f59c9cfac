// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line cut at the cursor, with its last word as it was written, quotes included. Candidates are
 * written the same way, so nothing is escaped later.
 */
record CursorWord(String line, int cursor, List<String> words, String word)
    implements CompletingParsedLine {

  static CursorWord verbatim(String line, int cursor) {
    String text = line.substring(0, cursor);
    return new CursorWord(line, cursor, List.of(text), text);
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return words.size() - 1;
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return word.length();
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }
}
