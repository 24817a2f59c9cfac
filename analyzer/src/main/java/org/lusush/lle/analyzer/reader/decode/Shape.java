// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.List;
import org.lusush.lle.analyzer.reader.decode.Metadata.Declaration;
import org.lusush.lle.analyzer.reader.decode.Metadata.Field;

/**
 * The fields of a type, each of which has a slot in its rows. Slots must be asked for before rows
 * are read: what nobody asks for is passed over.
 */
public final class Shape {

  private final Metadata metadata;
  private final Declaration type;
  private final boolean[] used;

  Shape(Metadata metadata, Declaration type) {
    this.metadata = metadata;
    this.type = type;
    used = new boolean[type.fields().size()];
  }

  public String name() {
    return type.name();
  }

  /** Returns the names of the fields, in the order of their slots. */
  public List<String> fieldNames() {
    return type.fields().stream().map(Field::name).toList();
  }

  /** Returns the slot of a field; one that stays empty where there is no such field. */
  public int slot(String field) {
    for (int i = 0; i < used.length; i++) {
      if (type.fields().get(i).name().equals(field)) {
        used[i] = true;
        return i;
      }
    }
    return used.length;
  }

  /** Has a field taken out of the rows. */
  public void use(int slot) {
    used[slot] = true;
  }

  public boolean has(String field) {
    return type.fields().stream().anyMatch(f -> f.name().equals(field));
  }

  public boolean isUsed(int slot) {
    return used[slot];
  }

  boolean isUsed() {
    for (boolean one : used) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a slot holds. */
  public Kind kind(int slot) throws UnknownStructureException {
    return Plan.kind(metadata, type.fields().get(slot));
  }

  /** Returns the name of the type of a field. */
  public String typeName(int slot) throws UnknownStructureException {
    return metadata.type(type.fields().get(slot).type()).name();
  }

  long id() {
    return type.id();
  }

  /** Returns the number of the type of a field. */
  public long typeId(int slot) {
    return type.fields().get(slot).type();
  }

  Row row() {
    return new Row(used.length + 1);
  }

  Plan plan(Clock clock) throws UnknownStructureException {
    return Plan.of(metadata, type, used, clock).withRun();
  }
}
