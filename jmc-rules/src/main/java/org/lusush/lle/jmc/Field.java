// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.KindOfQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;

/**
 * One field of the events of a piece, whatever the recording's version made of it. A field that is
 * missing, holds nothing or something else reads as the caller's default; it never throws.
 */
final class Field {

  private final @Nullable IMemberAccessor<?, IItem> accessor;

  private Field(@Nullable IMemberAccessor<?, IItem> accessor) {
    this.accessor = accessor;
  }

  /** Finds a field by its name. */
  static Field of(IItemIterable piece, String name) {
    IType<IItem> type = piece.getType();
    for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
      if (key.getIdentifier().equals(name)) {
        return new Field(type.getAccessor(key));
      }
    }
    return new Field(null);
  }

  boolean exists() {
    return accessor != null;
  }

  /** Returns a duration in nanoseconds. */
  long nanos(IItem item, long otherwise) {
    return quantity(item, UnitLookup.NANOSECOND, otherwise);
  }

  /** Returns a moment in nanoseconds since the epoch. */
  long epochNanos(IItem item, long otherwise) {
    return quantity(item, UnitLookup.EPOCH_NS, otherwise);
  }

  /** Returns a number: a share as a fraction, an amount in bytes, anything else as it is. */
  double number(IItem item, double otherwise) {
    Object value = value(item);
    double number = Double.NaN;
    if (value instanceof IQuantity quantity) {
      number = number(quantity);
    } else if (value instanceof Number plain) {
      number = plain.doubleValue();
    }
    return Double.isFinite(number) ? number : otherwise;
  }

  boolean flag(IItem item, boolean otherwise) {
    return value(item) instanceof Boolean flag ? flag : otherwise;
  }

  String text(IItem item) {
    return value(item) instanceof String text ? text : "";
  }

  /** Returns the value as it is, or an empty text where there is none. */
  Object object(IItem item) {
    Object value = value(item);
    return value == null ? "" : value;
  }

  private @Nullable Object value(IItem item) {
    return accessor == null ? null : accessor.getMember(item);
  }

  private long quantity(IItem item, IUnit unit, long otherwise) {
    return value(item) instanceof IQuantity quantity && isOf(unit.getContentType(), quantity)
        ? quantity.clampedLongValueIn(unit)
        : otherwise;
  }

  private static double number(IQuantity quantity) {
    if (isOf(UnitLookup.PERCENTAGE, quantity)) {
      return quantity.doubleValueIn(UnitLookup.PERCENT_UNITY);
    }
    if (isOf(UnitLookup.MEMORY, quantity)) {
      return quantity.doubleValueIn(UnitLookup.BYTE);
    }
    return quantity.doubleValue();
  }

  private static boolean isOf(KindOfQuantity<?> kind, IQuantity quantity) {
    return kind.equals(quantity.getType());
  }
}
