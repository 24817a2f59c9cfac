// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

  private final WeakReference<Thread> thread;
  private final AtomicReferenceArray<OperationCounters> rows = new AtomicReferenceArray<>(ROWS);

  ThreadStatistics(Thread thread) {
    this.thread = new WeakReference<>(thread);
  }

  /** Counts an operation that begins. */
  public void begun(OperationType type) {
    row(type.ordinal()).begun();
  }

  /**
   * Counts an operation that ended.
   *
   * @param type its type
   * @param endNanos when it ended, on the monotonic clock
   * @param nanos its duration, at least 0
   * @param selfNanos its duration without the operations nested in it
   * @param error whether it ended in error or timeout
   */
  public void record(OperationType type, long endNanos, long nanos, long selfNanos, boolean error) {
    row(type.ordinal()).record(endNanos, nanos, selfNanos, error);
  }

  /**
   * Counts what an operation cost beside time.
   *
   * @param type its type
   * @param cpuNanos processor time of the thread
   * @param allocatedBytes bytes that the thread allocated
   */
  public void recordCosts(OperationType type, long cpuNanos, long allocatedBytes) {
    row(type.ordinal()).recordCosts(cpuNanos, allocatedBytes);
  }

  /** Counts a whole keystroke. */
  public void recordKeystroke(long endNanos, long nanos, boolean error) {
    var row = row(KEYSTROKES);
    row.begun();
    row.record(endNanos, nanos, nanos, error);
  }

  boolean isOfDeadThread() {
    var owner = thread.get();
    return owner == null || !owner.isAlive();
  }

  @Nullable OperationCounters rowOrNull(int index) {
    return rows.getAcquire(index);
  }

  private OperationCounters row(int index) {
    var row = rows.getPlain(index);
    if (row == null) {
      row = new OperationCounters();
      rows.setRelease(index, row);
    }
    return row;
  }
}
