// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 500us}, {@code 1.5 ms} or {@code 1s}. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ns|us|µs|μs|ms|s|min)");

  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "min", 60_000_000_000L);

  @Override
  public Duration convert(String value) {
    Matcher matcher = DURATION.matcher(value.strip());
    long unit = matcher.matches() ? NANOS.getOrDefault(matcher.group(2), 0L) : 0;
    BigDecimal nanos =
        unit == 0
            ? BigDecimal.ZERO
            : new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    if (nanos.signum() <= 0 || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new TypeConversionException(
          "'" + value + "' is not a duration over 0 such as 500us, 20ms or 1s");
    }
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValue());
  }
}
