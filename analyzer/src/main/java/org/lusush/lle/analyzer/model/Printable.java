// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.regex.Pattern;

/** Text from outside made safe to show: a recording can come from anybody. */
public final class Printable {

  private static final int LONGEST = 200;

  /** CSI, OSC and two-character escape sequences of a terminal. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile(
          "(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]"
              + "|(?:\u001B\\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\\\|\u009C)?"
              + "|\u001B[ -/]*[0-~]");

  private Printable() {}

  /**
   * Returns the text without escape sequences, control and formatting characters, line breaks and
   * lone surrogates, cut after 200 characters.
   */
  public static String of(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    return cut(safe(start));
  }

  /** Returns the same without cutting, for text that only quotes what comes from outside. */
  public static String safe(String text) {
    if (isPlain(text)) {
      return text;
    }
    var result = new StringBuilder();
    ESCAPE_SEQUENCE
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(Printable::isVisible)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }
}
