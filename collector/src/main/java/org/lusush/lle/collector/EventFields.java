// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;
import org.lusush.lle.analyzer.model.Printable;

/** Reads fields of events that may be of another version, and texts that may be of anybody. */
final class EventFields {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private EventFields() {}

  /** Returns a text, safe to show and short; empty where there is no such field. */
  static String text(RecordedEvent event, String field) {
    return event.hasField(field) && event.getValue(field) instanceof String text
        ? Printable.of(text)
        : "";
  }

  static long number(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getLong(field) : 0;
  }

  static double figure(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getDouble(field) : 0;
  }

  static long nanos(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getDuration(field).toNanos() : 0;
  }

  /** Returns a point in time since the epoch, in whole milliseconds; 0 where it is not known. */
  static long instantNanos(RecordedEvent event, String field) {
    long millis = event.hasField(field) ? event.getInstant(field).toEpochMilli() : 0;
    return millis > 0 ? millis * NANOS_PER_MILLI : 0;
  }

  /** Returns when an event was, in whole milliseconds: the clock that stamps it is no better. */
  static long time(RecordedEvent event) {
    Instant at = event.getStartTime();
    return at.toEpochMilli() * NANOS_PER_MILLI;
  }
}
