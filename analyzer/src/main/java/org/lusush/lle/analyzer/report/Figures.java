// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures whose dimension only their name tells, as events of tuning and of targets have them. */
public final class Figures {

  private enum Dimension {
    SHARE,
    NANOS,
    BYTES,
    RATE
  }

  /** The first word that a name contains decides. */
  private static final List<Map.Entry<String, Dimension>> WORDS =
      List.of(
          Map.entry("throughput", Dimension.RATE),
          Map.entry("hit", Dimension.SHARE),
          Map.entry("rate", Dimension.SHARE),
          Map.entry("share", Dimension.SHARE),
          Map.entry("precision", Dimension.SHARE),
          Map.entry("allocation", Dimension.SHARE),
          Map.entry("cpu", Dimension.SHARE),
          Map.entry("response", Dimension.NANOS),
          Map.entry("keystroke", Dimension.NANOS),
          Map.entry("latency", Dimension.NANOS),
          Map.entry("time", Dimension.NANOS),
          Map.entry("memory", Dimension.BYTES),
          Map.entry("bytes", Dimension.BYTES));

  private Figures() {}

  /** Returns a figure as people read what has this name. */
  public static String text(String name, double value) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (var word : WORDS) {
      if (lower.contains(word.getKey())) {
        return text(word.getValue(), value);
      }
    }
    return plain(value);
  }

  private static String text(Dimension dimension, double value) {
    return switch (dimension) {
      case SHARE -> Units.percent(value);
      case NANOS -> Units.duration(Math.round(value));
      case BYTES -> Units.bytes(Math.round(value));
      case RATE -> plain(value) + " /s";
    };
  }

  /** Returns a whole number as one, another with three significant digits. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Units.count((long) value);
    }
    return String.format(Locale.US, Math.abs(value) < 1 ? "%.3f" : "%,.1f", value);
  }
}
