// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of a tape apart. */
final class Tokens {

  private static final String QUOTES = "\"'`";

  private Tokens() {}

  /**
   * Returns the pieces of a line, without a comment at its end.
   *
   * @throws IllegalArgumentException when something that begins does not end, with what is wrong
   */
  static List<Token> of(String line) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#') {
        break;
      } else if (QUOTES.indexOf(c) >= 0) {
        int end = end(line, at, "the text in " + c + " has no end; put a " + c + " behind it");
        tokens.add(new Token(Token.Kind.STRING, line.substring(at + 1, end)));
        at = end + 1;
      } else if (c == '/') {
        int end = end(line, at, "the pattern has no end; put a / behind it");
        String pattern = line.substring(at + 1, end).replace("\\/", "/");
        tokens.add(new Token(Token.Kind.REGEX, pattern));
        at = end + 1;
      } else {
        int end = endOfWord(line, at);
        tokens.add(new Token(Token.Kind.WORD, line.substring(at, end)));
        at = end;
      }
    }
    return tokens;
  }

  /** Returns where the same character stands again; in a pattern, not behind a backslash. */
  private static int end(String line, int start, String problem) {
    char mark = line.charAt(start);
    for (int i = start + 1; i < line.length(); i++) {
      if (line.charAt(i) == mark && (mark != '/' || line.charAt(i - 1) != '\\')) {
        return i;
      }
    }
    throw new IllegalArgumentException(problem);
  }

  /** A key such as {@code Ctrl+/} or {@code Alt+#} is one word, whatever its last character. */
  private static int endOfWord(String line, int start) {
    int end = start;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
