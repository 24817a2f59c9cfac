// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads points in time: a day, a time of day of the user's zone, one with its zone, or how long
 * ago.
 */
final class TimeConverter implements ITypeConverter<TimeConverter.Time> {

  /** A point in time that depends on where and when it is asked for. */
  interface Time {
    Instant start(Instant now, ZoneId zone);

    /** Returns the end of it: of a day, the start of the next. */
    default Instant end(Instant now, ZoneId zone) {
      return start(now, zone);
    }
  }

  private record Day(LocalDate date) implements Time {
    @Override
    public Instant start(Instant now, ZoneId zone) {
      return date.atStartOfDay(zone).toInstant();
    }

    @Override
    public Instant end(Instant now, ZoneId zone) {
      return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dhm])");

  @Override
  public Time convert(String value) {
    String text = value.strip();
    return ago(text)
        .or(() -> parsed(() -> new Day(LocalDate.parse(text))))
        .or(
            () ->
                parsed(
                    () -> {
                      var time = LocalDateTime.parse(text);
                      return (now, zone) -> time.atZone(zone).toInstant();
                    }))
        .or(
            () ->
                parsed(
                    () -> {
                      var time = Instant.parse(text);
                      return (now, zone) -> time;
                    }))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + value
                        + "' is no time such as 2026-11-27, 2026-11-27T08:15, 2026-11-27T07:15:00Z"
                        + " or 7d"));
  }

  private static Optional<Time> ago(String text) {
    Matcher matcher = AGO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration ago =
        switch (matcher.group(2)) {
          case "d" -> Duration.ofDays(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofMinutes(count);
        };
    return Optional.of((now, zone) -> now.minus(ago));
  }

  private static Optional<Time> parsed(Supplier<Time> parser) {
    try {
      return Optional.of(parser.get());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
