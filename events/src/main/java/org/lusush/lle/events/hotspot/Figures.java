// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import java.util.Locale;

/** Figures as they stand in evidence: three significant digits and a unit. */
final class Figures {

  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.US, "%,d", count);
  }

  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String duration(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    double scaled = nanos;
    int unit = 0;
    while (scaled >= 999.5 && unit < UNITS.length - 1) {
      scaled /= 1_000;
      unit++;
    }
    int digits = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    return String.format(Locale.US, "%." + digits + "f %s", scaled, UNITS[unit]);
  }
}
