// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Constants;
import org.lusush.lle.analyzer.reader.decode.Kind;
import org.lusush.lle.analyzer.reader.decode.Row;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.Taker;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;

/** Hands decoded events to a sink that was made for JMC's parser, in the form that it knows. */
final class SinkTaker extends Taker {

  /** Turns what is in a slot into what the sink knows. */
  @FunctionalInterface
  private interface Value {
    @Nullable Object of(Row row) throws IOException;
  }

  private record Column(int index, Value value) {}

  private final IEventSink sink;
  private final @Nullable Object[] values;
  private final List<Column> columns = new ArrayList<>();

  /** Fields must have been asked for before. */
  SinkTaker(IEventSink sink, Shape shape, References references, Constants constants)
      throws UnknownStructureException {
    this.sink = sink;
    int count = shape.fieldNames().size();
    values = new Object[count];
    for (int i = 0; i < count; i++) {
      if (shape.isUsed(i)) {
        columns.add(new Column(i, value(shape, i, references, constants)));
      }
    }
  }

  private static Value value(Shape shape, int slot, References references, Constants constants)
      throws UnknownStructureException {
    Kind kind = shape.kind(slot);
    if (kind == Kind.NUMBER && isEventType(shape, slot)) {
      return row -> constants.eventName(row.number(slot));
    }
    return switch (kind) {
      case NUMBER -> row -> row.number(slot);
      case REAL -> row -> row.real(slot);
      case FLAG -> row -> row.flag(slot);
      case TEXT -> row -> row.textIfAny(slot);
      case REFERENCE -> references.slot(shape, slot)::objectIfAny;
      case ARRAY, OTHER -> row -> null;
    };
  }

  /** Returns whether a field holds the number of an event type. */
  private static boolean isEventType(Shape shape, int slot) {
    return shape.name().equals("jdk.ActiveSetting") && shape.fieldNames().get(slot).equals("id");
  }

  @Override
  public void take(Row row) throws IOException {
    for (Column column : columns) {
      values[column.index] = column.value.of(row);
    }
    addTo(sink, values);
  }

  @SuppressWarnings("NullAway") // sinks expect that values can be absent
  private static void addTo(IEventSink sink, @Nullable Object[] values) {
    sink.addEvent(values);
  }
}
