// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as a tape has them: {@code 500ms}, {@code 2s}, {@code 1m}, or seconds without a unit. */
final class Times {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m)?");

  private Times() {}

  static Optional<Duration> parse(String text) {
    var matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
    long nanos = unit.equals("ms") ? 1_000_000 : unit.equals("s") ? 1_000_000_000 : 60_000_000_000L;
    return Optional.of(
        Duration.ofNanos(
            new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanos)).longValue()));
  }

  static String written(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
