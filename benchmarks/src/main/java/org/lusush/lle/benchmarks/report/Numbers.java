// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as they stand in tables; a dash where there is none. */
final class Numbers {

  private static final String NONE = "–";

  private Numbers() {}

  /** Returns a number by one decimal from 10 on, else by two. */
  static String rounded(double number) {
    if (!Double.isFinite(number)) {
      return NONE;
    }
    return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.2f" : "%.1f", number);
  }

  /** Returns a number with its unit, if it has one. */
  static String rounded(double number, String unit) {
    var rounded = rounded(number);
    return unit.isEmpty() || rounded.equals(NONE) ? rounded : rounded + " " + unit;
  }

  /** Returns a number that was written by hand. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
