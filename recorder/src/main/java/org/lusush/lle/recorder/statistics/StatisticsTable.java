// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.lusush.lle.events.OperationType;

/**
 * The figures of every type of operation, each made on its first use.
 *
 * <p>Any thread may record, without waiting; see {@link LatencyStatistics}.
 */
@SuppressWarnings("EnumOrdinal") // an array by type costs no hash, no box and no map
public final class StatisticsTable {

  private final AtomicReferenceArray<Row> rows =
      new AtomicReferenceArray<>(OperationType.values().length);

  /**
   * Records one operation.
   *
   * @param type its type
   * @param nanos its duration
   * @param selfNanos its duration without the operations nested in it
   * @param error whether it ended in error or timeout
   */
  public void record(OperationType type, long nanos, long selfNanos, boolean error) {
    var row = rows.get(type.ordinal());
    if (row == null) {
      row = create(type);
    }
    row.latency.record(nanos);
    row.selfNanos.add(selfNanos);
    if (error) {
      row.errors.increment();
    }
  }

  /** Returns the figures of every type that was recorded, in the order of the types. */
  public List<OperationStatistics> summary() {
    var summaries = new ArrayList<OperationStatistics>();
    for (var type : OperationType.values()) {
      var row = rows.get(type.ordinal());
      if (row != null) {
        summaries.add(row.summary(type));
      }
    }
    return summaries;
  }

  private Row create(OperationType type) {
    rows.compareAndSet(type.ordinal(), null, new Row());
    return rows.get(type.ordinal());
  }

  private static final class Row {
    final LatencyStatistics latency = new LatencyStatistics();
    final LongAdder selfNanos = new LongAdder();
    final LongAdder errors = new LongAdder();

    OperationStatistics summary(OperationType type) {
      return new OperationStatistics(type, latency.summary(), selfNanos.sum(), errors.sum());
    }
  }
}
