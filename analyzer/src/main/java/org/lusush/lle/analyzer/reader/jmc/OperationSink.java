// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.Operation}. */
final class OperationSink implements IEventSink {

  private final Work work;
  private final Field thread;
  private final Field startTime;
  private final Field duration;
  private final Field operation;
  private final Field name;
  private final Field result;
  private final Field keystrokeId;
  private final Field selfTime;

  OperationSink(Work work, List<ValueField> fields) {
    this.work = work;
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
    work.operation(
        work.kind(operation.text(values), name.text(values), result.text(values)),
        SlowWork.idOf(thread.object(values)),
        keystrokeId.number(values),
        startTime.epochNanos(values),
        nanos,
        selfTime.exists() ? Math.max(0, selfTime.nanos(values)) : nanos);
  }
}
