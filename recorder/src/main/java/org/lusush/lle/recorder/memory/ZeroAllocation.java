// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Collection;
import java.util.OptionalDouble;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/**
 * How many operations allocated nothing, by the JVM's own count for their threads. The monitor
 * counts that at its level {@code detailed}, and only of the operations since then.
 *
 * @param operations how many were counted
 * @param withoutAllocation how many of them allocated nothing
 * @param allocatedBytes what the others allocated
 */
public record ZeroAllocation(long operations, long withoutAllocation, long allocatedBytes) {

  /** Adds up some types of operations. */
  public static ZeroAllocation of(Collection<OperationStatistics> types) {
    return new ZeroAllocation(
        types.stream().mapToLong(type -> type.costs().operations()).sum(),
        types.stream().mapToLong(type -> type.costs().withoutAllocation()).sum(),
        types.stream().mapToLong(type -> type.costs().allocatedBytes()).sum());
  }

  /** Returns their share, from 0 to 1, or empty where none was counted. */
  public OptionalDouble share() {
    return operations == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) withoutAllocation / operations));
  }
}
