// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.Keystroke}. */
final class KeystrokeSink implements IEventSink {

  private final KeystrokeAggregate aggregate;
  private final SlowWork slow;
  private final CourseAggregate course;
  private final OperationNesting nesting;
  private final HotFrames frames;
  private final Field thread;
  private final Field startTime;
  private final Field duration;
  private final Field id;
  private final Field kind;
  private final Field widget;
  private final Field result;
  private final Field input;
  private final Field edit;
  private final Field paint;
  private final Field waited;
  private final Field cpuTime;

  KeystrokeSink(
      KeystrokeAggregate aggregate,
      SlowWork slow,
      CourseAggregate course,
      OperationNesting nesting,
      HotFrames frames,
      List<ValueField> fields) {
    this.aggregate = aggregate;
    this.slow = slow;
    this.course = course;
    this.nesting = nesting;
    this.frames = frames;
    thread = Field.of(fields, Common.EVENT_THREAD);
    startTime = Field.of(fields, Common.START_TIME);
    duration = Field.of(fields, Common.DURATION);
    id = Field.of(fields, Keystroke.KEYSTROKE_ID);
    kind = Field.of(fields, Keystroke.KIND);
    widget = Field.of(fields, Keystroke.WIDGET);
    result = Field.of(fields, Keystroke.RESULT);
    input = Field.of(fields, Keystroke.INPUT_TIME);
    edit = Field.of(fields, Keystroke.EDIT_TIME);
    paint = Field.of(fields, Keystroke.PAINT_TIME);
    waited = Field.of(fields, Keystroke.WAITED);
    cpuTime = Field.of(fields, Keystroke.CPU_TIME);
  }

  @Override
  public void addEvent(Object[] values) {
    long threadId = SlowWork.idOf(thread.object(values));
    long start = startTime.epochNanos(values);
    long nanos = duration.nanos(values);
    course.keystroke(start, nanos);
    nesting.keystroke(threadId, widget.text(values), start, nanos);
    frames.keystroke(threadId, start, nanos);
    slow.keystroke(
        threadId,
        id.number(values),
        widget.text(values),
        start,
        nanos,
        cpuTime.exists() ? cpuTime.nanos(values) : SlowWork.UNKNOWN);
    aggregate.add(
        new KeystrokeAggregate.Entry(
            id.number(values),
            start,
            nanos,
            kind.text(values),
            widget.text(values),
            Result.isFailure(result.text(values)),
            Math.max(0, input.nanos(values)),
            Math.max(0, edit.nanos(values)),
            Math.max(0, paint.nanos(values)),
            waited.exists() && !waited.flag(values)));
  }
}
