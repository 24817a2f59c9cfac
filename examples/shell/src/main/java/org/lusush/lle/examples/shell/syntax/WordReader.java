// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.examples.shell.syntax.Part.Kind;

/** Reads one word with its quotes, escapes and variables. */
final class WordReader {
  private final String source;
  private final List<Part> parts = new ArrayList<>();
  private int position;
  private char open;

  WordReader(String source, int start) {
    this.source = source;
    this.position = start;
  }

  int end() {
    return position;
  }

  List<Part> parts() {
    return parts;
  }

  char open() {
    return open;
  }

  void read() {
    while (position < source.length() && !Lexer.endsWord(source.charAt(position))) {
      switch (source.charAt(position)) {
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        case '$' -> {
          if (!variable(Kind.VARIABLE)) {
            plain();
          }
        }
        default -> plain();
      }
    }
  }

  private void plain() {
    int start = position++;
    while (position < source.length() && isPlain(source.charAt(position))) {
      position++;
    }
    add(Kind.PLAIN, source.substring(start, position), start);
  }

  private static boolean isPlain(char c) {
    return !Lexer.endsWord(c) && "'\"\\$".indexOf(c) < 0;
  }

  private void escaped() {
    int start = position++;
    if (position == source.length()) {
      open = '\\';
      add(Kind.ESCAPED, "", start);
      return;
    }
    position += Character.charCount(source.codePointAt(position));
    String text = source.substring(start + 1, position);
    add(Kind.ESCAPED, text.equals("\n") ? "" : text, start);
  }

  private void singleQuoted() {
    int start = position;
    int close = source.indexOf('\'', start + 1);
    position = close < 0 ? source.length() : close + 1;
    if (close < 0) {
      open = '\'';
    }
    add(Kind.QUOTED, source.substring(start + 1, close < 0 ? position : close), start);
  }

  private void doubleQuoted() {
    int start = position++;
    StringBuilder text = new StringBuilder();
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == '"') {
        position++;
        add(Kind.QUOTED, text.toString(), start);
        return;
      }
      if (c == '$') {
        int dollar = position;
        int before = parts.size();
        if (variable(Kind.QUOTED_VARIABLE)) {
          if (start < dollar) {
            parts.add(before, new Part(Kind.QUOTED, text.toString(), start, dollar));
          }
          start = position;
          text.setLength(0);
          continue;
        }
      }
      position++;
      if (c == '\\' && position < source.length() && isEscapable(source.charAt(position))) {
        c = source.charAt(position++);
        if (c == '\n') {
          continue;
        }
      }
      text.append(c);
    }
    open = '"';
    if (start < position) {
      add(Kind.QUOTED, text.toString(), start);
    }
  }

  private static boolean isEscapable(char c) {
    return "\"\\$`\n".indexOf(c) >= 0;
  }

  /**
   * Reads {@code $NAME}, {@code ${NAME}} or {@code $?}; leaves the position alone when there is
   * none.
   */
  private boolean variable(Kind kind) {
    int start = position;
    int name = start + 1;
    if (name >= source.length()) {
      return false;
    }
    if (source.charAt(name) == '{') {
      int close = source.indexOf('}', name);
      position = close < 0 ? source.length() : close + 1;
      if (close < 0) {
        open = '{';
      }
      add(kind, source.substring(name + 1, close < 0 ? position : close), start);
      return true;
    }
    int end = Names.nameEnd(source, name);
    if (end == name && Names.isSpecial(source.substring(name, name + 1))) {
      end++;
    }
    if (end == name) {
      return false;
    }
    position = end;
    add(kind, source.substring(name, end), start);
    return true;
  }

  private void add(Kind kind, String text, int start) {
    parts.add(new Part(kind, text, start, position));
  }
}
