// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** The values of a rare event by the names of its fields. Valid until the sink returns. */
final class Row {

  private final Map<String, Field> fields;
  private final Object[] values;

  private Row(Map<String, Field> fields, Object[] values) {
    this.fields = fields;
    this.values = values;
  }

  /** Makes rows of one event type. */
  static final class Shape {
    private final Map<String, Field> fields = new HashMap<>();

    Shape(List<ValueField> declared) {
      for (ValueField field : declared) {
        String name = field.getIdentifier();
        fields.put(name, Field.of(declared, name));
      }
    }

    Row of(Object[] values) {
      return new Row(fields, values);
    }
  }

  long startNanos() {
    return field(Common.START_TIME).epochNanos(values);
  }

  String text(String name) {
    return Printable.of(field(name).text(values));
  }

  long number(String name) {
    return field(name).number(values);
  }

  long nanos(String name) {
    return field(name).nanos(values);
  }

  long bytes(String name) {
    return field(name).bytes(values);
  }

  double fraction(String name) {
    return field(name).fractionIfAny(values).orElse(0);
  }

  /** Returns a number of any dimension, or 0 where it is not finite. */
  double figure(String name) {
    return field(name).figureIfAny(values).orElse(0);
  }

  boolean flag(String name) {
    return field(name).flag(values);
  }

  private Field field(String name) {
    return fields.getOrDefault(name, Field.NONE);
  }
}
