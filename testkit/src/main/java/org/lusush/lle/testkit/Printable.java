// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

/** Text for the messages of a test: what a terminal would act upon is spelt out. */
public final class Printable {

  private static final int DELETE = 127;

  private Printable() {}

  /** Returns a text in quotes, with its control characters as {@code \e}, {@code \r} or so. */
  public static String of(String text) {
    var printable = new StringBuilder("\"");
    text.codePoints().forEach(codePoint -> append(codePoint, printable));
    return printable.append('"').toString();
  }

  private static void append(int codePoint, StringBuilder printable) {
    switch (codePoint) {
      case '\u001b' -> printable.append("\\e");
      case '\r' -> printable.append("\\r");
      case '\n' -> printable.append("\\n");
      case '\t' -> printable.append("\\t");
      default -> {
        if (codePoint < ' ' || codePoint == DELETE) {
          printable.append(String.format("\\x%02x", codePoint));
        } else {
          printable.appendCodePoint(codePoint);
        }
      }
    }
  }
}
