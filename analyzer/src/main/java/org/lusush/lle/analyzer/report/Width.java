// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

/** How many columns of a terminal a text takes. */
final class Width {

  private Width() {}

  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  /** Returns the text, cut to so many columns with an ellipsis where it is longer. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    var result = new StringBuilder();
    int used = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      used += of(codePoint);
      if (used > columns) {
        break;
      }
      result.appendCodePoint(codePoint);
    }
    return result.append('…').toString();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100
        && (codePoint <= 0x115F
            || isIn(codePoint, 0x2E80, 0xA4CF)
            || isIn(codePoint, 0xAC00, 0xD7A3)
            || isIn(codePoint, 0xF900, 0xFAFF)
            || isIn(codePoint, 0xFE30, 0xFE6F)
            || isIn(codePoint, 0xFF00, 0xFF60)
            || isIn(codePoint, 0xFFE0, 0xFFE6)
            || isIn(codePoint, 0x1F300, 0x1FAFF)
            || isIn(codePoint, 0x20000, 0x3FFFD));
  }

  private static boolean isIn(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
