// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that a chunk declares. Immutable. */
final class Metadata {

  static final String TEXT = "java.lang.String";

  /**
   * A field of a type.
   *
   * @param pooled whether its value is the key of a constant
   * @param dimensions how many there are of an array
   */
  record Field(
      String name, long type, boolean pooled, int dimensions, Unit unit, boolean unsigned) {
    boolean isArray() {
      return dimensions > 0;
    }
  }

  /**
   * A type of events or of values.
   *
   * @param simple whether it stands for its only field
   */
  record Declaration(long id, String name, boolean event, boolean simple, List<Field> fields) {
    Declaration {
      fields = List.copyOf(fields);
    }

    boolean isSimple() {
      return simple && fields.size() == 1;
    }

    boolean isPrimitive() {
      return fields.isEmpty() && !event;
    }
  }

  private final Map<Long, Declaration> types;
  private final Map<String, Declaration> values;

  Metadata(Map<Long, Declaration> types) {
    this.types = Map.copyOf(types);
    values = new HashMap<>();
    for (Declaration type : types.values()) {
      if (!type.event()) {
        values.putIfAbsent(type.name(), type);
      }
    }
  }

  Collection<Declaration> types() {
    return types.values();
  }

  /** Returns a type that must be there. */
  Declaration type(long id) throws UnknownStructureException {
    Declaration type = types.get(id);
    if (type == null) {
      throw new UnknownStructureException("type " + id + " is not declared");
    }
    return type;
  }

  /** Returns a type of events, or nothing where there is none of this number. */
  @Nullable Declaration event(long id) {
    Declaration type = types.get(id);
    return type != null && type.event() ? type : null;
  }

  /** Returns a type of values by its name, or nothing where there is none. */
  @Nullable Declaration value(String name) {
    return values.get(name);
  }
}
