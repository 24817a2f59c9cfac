// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a figure is counted in, and how a user writes one. */
public enum Unit {
  /** A duration. */
  NANOSECONDS(
      "ns",
      "a duration such as 500us, 20ms or 1s",
      Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9)),
  /** An amount of memory. */
  BYTES(
      "bytes",
      "an amount such as 512KiB or 1MiB",
      Map.of(
          "b",
          1.0,
          "kib",
          1024.0,
          "mib",
          1048576.0,
          "gib",
          1073741824.0,
          "kb",
          1e3,
          "mb",
          1e6,
          "gb",
          1e9)),
  /** A fraction from 0 on. */
  SHARE("share", "a percentage such as 0.1%", Map.of("%", 0.01)),
  /** So many a second. */
  PER_SECOND("1/s", "a number a second such as 50 or 50/s", Map.of("", 1.0, "/s", 1.0)),
  /** A number of things. */
  COUNT("count", "a number", Map.of("", 1.0)),
  /** Points of a score from 0 to 100. */
  POINTS("points", "a score from 0 to 100", Map.of("", 1.0));

  private static final Pattern VALUE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(\\D*)");

  private final String label;
  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // of Map.of
  private final Map<String, Double> factors;

  Unit(String label, String example, Map<String, Double> factors) {
    this.label = label;
    this.example = example;
    this.factors = factors;
  }

  /** Returns the name as it stands in suite.json. */
  public String label() {
    return label;
  }

  /** Returns what a user may write. */
  public String example() {
    return example;
  }

  /** Reads what a user wrote; empty where it is no such thing. */
  public Optional<Double> parse(String text) {
    var matcher = VALUE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(factors.get(matcher.group(2).toLowerCase(Locale.ROOT)))
        .map(factor -> factor * Double.parseDouble(matcher.group(1)));
  }
}
