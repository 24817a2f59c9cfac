// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a command line with its place and its role.
 *
 * @param text the source between the offsets
 * @param parts what a word is made of; empty for every other kind
 * @param open the mark that still waits for its partner, or 0 when the token is complete
 */
public record Token(Kind kind, String text, int start, int end, List<Part> parts, char open) {

  /** The role of a token. */
  public enum Kind {
    COMMAND,
    ARGUMENT,
    ASSIGNMENT,
    TARGET,
    REDIRECT,
    OPERATOR,
    NEWLINE,
    COMMENT,
    UNSUPPORTED;

    public boolean isWord() {
      return compareTo(TARGET) <= 0;
    }
  }

  public Token {
    parts = List.copyOf(parts);
  }

  public boolean isWord() {
    return kind.isWord();
  }

  public boolean isClosed() {
    return open == 0;
  }

  /** Returns the word without its quoting, or null when it holds a variable. */
  public @Nullable String literal() {
    StringBuilder literal = new StringBuilder();
    for (Part part : parts) {
      if (part.kind().isVariable()) {
        return null;
      }
      literal.append(part.text());
    }
    return literal.toString();
  }

  /** Returns whether nothing in the word is quoted, escaped or a variable. */
  public boolean isPlain() {
    return parts.stream().allMatch(part -> part.kind() == Part.Kind.PLAIN);
  }
}
