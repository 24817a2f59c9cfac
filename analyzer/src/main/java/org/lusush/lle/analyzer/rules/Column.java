// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;

/**
 * The values of one field, row by row, in 8 bytes each where they are numbers of one unit and in a
 * reference each where they are not. Not thread-safe while it grows.
 */
final class Column {

  private static final int FIRST_CAPACITY = 16;

  private enum Kind {
    EMPTY,
    /** Quantities of one unit that hold whole numbers. */
    WHOLE,
    /** Quantities of one unit that hold fractions, as the bits of a double. */
    FRACTION,
    /** Numbers without a unit. */
    PLAIN,
    OBJECT
  }

  private Kind kind = Kind.EMPTY;
  private @Nullable IUnit unit;
  private long[] numbers = {};
  private @Nullable Object[] objects = {};
  private int size;

  void add(@Nullable Object value) {
    Kind fitting = kindOf(value);
    if (kind == Kind.EMPTY) {
      kind = fitting;
      unit = value instanceof IQuantity quantity ? quantity.getUnit() : null;
    } else if (kind != Kind.OBJECT && !isOfThisKind(fitting, value)) {
      turnIntoObjects();
    }
    if (kind == Kind.OBJECT) {
      objects = size < objects.length ? objects : Arrays.copyOf(objects, grown());
      objects[size] = value;
    } else {
      numbers = size < numbers.length ? numbers : Arrays.copyOf(numbers, grown());
      numbers[size] = bits(Objects.requireNonNull(value));
    }
    size++;
  }

  @Nullable Object get(int row) {
    return switch (kind) {
      case WHOLE -> Objects.requireNonNull(unit).quantity(numbers[row]);
      case FRACTION -> Objects.requireNonNull(unit).quantity(Double.longBitsToDouble(numbers[row]));
      case PLAIN -> numbers[row];
      case OBJECT, EMPTY -> objects[row];
    };
  }

  /** Keeps every other row, the first one or not. */
  void halve(int first) {
    int kept = 0;
    for (int row = first; row < size; row += 2) {
      if (kind == Kind.OBJECT) {
        objects[kept++] = objects[row];
      } else {
        numbers[kept++] = numbers[row];
      }
    }
    size = kept;
    trim();
  }

  /** Gives back the room for rows that will not come. */
  void trim() {
    numbers = Arrays.copyOf(numbers, kind == Kind.OBJECT ? 0 : size);
    objects = Arrays.copyOf(objects, kind == Kind.OBJECT ? size : 0);
  }

  private int grown() {
    return Math.max(FIRST_CAPACITY, size + (size >> 1));
  }

  private boolean isOfThisKind(Kind fitting, @Nullable Object value) {
    return fitting == kind
        && (kind == Kind.PLAIN
            || (value instanceof IQuantity quantity && quantity.getUnit().equals(unit)));
  }

  private void turnIntoObjects() {
    @Nullable Object[] all = new Object[Math.max(FIRST_CAPACITY, numbers.length)];
    for (int row = 0; row < size; row++) {
      all[row] = get(row);
    }
    kind = Kind.OBJECT;
    objects = all;
    numbers = new long[0];
  }

  private static Kind kindOf(@Nullable Object value) {
    if (value instanceof IQuantity quantity) {
      return quantity.numberValue() instanceof Long ? Kind.WHOLE : Kind.FRACTION;
    }
    return value instanceof Long ? Kind.PLAIN : Kind.OBJECT;
  }

  private long bits(Object value) {
    Number number = value instanceof IQuantity quantity ? quantity.numberValue() : (Number) value;
    return kind == Kind.FRACTION
        ? Double.doubleToRawLongBits(number.doubleValue())
        : number.longValue();
  }
}
