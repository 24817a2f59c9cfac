// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Replaces aliases in the places where a command's name stands. */
public final class Aliases {
  private Aliases() {}

  /** Returns the line with its aliases written out; an alias that names itself is replaced once. */
  public static String expand(String line, Map<String, String> aliases) {
    return expand(line, aliases, Set.of());
  }

  private static String expand(String line, Map<String, String> aliases, Set<String> used) {
    StringBuilder expanded = new StringBuilder();
    int copied = 0;
    for (Token token : Lexer.lex(line)) {
      String value = aliases.get(token.text());
      if (token.kind() == Token.Kind.COMMAND
          && token.isPlain()
          && value != null
          && !used.contains(token.text())) {
        Set<String> inside = new HashSet<>(used);
        inside.add(token.text());
        expanded.append(line, copied, token.start()).append(expand(value, aliases, inside));
        copied = token.end();
      }
    }
    return expanded.append(line, copied, line.length()).toString();
  }
}
