// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.syntax.Lexer;
import org.lusush.lle.examples.shell.syntax.Part;
import org.lusush.lle.examples.shell.syntax.Token;
import org.lusush.lle.examples.shell.syntax.Token.Kind;

/**
 * Where in a line a completion was asked for.
 *
 * @param kind the role of the word under the cursor
 * @param raw that word up to the cursor, as written
 * @param before the words of the same command that stand before it, its name first
 * @param variable the variable that is being written, or null
 */
record CompletionPoint(Kind kind, String raw, List<Token> before, @Nullable Part variable) {
  private static final String PROBE = "x";

  CompletionPoint {
    before = List.copyOf(before);
  }

  static CompletionPoint of(String line, int cursor) {
    // With one more letter there is a word at the cursor in any case, and the lexer knows its role.
    String text = line.substring(0, cursor);
    List<Token> tokens = Lexer.lex(text + PROBE);
    Token current = tokens.get(tokens.size() - 1);
    if (!current.isWord()) {
      return new CompletionPoint(current.kind(), "", List.of(), null);
    }
    String raw = text.substring(current.start());
    Part last = current.parts().get(current.parts().size() - 1);
    boolean inVariable = last.kind().isVariable() && last.end() == text.length() + 1;
    return new CompletionPoint(
        current.kind(),
        raw,
        wordsBefore(tokens),
        inVariable ? relative(last, current.start()) : null);
  }

  private static Part relative(Part part, int start) {
    String name = part.text().substring(0, part.text().length() - PROBE.length());
    return new Part(part.kind(), name, part.start() - start, part.end() - start - PROBE.length());
  }

  private static List<Token> wordsBefore(List<Token> tokens) {
    List<Token> words = new ArrayList<>();
    for (int i = tokens.size() - 2; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.OPERATOR
          || token.kind() == Kind.NEWLINE
          || token.kind() == Kind.UNSUPPORTED) {
        break;
      }
      if (token.kind() == Kind.COMMAND || token.kind() == Kind.ARGUMENT) {
        words.add(token);
      }
    }
    Collections.reverse(words);
    return words;
  }

  /** Returns the name of the command that the word belongs to; empty when it is the name itself. */
  String command() {
    String name = before.isEmpty() ? null : before.get(0).literal();
    return name == null ? "" : name;
  }
}
