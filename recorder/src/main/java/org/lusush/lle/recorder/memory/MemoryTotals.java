// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Collection;

/**
 * The figures of several pools together, since each was made.
 *
 * @param pools how many pools
 * @param takes objects taken
 * @param reused of these, how many came from a pool
 * @param returns objects given back
 * @param doubleReturns returns that were refused
 * @param leaks objects that were garbage collected while on loan, as far as noticed
 * @param allocatedBytes bytes of all objects that were made
 * @param inUseBytes bytes of the objects on loan now, without those too large for a pool
 * @param peakInUseBytes the most of them that each pool and thread had, added up
 * @param pooledBytes bytes of the free objects that are kept
 * @param handedOutBytes bytes of the objects handed out, over all takes
 * @param askedBytes bytes that were asked for, over all takes
 */
public record MemoryTotals(
    int pools,
    long takes,
    long reused,
    long returns,
    long doubleReturns,
    long leaks,
    long allocatedBytes,
    long inUseBytes,
    long peakInUseBytes,
    long pooledBytes,
    long handedOutBytes,
    long askedBytes) {

  /** Adds the figures of some pools up. */
  public static MemoryTotals of(Collection<PoolStatistics> pools) {
    return new MemoryTotals(
        pools.size(),
        pools.stream().mapToLong(PoolStatistics::takes).sum(),
        pools.stream().mapToLong(PoolStatistics::reused).sum(),
        pools.stream().mapToLong(PoolStatistics::returns).sum(),
        pools.stream().mapToLong(PoolStatistics::doubleReturns).sum(),
        pools.stream().mapToLong(PoolStatistics::leaks).sum(),
        pools.stream().mapToLong(PoolStatistics::allocatedBytes).sum(),
        pools.stream().mapToLong(PoolStatistics::inUseBytes).sum(),
        pools.stream().mapToLong(PoolStatistics::peakInUseBytes).sum(),
        pools.stream().mapToLong(PoolStatistics::pooledBytes).sum(),
        pools.stream().mapToLong(PoolStatistics::handedOutBytes).sum(),
        pools.stream().mapToLong(PoolStatistics::askedBytes).sum());
  }

  /** Returns the share of takes answered from a pool, from 0 to 1; 0 where there was none. */
  public double reuseShare() {
    return takes == 0 ? 0 : (double) reused / takes;
  }

  /** Returns the share of the bytes handed out that was not asked for, from 0 to 1. */
  public double fragmentation() {
    return handedOutBytes == 0 ? 0 : Math.max(0, 1 - (double) askedBytes / handedOutBytes);
  }
}
