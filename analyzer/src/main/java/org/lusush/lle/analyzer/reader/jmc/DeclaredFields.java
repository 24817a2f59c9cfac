// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * The fields of an event type that is decoded here, in the form of JMC's parser. {@link Field#of}
 * tells it which are wanted. Fields have no content type.
 */
final class DeclaredFields extends AbstractList<ValueField> implements RandomAccess {

  private final Shape shape;
  private final List<ValueField> fields = new ArrayList<>();

  @SuppressWarnings("NullAway") // JMC leaves open whether there is a description, or a type
  DeclaredFields(Shape shape) {
    this.shape = shape;
    for (String name : shape.fieldNames()) {
      fields.add(new ValueField(name, name, null, null));
    }
  }

  /** Has the values of a field decoded. */
  void use(int index) {
    shape.use(index);
  }

  @Override
  public ValueField get(int index) {
    return fields.get(index);
  }

  @Override
  public int size() {
    return fields.size();
  }
}
