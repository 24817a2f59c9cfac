// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.Keystroke}. */
final class KeystrokeSink implements IEventSink {

  private final Work work;
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
  private final KeystrokeAggregate.Stroke stroke = new KeystrokeAggregate.Stroke();

  KeystrokeSink(Work work, List<ValueField> fields) {
    this.work = work;
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
    work.keystroke(
        work.keystrokeKind(kind.text(values), widget.text(values), result.text(values)),
        SlowWork.idOf(thread.object(values)),
        id.number(values),
        stroke.set(
            startTime.epochNanos(values),
            duration.nanos(values),
            input.nanos(values),
            edit.nanos(values),
            paint.nanos(values)),
        cpuTime.exists() ? cpuTime.nanos(values) : SlowWork.UNKNOWN,
        waited.exists() && !waited.flag(values));
  }
}
