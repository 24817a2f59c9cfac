// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

/** The spelling of variable names. */
public final class Names {
  private Names() {}

  /**
   * Returns whether a text is a variable's name: letters, digits and underscores, no digit first.
   */
  public static boolean isName(String text) {
    return !text.isEmpty() && nameEnd(text, 0) == text.length();
  }

  /** Returns whether a text names a value that the shell keeps itself, such as {@code ?}. */
  public static boolean isSpecial(String text) {
    return text.length() == 1 && "?$#0123456789".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Returns the offset after the name that begins at {@code start}; {@code start} when none does.
   */
  static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNameCharacter(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }
}
