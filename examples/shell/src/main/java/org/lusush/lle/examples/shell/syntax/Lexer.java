// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.examples.shell.syntax.Token.Kind;

/**
 * Cuts a command line into tokens. Any text is accepted; what is unfinished is marked, never
 * refused.
 */
public final class Lexer {
  private static final List<String> UNSUPPORTED = List.of("<<", ">&", "&", "(", ")", "`");
  private static final List<String> REDIRECTS =
      List.of("2>&1", "2>>", "2>", "&>", "<<", ">>", ">&", "<", ">");
  private static final List<String> OPERATORS = List.of("&&", "||", "|", ";", "&", "(", ")", "`");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private boolean commandExpected = true;
  private boolean targetExpected;

  private Lexer(String source) {
    this.source = requireNonNull(source, "source");
  }

  /** Returns the tokens of a line in order; blanks between them are left out. */
  public static List<Token> lex(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.skipBlanks()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  static boolean endsWord(char c) {
    return Character.isWhitespace(c) || "|&;<>()`".indexOf(c) >= 0;
  }

  private boolean skipBlanks() {
    while (position < source.length()) {
      char c = source.charAt(position);
      if (source.startsWith("\\\n", position)) {
        position += 2;
      } else if (c != '\n' && Character.isWhitespace(c)) {
        position++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void next() {
    char c = source.charAt(position);
    if (c == '\n') {
      add(Kind.NEWLINE, 1);
      startCommand();
    } else if (c == '#') {
      int newline = source.indexOf('\n', position);
      add(Kind.COMMENT, (newline < 0 ? source.length() : newline) - position);
    } else if (!redirect() && !operator()) {
      word();
    }
  }

  private boolean redirect() {
    for (String redirect : REDIRECTS) {
      if (source.startsWith(redirect, position)) {
        add(UNSUPPORTED.contains(redirect) ? Kind.UNSUPPORTED : Kind.REDIRECT, redirect.length());
        targetExpected = !redirect.equals("2>&1");
        return true;
      }
    }
    return false;
  }

  private boolean operator() {
    if (commandExpected && isNegation()) {
      add(Kind.OPERATOR, 1);
      return true;
    }
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, position)) {
        add(UNSUPPORTED.contains(operator) ? Kind.UNSUPPORTED : Kind.OPERATOR, operator.length());
        startCommand();
        return true;
      }
    }
    return false;
  }

  private boolean isNegation() {
    return source.charAt(position) == '!'
        && position + 1 < source.length()
        && Character.isWhitespace(source.charAt(position + 1));
  }

  private void word() {
    WordReader reader = new WordReader(source, position);
    reader.read();
    Kind kind = wordKind();
    tokens.add(
        new Token(
            kind,
            source.substring(position, reader.end()),
            position,
            reader.end(),
            reader.parts(),
            reader.open()));
    position = reader.end();
    if (kind == Kind.COMMAND) {
      commandExpected = false;
    }
    targetExpected = false;
  }

  private Kind wordKind() {
    if (targetExpected) {
      return Kind.TARGET;
    }
    if (!commandExpected) {
      return Kind.ARGUMENT;
    }
    int equals = source.indexOf('=', position);
    return equals > position && Names.isName(source.substring(position, equals))
        ? Kind.ASSIGNMENT
        : Kind.COMMAND;
  }

  private void startCommand() {
    commandExpected = true;
    targetExpected = false;
  }

  private void add(Kind kind, int length) {
    int end = position + length;
    tokens.add(
        new Token(kind, source.substring(position, end), position, end, List.of(), (char) 0));
    position = end;
  }
}
