// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.TimedMethods;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Sinks of the rare events that say how a recording came about. Not thread-safe. */
final class FactSinks {

  private static final int LIMIT = 200;

  private final StatisticsSink.Aggregate statistics = new StatisticsSink.Aggregate();
  private final Set<Facts.Setting> settings = new HashSet<>();
  private final Set<String> recordings = new HashSet<>();
  private Optional<Jvm> jvm = Optional.empty();
  private long jvmStartNanos;
  private Optional<SessionSpan> session = Optional.empty();
  private Garbage garbage = Garbage.NONE;
  private long lostBytes;
  private long processors;

  IEventSink statistics(List<ValueField> fields) {
    return new StatisticsSink(statistics, fields);
  }

  IEventSink session(List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field shell = Field.of(fields, EventSchema.Session.SHELL);
    Field editor = Field.of(fields, EventSchema.Session.EDITOR);
    Field terminal = Field.of(fields, EventSchema.Session.TERMINAL);
    Field recorder = Field.of(fields, EventSchema.Session.RECORDER);
    Field schemaVersion = Field.of(fields, EventSchema.Session.SCHEMA_VERSION);
    Field started = Field.of(fields, EventSchema.Session.STARTED);
    Field lines = Field.of(fields, EventSchema.Session.LINES);
    Field keystrokes = Field.of(fields, EventSchema.Session.KEYSTROKES);
    Field dropped = Field.of(fields, EventSchema.Session.DROPPED);
    return values -> {
      long startedNanos = started.epochNanos(values);
      var read =
          new Session(
              Printable.of(shell.text(values)),
              Printable.of(editor.text(values)),
              Printable.of(terminal.text(values)),
              Printable.of(recorder.text(values)),
              schemaVersion.number(values),
              startedNanos > 0 ? Optional.of(Times.instant(startedNanos)) : Optional.empty(),
              lines.number(values),
              keystrokes.number(values),
              dropped.number(values));
      var span = SessionSpan.of(startTime.epochNanos(values), read);
      session = Optional.of(session.map(earlier -> earlier.plus(span)).orElse(span));
    };
  }

  /** Takes settings: those of the editor's events are kept, the others are for the causes. */
  IEventSink setting(List<ValueField> fields, CauseSinks causes) {
    Field type = Field.of(fields, "id");
    Field name = Field.of(fields, "name");
    Field value = Field.of(fields, "value");
    return values -> {
      String id = type.eventType(values).orElse("");
      if (!id.startsWith(EditorExtension.PREFIX)) {
        causes.setting(id, name.text(values), value.text(values));
      } else if (settings.size() < LIMIT) {
        settings.add(new Facts.Setting(id, name.text(values), Printable.of(value.text(values))));
      }
    };
  }

  IEventSink jvm(List<ValueField> fields) {
    Field version = Field.of(fields, "jvmVersion");
    Field pid = Field.of(fields, "pid");
    Field start = Field.of(fields, "jvmStartTime");
    return values -> {
      jvm = Optional.of(new Jvm(Printable.of(version.text(values)), pid.number(values)));
      jvmStartNanos = start.epochNanos(values);
    };
  }

  IEventSink processors(List<ValueField> fields) {
    Field threads = Field.of(fields, "hwThreads");
    return values -> processors = Math.max(processors, threads.number(values));
  }

  IEventSink recording(List<ValueField> fields) {
    Field name = Field.of(fields, "name");
    return values -> {
      if (recordings.size() < LIMIT) {
        recordings.add(Printable.of(name.text(values)));
      }
    };
  }

  IEventSink dataLoss(List<ValueField> fields) {
    Field amount = Field.of(fields, "amount");
    return values -> lostBytes = Sums.add(lostBytes, Math.max(0, amount.bytes(values)));
  }

  IEventSink garbage(List<ValueField> fields) {
    Field pauses = Field.of(fields, "sumOfPauses");
    return values ->
        garbage =
            new Garbage(
                garbage.collections() + 1,
                Sums.add(garbage.pauseNanos(), Math.max(0, pauses.nanos(values))));
  }

  Garbage garbage() {
    return garbage;
  }

  /** Returns methods that were timed as those of the JVM that this is about. */
  Optional<TimedMethods> ofJvm(TimedMethodSinks timed) {
    return timed.toMethods(jvm.map(Jvm::pid).orElse(0L), jvmStartNanos);
  }

  Facts toFacts(long editorEvents, boolean declaresEditor) {
    return new Facts(
        jvm,
        session,
        recordings,
        statistics.toSpans(),
        settings,
        lostBytes,
        editorEvents,
        declaresEditor,
        processors);
  }
}
