// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.LabeledIdentifier;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Where a field stands in the values of an event type; nowhere, when the recording comes from a
 * version that does not have it. A missing or odd value reads as 0, false or empty.
 *
 * <p>Numbers with a dimension come as quantities from JMC's parser, and as plain numbers of
 * nanoseconds, bytes, hertz or parts of 1 where events are decoded here.
 */
record Field(int index) {

  /** A field that there is not. */
  static final Field NONE = new Field(-1);

  static Field of(List<ValueField> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).getIdentifier().equals(name)) {
        if (fields instanceof DeclaredFields declared) {
          declared.use(i);
        }
        return new Field(i);
      }
    }
    return NONE;
  }

  boolean exists() {
    return index >= 0;
  }

  /** Returns a duration in nanoseconds. */
  long nanos(Object[] values) {
    return integer(values, () -> UnitLookup.NANOSECOND);
  }

  /** Returns a moment in nanoseconds since the epoch. */
  long epochNanos(Object[] values) {
    return integer(values, () -> UnitLookup.EPOCH_NS);
  }

  long bytes(Object[] values) {
    return integer(values, () -> UnitLookup.BYTE);
  }

  long number(Object[] values) {
    if (value(values).orElse(0) instanceof IQuantity quantity) {
      return quantity.longValue();
    }
    return value(values).orElse(0) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns a duration in nanoseconds, or nothing where there is no such field. */
  OptionalLong nanosIfAny(Object[] values) {
    return exists() ? OptionalLong.of(nanos(values)) : OptionalLong.empty();
  }

  /** Returns a number, or nothing where there is no such field. */
  OptionalLong numberIfAny(Object[] values) {
    return exists() ? OptionalLong.of(number(values)) : OptionalLong.empty();
  }

  /** Returns a frequency a second, or nothing where there is no such field or no finite value. */
  OptionalDouble hertzIfAny(Object[] values) {
    return real(values, () -> UnitLookup.HERTZ);
  }

  /** Returns a fraction of 1, or nothing where there is no such field or no finite value. */
  OptionalDouble fractionIfAny(Object[] values) {
    return real(values, () -> UnitLookup.PERCENT_UNITY);
  }

  /**
   * Returns a number of any dimension, or nothing where there is no such field or no finite value.
   */
  OptionalDouble figureIfAny(Object[] values) {
    Object value = value(values).orElse(Double.NaN);
    double real = Double.NaN;
    if (value instanceof IQuantity quantity) {
      real = quantity.doubleValue();
    } else if (value instanceof Number number) {
      real = number.doubleValue();
    }
    return Double.isFinite(real) ? OptionalDouble.of(real) : OptionalDouble.empty();
  }

  boolean flag(Object[] values) {
    return value(values).orElse(false) instanceof Boolean flag && flag;
  }

  /** Returns the value as the parser has it, or an empty text where there is none. */
  Object object(Object[] values) {
    return value(values).orElse("");
  }

  String text(Object[] values) {
    return value(values).orElse("") instanceof String text ? text : "";
  }

  /** Returns the name of the event type that the field's value stands for. */
  Optional<String> eventType(Object[] values) {
    Object value = value(values).orElse("");
    if (value instanceof LabeledIdentifier type) {
      return Optional.of(type.getInterfaceId());
    }
    return value instanceof String name && !name.isEmpty() ? Optional.of(name) : Optional.empty();
  }

  private Optional<Object> value(Object[] values) {
    return index >= 0 && index < values.length
        ? Optional.ofNullable(values[index])
        : Optional.empty();
  }

  /** Units come from a supplier, since JMC's take long to be set up, and may not be needed. */
  private OptionalDouble real(Object[] values, Supplier<IUnit> unit) {
    Object value = value(values).orElse(Double.NaN);
    double real = Double.NaN;
    if (value instanceof IQuantity quantity) { // first, since JMC's are numbers, too
      boolean convertible = quantity.getType().equals(unit.get().getContentType());
      real = convertible ? quantity.doubleValueIn(unit.get()) : quantity.doubleValue();
    } else if (value instanceof Number number) {
      real = number.doubleValue();
    }
    return Double.isFinite(real) ? OptionalDouble.of(real) : OptionalDouble.empty();
  }

  private long integer(Object[] values, Supplier<IUnit> unit) {
    Object value = value(values).orElse(0);
    if (value instanceof IQuantity quantity) {
      return quantity.getType().equals(unit.get().getContentType())
          ? quantity.clampedLongValueIn(unit.get())
          : quantity.longValue();
    }
    return value instanceof Number number ? number.longValue() : 0;
  }
}
