// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

/** What is counted of a type of operation and simply adds up: by a thread, or by several. */
abstract class Counts {

  long givenUp;
  long completed;
  long errors;
  long totalNanos;
  long selfNanos;
  long minNanos = Long.MAX_VALUE;
  long maxNanos;
  double sumOfSquares;
  long detailed;
  long cpuNanos;
  long allocatedBytes;
  long withoutAllocation;

  /** Adds all of another but {@link #completed}, which is read before the others. */
  final void addAllButCompleted(Counts other) {
    givenUp += other.givenUp;
    errors += other.errors;
    totalNanos += other.totalNanos;
    selfNanos += other.selfNanos;
    minNanos = Math.min(minNanos, other.minNanos);
    maxNanos = Math.max(maxNanos, other.maxNanos);
    sumOfSquares += other.sumOfSquares;
    detailed += other.detailed;
    cpuNanos += other.cpuNanos;
    allocatedBytes += other.allocatedBytes;
    withoutAllocation += other.withoutAllocation;
  }
}
