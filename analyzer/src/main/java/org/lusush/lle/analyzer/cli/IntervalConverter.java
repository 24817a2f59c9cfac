// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often figures come: Flight Recorder hands over what it has once a second. */
final class IntervalConverter implements ITypeConverter<Duration> {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  public Duration convert(String value) {
    Duration interval = new DurationConverter().convert(value);
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("'" + value + "' is not from 1s to 1min");
    }
    return interval;
  }
}
