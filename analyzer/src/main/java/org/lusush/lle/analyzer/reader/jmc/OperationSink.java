// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.Operation}. */
final class OperationSink implements IEventSink {

  private final OperationAggregate aggregate;
  private final LargestOperations largest;
  private final SlowWork slow;
  private final CourseAggregate course;
  private final OperationNesting nesting;
  private final Field thread;
  private final Field startTime;
  private final Field duration;
  private final Field operation;
  private final Field name;
  private final Field result;
  private final Field keystrokeId;
  private final Field selfTime;

  OperationSink(
      OperationAggregate aggregate,
      LargestOperations largest,
      SlowWork slow,
      CourseAggregate course,
      OperationNesting nesting,
      List<ValueField> fields) {
    this.aggregate = aggregate;
    this.largest = largest;
    this.slow = slow;
    this.course = course;
    this.nesting = nesting;
    thread = Field.of(fields, Common.EVENT_THREAD);
    startTime = Field.of(fields, Common.START_TIME);
    duration = Field.of(fields, Common.DURATION);
    operation = Field.of(fields, Operation.OPERATION);
    name = Field.of(fields, Operation.NAME);
    result = Field.of(fields, Operation.RESULT);
    keystrokeId = Field.of(fields, Operation.KEYSTROKE_ID);
    selfTime = Field.of(fields, Operation.SELF_TIME);
  }

  @Override
  public void addEvent(Object[] values) {
    long nanos = duration.nanos(values);
    long self = selfTime.exists() ? Math.max(0, selfTime.nanos(values)) : nanos;
    String type = operation.text(values);
    String title = name.text(values);
    aggregate.add(type, title, nanos, self, Result.isFailure(result.text(values)));
    long start = startTime.epochNanos(values);
    largest.add(keystrokeId.number(values), start, type, title, self);
    long threadId = SlowWork.idOf(thread.object(values));
    course.operation(type, start, nanos);
    nesting.operation(threadId, type, title, start, nanos, self);
    slow.operation(type, threadId, keystrokeId.number(values), title, start, nanos);
  }
}
