// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.lusush.lle.examples.shell.syntax.ScriptParser;
import org.lusush.lle.examples.shell.syntax.SyntaxException;
import org.lusush.lle.examples.shell.syntax.Token;

/** Tells the line editor where words are and whether a line goes on. */
public final class ShellLineParser implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
      requireFinished(line);
    }
    CompletionPoint point = CompletionPoint.of(line, Math.min(cursor, line.length()));
    List<String> words = new ArrayList<>(point.before().stream().map(Token::text).toList());
    words.add(point.raw());
    return new CursorWord(line, cursor, words, point.raw());
  }

  /**
   * Lets everything pass that is finished, right or wrong: what is wrong is said when it is run.
   */
  private static void requireFinished(String line) {
    try {
      ScriptParser.parse(line);
    } catch (SyntaxException e) {
      if (e.missing() != null) {
        throw new EOFError(-1, line.length(), String.valueOf(e.getMessage()), e.missing());
      }
    }
  }
}
