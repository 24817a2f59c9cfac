// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Locale;

/**
 * Figures as people read them: three significant digits and a unit. {@link Locale#US} has the signs
 * of {@link Locale#ROOT}, and the JDK's formatter knows them without loading any.
 */
public final class Units {

  private static final String[] DURATIONS = {"ns", "µs", "ms", "s"};
  private static final String[] AMOUNTS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  private static final double MINUTE_NANOS = 60e9;

  private Units() {}

  /** Returns a duration such as {@code 1.23 ms} or {@code 5 min 12 s}. */
  public static String duration(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    if (nanos >= MINUTE_NANOS) {
      return longDuration(Math.round(nanos / 1e9));
    }
    return scaled((double) nanos, 1_000, DURATIONS);
  }

  private static String longDuration(long seconds) {
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min " + seconds % 60 + " s";
    }
    long hours = minutes / 60;
    return hours < 48
        ? hours + " h " + minutes % 60 + " min"
        : hours / 24 + " d " + hours % 24 + " h";
  }

  /** Returns an amount of memory such as {@code 1.50 MiB}. */
  public static String bytes(long bytes) {
    return bytes < 1_024 ? bytes + " bytes" : scaled((double) bytes, 1_024, AMOUNTS);
  }

  public static String count(long count) {
    return String.format(Locale.US, "%,d", count);
  }

  /** Returns a count with its noun, which takes an s where there is not one of it. */
  public static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns a fraction as a percentage that never rounds to none or to all. */
  public static String percent(double fraction) {
    double percent = fraction * 100;
    if (percent <= 0 || percent == 100) {
      return percent <= 0 ? "0 %" : "100 %";
    }
    if (percent < 0.01) {
      return "<0.01 %";
    }
    if (percent > 99.99 && percent < 100) {
      return ">99.9 %";
    }
    int digits = percent < 1 ? 2 : 1;
    double rounded = percent > 99 ? Math.min(percent, 99.9) : percent;
    return String.format(Locale.US, "%." + digits + "f %%", rounded);
  }

  private static String scaled(double value, double step, String[] units) {
    double scaled = value;
    int unit = 0;
    while (scaled >= 999.5 && unit < units.length - 1) {
      scaled /= step;
      unit++;
    }
    int digits = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    return String.format(Locale.US, "%." + digits + "f %s", scaled, units[unit]);
  }
}
