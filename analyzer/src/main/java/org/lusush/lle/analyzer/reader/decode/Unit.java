// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/** What a number counts, as far as it has to be converted. */
enum Unit {
  NONE,
  TICKS,
  SECONDS,
  MILLISECONDS,
  NANOSECONDS,
  TICKS_SINCE_START,
  SECONDS_SINCE_EPOCH,
  MILLISECONDS_SINCE_EPOCH,
  NANOSECONDS_SINCE_EPOCH;

  private static final String TIMESPAN = "jdk.jfr.Timespan";
  private static final String TIMESTAMP = "jdk.jfr.Timestamp";

  /** Returns what an annotation of a field says. */
  static Unit of(String annotation, String value) {
    if (annotation.equals(TIMESPAN)) {
      return switch (value) {
        case "TICKS" -> TICKS;
        case "SECONDS" -> SECONDS;
        case "MILLISECONDS" -> MILLISECONDS;
        case "NANOSECONDS" -> NANOSECONDS;
        default -> NONE;
      };
    }
    if (annotation.equals(TIMESTAMP)) {
      return switch (value) {
        case "TICKS" -> TICKS_SINCE_START;
        case "SECONDS_SINCE_EPOCH" -> SECONDS_SINCE_EPOCH;
        case "MILLISECONDS_SINCE_EPOCH" -> MILLISECONDS_SINCE_EPOCH;
        case "NANOSECONDS_SINCE_EPOCH" -> NANOSECONDS_SINCE_EPOCH;
        default -> NONE;
      };
    }
    return NONE;
  }

  /** Returns the nanoseconds in one of these that is no ticks. */
  long nanos() {
    return switch (this) {
      case SECONDS, SECONDS_SINCE_EPOCH -> 1_000_000_000;
      case MILLISECONDS, MILLISECONDS_SINCE_EPOCH -> 1_000_000;
      default -> 1;
    };
  }
}
