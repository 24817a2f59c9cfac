// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

/** How a piece of text is set off on a terminal that has colors. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  WARNING("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String apply(String text, boolean colors) {
    return colors && !code.isEmpty() && !text.isEmpty()
        ? "\u001B[" + code + "m" + text + "\u001B[0m"
        : text;
  }
}
