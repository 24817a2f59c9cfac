// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

/**
 * A piece of a line.
 *
 * @param kind what it is
 * @param text its contents, without quotes or slashes
 */
record Token(Kind kind, String text) {

  /** What a piece is. */
  enum Kind {
    WORD,
    STRING,
    REGEX
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Returns it as it stands in a tape. */
  String written() {
    return switch (kind) {
      case WORD -> text;
      case REGEX -> "/" + text.replace("/", "\\/") + "/";
      case STRING -> quoted();
    };
  }

  private String quoted() {
    char quote = text.indexOf('"') < 0 ? '"' : text.indexOf('\'') < 0 ? '\'' : '`';
    return quote + text + quote;
  }
}
