// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;

/**
 * Everything that one thread counts, each type of operation from its first use on.
 *
 * <p>Written by that thread alone, without waiting and, once a type was used, without allocating;
 * read by any.
 */
@SuppressWarnings("EnumOrdinal") // an array by type costs no hash, no box and no map
public final class ThreadStatistics {

  /** The row of whole keystrokes, after those of the types of operations. */
  static final int KEYSTROKES = OperationType.values().length;

  static final int ROWS = KEYSTROKES + 1;

  private static final VarHandle ROW =
      MethodHandles.arrayElementVarHandle(OperationCounters[].class);

  private final WeakReference<Thread> thread;
  private final @Nullable OperationCounters[] rows = new OperationCounters[ROWS];

  ThreadStatistics(Thread thread) {
    this.thread = new WeakReference<>(thread);
  }

  /**
   * Counts an operation that was begun and given up: its end was never told.
   *
   * @param type the ordinal of its type
   */
  public void givenUp(int type) {
    row(type).givenUp();
  }

  /**
   * Counts an operation that ended.
   *
   * @param type the ordinal of its type
   * @param endNanos when it ended, on the monotonic clock
   * @param nanos its duration, at least 0
   * @param selfNanos its duration without the operations nested in it
   * @param error whether it ended in error or timeout
   */
  public void record(int type, long endNanos, long nanos, long selfNanos, boolean error) {
    row(type).record(endNanos, nanos, selfNanos, error);
  }

  /**
   * Counts what an operation cost beside time.
   *
   * @param type the ordinal of its type
   * @param cpuNanos processor time of the thread
   * @param allocatedBytes bytes that the thread allocated
   */
  public void recordCosts(int type, long cpuNanos, long allocatedBytes) {
    row(type).recordCosts(cpuNanos, allocatedBytes);
  }

  /** Counts a whole keystroke. */
  public void recordKeystroke(long endNanos, long nanos, boolean error) {
    var row = row(KEYSTROKES);
    row.record(endNanos, nanos, nanos, error);
  }

  boolean isOfDeadThread() {
    var owner = thread.get();
    return owner == null || !owner.isAlive();
  }

  @Nullable OperationCounters rowOrNull(int index) {
    return (OperationCounters) ROW.getAcquire(rows, index);
  }

  private OperationCounters row(int index) {
    var row = rows[index];
    return row != null ? row : addRow(index);
  }

  private OperationCounters addRow(int index) {
    var row = new OperationCounters();
    ROW.setRelease(rows, index, row);
    return row;
  }
}
