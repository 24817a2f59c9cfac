// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.lusush.lle.events.Result;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;

/**
 * How the operations of a recording ended.
 *
 * @param count operations
 * @param failures those that ended in error or timeout
 * @param timeouts those that ended in timeout
 * @param failuresByOperation failures by type of operation and its name
 */
record OperationResults(long count, long failures, long timeouts, Tally failuresByOperation) {

  static OperationResults of(Events events) {
    long count = 0;
    long failures = 0;
    long timeouts = 0;
    var failuresByOperation = new Tally();
    for (IItemIterable piece : events) {
      var result = Field.of(piece, Operation.RESULT);
      if (!result.exists()) {
        continue;
      }
      var operation = Field.of(piece, Operation.OPERATION);
      var name = Field.of(piece, Operation.NAME);
      for (IItem item : piece) {
        count++;
        String ended = result.text(item);
        if (Result.isFailure(ended)) {
          failures++;
          timeouts += ended.equals(Result.TIMEOUT.label()) ? 1 : 0;
          failuresByOperation.add(Names.of(operation.text(item), name.text(item)));
        }
      }
    }
    return new OperationResults(count, failures, timeouts, failuresByOperation);
  }
}
