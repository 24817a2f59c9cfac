// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemIterableToolkit;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** The events of one type in one chunk, in columns. Not thread-safe while it grows. */
final class Piece implements IItemIterable {

  /** One event: a row. */
  private record Row(Piece piece, int index) implements IItem {
    @Override
    public IType<?> getType() {
      return piece.type;
    }
  }

  private final PieceType type;
  private final List<Column> columns = new ArrayList<>();
  private int size;

  Piece(String identifier, String name, String description, List<ValueField> fields) {
    fields.forEach(field -> columns.add(new Column()));
    type = new PieceType(identifier, name, description, fields, this::value);
  }

  /** Adds an event; its values are those of the fields, in their order. */
  void add(Object[] values) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(i < values.length ? values[i] : null);
    }
    size++;
  }

  /**
   * Keeps every other event.
   *
   * @param first 0 to keep the first event, 1 to keep the second
   */
  void halve(int first) {
    columns.forEach(column -> column.halve(first));
    size = (size + 1 - first) / 2;
  }

  void trim() {
    columns.forEach(Column::trim);
  }

  private @Nullable Object value(IItem item, int column) {
    return columns.get(column).get(((Row) item).index);
  }

  @Override
  public IType<IItem> getType() {
    return type;
  }

  @Override
  public boolean hasItems() {
    return size > 0;
  }

  @Override
  public long getItemCount() {
    return size;
  }

  @Override
  public IItemIterable apply(Predicate<IItem> predicate) {
    return ItemIterableToolkit.build(() -> stream().filter(predicate), type);
  }

  @Override
  public Iterator<IItem> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public IItem next() {
        if (next >= size) {
          throw new NoSuchElementException("the piece has " + size + " events");
        }
        return new Row(Piece.this, next++);
      }
    };
  }
}
