// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as settings of event types write them, such as {@code 20 ms}. */
public final class Durations {

  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,18})\\s*(ns|us|ms|s|m|h|d)", Pattern.CASE_INSENSITIVE);

  private static final List<String> UNITS = List.of("s", "ms", "us");

  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private Durations() {}

  /** Returns a duration in the largest unit that divides it, such as {@code 20 ms}. */
  public static String text(long nanos) {
    for (String unit : UNITS) {
      long size = NANOS.getOrDefault(unit, 1L);
      if (nanos % size == 0) {
        return nanos / size + " " + unit;
      }
    }
    return nanos + " ns";
  }

  /** Returns the nanoseconds, or nothing when the text is no duration. */
  public static OptionalLong nanos(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    Long unit = NANOS.get(matcher.group(2).toLowerCase(Locale.ROOT));
    return unit == null
        ? OptionalLong.empty()
        : OptionalLong.of((long) Math.min(9e18, Long.parseLong(matcher.group(1)) * (double) unit));
  }
}
