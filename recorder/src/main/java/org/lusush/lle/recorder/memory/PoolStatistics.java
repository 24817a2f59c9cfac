// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.PoolKind;

/**
 * The figures of one pool since it was made.
 *
 * @param name its name
 * @param kind what it holds
 * @param reused takes that were answered with an object of the pool
 * @param allocated takes that had to make a new one
 * @param doubleReturns returns of what had been returned already, refused
 */
public record PoolStatistics(
    String name, PoolKind kind, long reused, long allocated, long doubleReturns) {
  public PoolStatistics {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
  }

  /** Returns the number of takes. */
  public long takes() {
    return reused + allocated;
  }

  /** Returns the share of takes answered from the pool, from 0 to 1; 0 where there was none. */
  public double reuseShare() {
    return takes() == 0 ? 0 : (double) reused / takes();
  }
}
