// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static java.util.Objects.requireNonNull;

/**
 * What is known of an operation when it is judged. Immutable.
 *
 * @param operation label of its type, of this version or of another
 * @param name what tells it apart from others of its type, or empty
 * @param calls how often it was done
 * @param selfNanos sum of its durations without the operations nested in them, in nanoseconds
 * @param meanNanos mean of its durations in nanoseconds
 * @param p99Nanos 99th percentile of its durations in nanoseconds
 * @param minNanos its shortest duration in nanoseconds
 * @param maxNanos its longest duration in nanoseconds
 */
public record OperationFigures(
    String operation,
    String name,
    long calls,
    long selfNanos,
    long meanNanos,
    long p99Nanos,
    long minNanos,
    long maxNanos) {
  public OperationFigures {
    requireNonNull(operation, "operation");
    requireNonNull(name, "name");
  }
}
