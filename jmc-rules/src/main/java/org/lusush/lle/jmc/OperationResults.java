// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.unit.UnitLookup;

/**
 * How the operations of a recording ended.
 *
 * @param count operations
 * @param failures those that ended in error or timeout
 * @param timeouts those that ended in timeout
 * @param failuresByOperation failures by type of operation and its name
 */
record OperationResults(long count, long failures, long timeouts, Tally failuresByOperation) {

  private static final IAttribute<String> RESULT =
      Attribute.attr(Operation.RESULT, "Result", UnitLookup.PLAIN_TEXT);
  private static final IAttribute<String> OPERATION =
      Attribute.attr(Operation.OPERATION, "Operation", UnitLookup.PLAIN_TEXT);
  private static final IAttribute<String> NAME =
      Attribute.attr(Operation.NAME, "Name", UnitLookup.PLAIN_TEXT);

  static OperationResults of(Events events) {
    long count = 0;
    long errors = 0;
    long timeouts = 0;
    var failuresByOperation = new Tally();
    for (IItemIterable piece : events) {
      var result = RESULT.getAccessor(piece.getType());
      if (result == null) {
        continue;
      }
      var operation = OPERATION.getAccessor(piece.getType());
      var name = NAME.getAccessor(piece.getType());
      for (IItem item : piece) {
        count++;
        String ended = requireNonNullElse(result.getMember(item), "");
        boolean error = ended.equals(Result.ERROR.label());
        boolean timeout = ended.equals(Result.TIMEOUT.label());
        errors += error ? 1 : 0;
        timeouts += timeout ? 1 : 0;
        if (error || timeout) {
          failuresByOperation.add(label(text(operation, item), text(name, item)));
        }
      }
    }
    return new OperationResults(count, errors + timeouts, timeouts, failuresByOperation);
  }

  private static String label(String operation, String name) {
    return name.isEmpty() ? operation : operation + ": " + name;
  }

  private static String text(@Nullable IMemberAccessor<String, IItem> field, IItem item) {
    return field == null ? "" : requireNonNullElse(field.getMember(item), "");
  }
}
