// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static org.lusush.lle.collector.EventFields.figure;
import static org.lusush.lle.collector.EventFields.instantNanos;
import static org.lusush.lle.collector.EventFields.nanos;
import static org.lusush.lle.collector.EventFields.number;
import static org.lusush.lle.collector.EventFields.text;
import static org.lusush.lle.collector.EventFields.time;

import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import org.lusush.lle.events.schema.EventSchema.PoolLeak;
import org.lusush.lle.events.schema.EventSchema.ResourcePressure;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.lusush.lle.events.schema.EventSchema.TargetStatus;
import org.lusush.lle.events.schema.EventSchema.ThresholdExceeded;
import org.lusush.lle.events.schema.EventSchema.Throttle;
import org.lusush.lle.events.schema.EventSchema.TuningDecision;
import org.lusush.lle.history.Moment;
import org.lusush.lle.history.RecordWriter;

/**
 * Puts events that are worth a record of their own into a history. No more than a few a minute:
 * thresholds are counted in the intervals, too, and a shell that is slow all day says so there.
 */
final class MomentRecords {

  private static final int MOST_A_MINUTE = 20;
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final List<String> TUNING_TEXTS =
      List.of(
          TuningDecision.TUNER,
          TuningDecision.SUBJECT,
          TuningDecision.PARAMETER,
          TuningDecision.REASON,
          TuningDecision.METRIC,
          TuningDecision.OUTCOME);
  private static final List<String> TUNING_FIGURES =
      List.of(
          TuningDecision.FROM,
          TuningDecision.TO,
          TuningDecision.BEFORE,
          TuningDecision.PREDICTED,
          TuningDecision.OBSERVED);

  private final RecordWriter record;
  private final Consumer<RecordWriter> offer;
  private long minute;
  private int inMinute;

  MomentRecords(RecordWriter record, Consumer<RecordWriter> offer) {
    this.record = record;
    this.offer = offer;
  }

  void threshold(RecordedEvent event) {
    if (begin(event, Moment.THRESHOLD)) {
      texts(event, List.of(ThresholdExceeded.OPERATION, ThresholdExceeded.NAME));
      record.field(ThresholdExceeded.TOOK, nanos(event, ThresholdExceeded.TOOK));
      record.field(ThresholdExceeded.LIMIT, nanos(event, ThresholdExceeded.LIMIT));
      offer.accept(record);
    }
  }

  void tuning(RecordedEvent event) {
    if (begin(event, Moment.TUNING)) {
      record.field(TuningDecision.DECISION_ID, number(event, TuningDecision.DECISION_ID));
      texts(event, TUNING_TEXTS);
      TUNING_FIGURES.forEach(field -> record.field(field, figure(event, field)));
      offer.accept(record);
    }
  }

  void pressure(RecordedEvent event) {
    if (begin(event, Moment.PRESSURE)) {
      texts(
          event,
          List.of(
              ResourcePressure.RESOURCE, ResourcePressure.FROM_LEVEL, ResourcePressure.TO_LEVEL));
      record.field(ResourcePressure.VALUE, figure(event, ResourcePressure.VALUE));
      offer.accept(record);
    }
  }

  void throttle(RecordedEvent event) {
    if (begin(event, Moment.THROTTLE)) {
      texts(event, List.of(Throttle.ACTION, Throttle.FROM, Throttle.TO, Throttle.REASON));
      offer.accept(record);
    }
  }

  void leak(RecordedEvent event) {
    if (begin(event, Moment.LEAK)) {
      texts(event, List.of(PoolLeak.POOL, PoolLeak.KIND));
      record.field(PoolLeak.SIZE, number(event, PoolLeak.SIZE));
      offer.accept(record);
    }
  }

  void target(RecordedEvent event, String before) {
    if (begin(event, Moment.TARGET)) {
      texts(event, List.of(TargetStatus.TARGET, TargetStatus.STATUS));
      record.field("before", before);
      record.field(TargetStatus.VALUE, figure(event, TargetStatus.VALUE));
      record.field(TargetStatus.LIMIT, figure(event, TargetStatus.LIMIT));
      offer.accept(record);
    }
  }

  void session(RecordedEvent event) {
    record.beginMoment(time(event), Moment.SESSION); // seldom, and never too many
    texts(event, List.of(Session.SHELL, Session.EDITOR, Session.RECORDER, Session.TERMINAL));
    for (String field :
        List.of(Session.LINES, Session.KEYSTROKES, Session.DROPPED, Session.FAILURES)) {
      record.field(field, number(event, field));
    }
    long started = instantNanos(event, Session.STARTED);
    if (started > 0) {
      record.field(Session.STARTED, started);
    }
    offer.accept(record);
  }

  void machine(RecordedEvent event, long processors) {
    record.beginMoment(time(event), Moment.MACHINE); // once
    record.field(Moment.PROCESSORS, processors);
    offer.accept(record);
  }

  private boolean begin(RecordedEvent event, String type) {
    long at = time(event);
    if (at / NANOS_PER_MINUTE != minute) {
      minute = at / NANOS_PER_MINUTE;
      inMinute = 0;
    }
    if (++inMinute > MOST_A_MINUTE) {
      return false;
    }
    record.beginMoment(at, type);
    return true;
  }

  private void texts(RecordedEvent event, List<String> fields) {
    fields.forEach(field -> record.field(field, text(event, field)));
  }
}
