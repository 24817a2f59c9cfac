// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

/** Text for terminals that show ASCII only; no column moves. */
final class Ascii {

  private Ascii() {}

  static String of(CharSequence text) {
    var result = new StringBuilder(text.length());
    text.codePoints().map(Ascii::nearest).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static int nearest(int codePoint) {
    return switch (codePoint) {
      case 'µ' -> 'u';
      case '…' -> '~';
      case '█', '▌' -> '#';
      case '·' -> '-';
      default -> codePoint < 0x80 ? codePoint : '?';
    };
  }
}
