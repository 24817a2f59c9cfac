// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.Exceeded;
import org.lusush.lle.events.schema.EventSchema.ThresholdExceeded;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.ThresholdExceeded}. */
final class ExceededSink implements IEventSink {

  private static final String CRITICAL = "critical";

  /** The thresholds exceeded by one type of operation in one chunk. */
  private static final class Tally {
    private long warnings;
    private long criticals;
    private long longestNanos;

    Exceeded toExceeded(String operation) {
      return new Exceeded(operation, warnings, criticals, longestNanos);
    }
  }

  /** Adds up the thresholds exceeded in one chunk. Not thread-safe. */
  static final class Aggregate {
    private final Counter<Tally> tallies = new Counter<>(Exceeded.MAX_TYPES, Tally::new);

    List<Exceeded> toExceeded() {
      return tallies
          .entries()
          .map(entry -> entry.value().toExceeded(entry.name()))
          .sorted(Exceeded.WORST_FIRST) // Java versions differ in the order that events come in
          .toList();
    }
  }

  private final Aggregate aggregate;
  private final Field operation;
  private final Field level;
  private final Field took;

  ExceededSink(Aggregate aggregate, List<ValueField> fields) {
    this.aggregate = aggregate;
    operation = Field.of(fields, ThresholdExceeded.OPERATION);
    level = Field.of(fields, ThresholdExceeded.LEVEL);
    took = Field.of(fields, ThresholdExceeded.TOOK);
  }

  @Override
  public void addEvent(Object[] values) {
    Tally tally = aggregate.tallies.get(operation.text(values));
    if (level.text(values).equals(CRITICAL)) {
      tally.criticals++;
    } else {
      tally.warnings++;
    }
    tally.longestNanos = Math.max(tally.longestNanos, took.nanos(values));
  }
}
