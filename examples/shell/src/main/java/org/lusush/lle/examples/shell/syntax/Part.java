// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

/**
 * A stretch of a word that was written in one way. The parts of a word cover it without gaps, quote
 * marks included.
 *
 * @param text what it contributes: its text without quoting, or the variable's name
 * @param start offset of its first character in the line
 * @param end offset after its last character
 */
public record Part(Kind kind, String text, int start, int end) {

  /** How a part was written. */
  public enum Kind {
    PLAIN,
    ESCAPED,
    QUOTED,
    VARIABLE,
    QUOTED_VARIABLE;

    public boolean isVariable() {
      return this == VARIABLE || this == QUOTED_VARIABLE;
    }
  }
}
