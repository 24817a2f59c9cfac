// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Everything that one thread counts of one type of operation.
 *
 * <p>That thread writes, any may read at any time without stopping it: the fields are published
 * with {@link #completed}, the durations first. A reader that takes the durations last, and finds
 * as many as had completed before, has the figures of one moment; otherwise they may be a few
 * operations apart from each other.
 */
final class OperationCounters extends Counts {

  private static final VarHandle COMPLETED;

  static {
    try {
      COMPLETED =
          MethodHandles.lookup().findVarHandle(OperationCounters.class, "completed", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final DurationCounts durations = new DurationCounts();
  final RecentMeans recent = new RecentMeans();

  /** How many had completed at the last error, that one included. */
  long completedAtError;

  /** The longest run of successes that an error ended. */
  long longestSuccesses;

  void givenUp() {
    givenUp++;
  }

  void record(long endNanos, long nanos, long self, boolean error) {
    long before = completed;
    recent.at(endNanos, before, totalNanos);
    // Read before the fence, which would have them read one after the other.
    long total = totalNanos + nanos;
    long totalSelf = selfNanos + self;
    double squares = sumOfSquares + (double) nanos * nanos;
    durations.record(nanos);
    VarHandle.storeStoreFence();
    totalNanos = total;
    selfNanos = totalSelf;
    sumOfSquares = squares;
    if (nanos < minNanos) {
      minNanos = nanos;
    }
    if (nanos > maxNanos) {
      maxNanos = nanos;
    }
    if (error) {
      failed(before);
    }
    COMPLETED.setRelease(this, before + 1);
  }

  private void failed(long before) {
    errors++;
    longestSuccesses = Math.max(longestSuccesses, before - completedAtError);
    completedAtError = before + 1;
  }

  /** Counts what an operation cost beside time; of an operation that is recorded next. */
  void recordCosts(long cpu, long allocated) {
    detailed++;
    cpuNanos += cpu;
    allocatedBytes += allocated;
    if (allocated == 0) {
      withoutAllocation++;
    }
  }

  long completedAcquire() {
    return (long) COMPLETED.getAcquire(this);
  }
}
