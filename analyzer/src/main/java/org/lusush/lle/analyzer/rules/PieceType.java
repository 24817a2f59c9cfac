// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IDescribable;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.ICanonicalAccessorFactory;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** The type of the events in a {@link Piece}, as the parser describes it. Immutable. */
final class PieceType implements IType<IItem> {

  /** Finds the value of an event in a column. */
  @FunctionalInterface
  interface Values {
    @Nullable Object of(IItem item, int column);
  }

  private final String identifier;
  private final String name;
  private final String description;
  private final Map<IAccessorKey<?>, IAttribute<?>> attributes = new LinkedHashMap<>();
  private final Map<IAccessorKey<?>, IMemberAccessor<?, IItem>> accessors = new LinkedHashMap<>();

  PieceType(
      String identifier, String name, String description, List<ValueField> fields, Values values) {
    this.identifier = identifier;
    this.name = name;
    this.description = description;
    for (int i = 0; i < fields.size(); i++) {
      int column = i;
      var field = fields.get(i);
      IAttribute<?> attribute =
          Attribute.attr(
              field.getIdentifier(),
              field.getName(),
              field.getDescription(),
              field.getContentType());
      attributes.put(attribute.getKey(), attribute);
      accessors.put(attribute.getKey(), item -> values.of(item, column));
    }
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for it
  public List<IAttribute<?>> getAttributes() {
    return new ArrayList<>(attributes.values());
  }

  @Override
  public Map<IAccessorKey<?>, ? extends IDescribable> getAccessorKeys() {
    return Map.copyOf(attributes);
  }

  @Override
  public boolean hasAttribute(ICanonicalAccessorFactory<?> attribute) {
    return attribute.getAccessor(this) != null;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // an accessor's key names its type; null is none
  public <M> IMemberAccessor<M, IItem> getAccessor(IAccessorKey<M> attribute) {
    return (IMemberAccessor<M, IItem>) accessors.get(attribute);
  }

  @Override
  public String getIdentifier() {
    return identifier;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public String toString() {
    return identifier;
  }
}
