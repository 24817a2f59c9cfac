// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Recommendation;

/**
 * What to do about a pool, or about memory that has none. Immutable.
 *
 * @param recommendation what
 * @param capacity how many free objects a thread should keep at most
 * @param evidence why
 */
record PoolAdvice(Recommendation recommendation, int capacity, String evidence) {

  /** Fewer requests or returns than this say nothing. */
  static final long FEWEST = 100;

  /** A pool is too small where it gives up more than this share of what is returned. */
  static final double DROPPED_SHARE = 0.01;

  /** A pool is too large where it has room for more than this many times what was ever on loan. */
  static final int ROOM = 4;

  /** What a pool has room for in any case. */
  static final int SMALLEST_CAPACITY = 4;

  /**
   * Judges a pool of arrays for one size that is asked of it.
   *
   * @param cost what an array costs with and without the pool, or null where that is not measured
   */
  static PoolAdvice ofArrays(PoolStatistics pool, long count, @Nullable AllocationCost cost) {
    if (count < FEWEST) {
      return keep(pool.capacity(), count + " requests are too few to tell");
    }
    if (cost == null) {
      return keep(pool.capacity(), "not measured yet whether pooling pays");
    }
    if (!cost.doesPoolingPay()) {
      return new PoolAdvice(Recommendation.DO_NOT_POOL, 0, cost.describe());
    }
    if (cost.isHeapFresh()) {
      return keep(pool.capacity(), cost.describe());
    }
    var advice = ofObjects(pool);
    return new PoolAdvice(
        advice.recommendation(), advice.capacity(), cost.describe() + "; " + advice.evidence());
  }

  /** Judges what is made anew each time. */
  static PoolAdvice ofUnpooled(long count, @Nullable AllocationCost cost) {
    if (count < FEWEST) {
      return keep(0, count + " requests are too few to tell");
    }
    if (cost == null) {
      return keep(0, "not measured whether pooling would pay");
    }
    if (!cost.doesPoolingPay()) {
      return new PoolAdvice(Recommendation.DO_NOT_POOL, 0, cost.describe());
    }
    return cost.isHeapFresh()
        ? keep(0, cost.describe())
        : new PoolAdvice(Recommendation.POOL, SMALLEST_CAPACITY, cost.describe());
  }

  /** Judges the capacity of a pool. */
  static PoolAdvice ofObjects(PoolStatistics pool) {
    if (pool.returns() < FEWEST) {
      return keep(pool.capacity(), pool.returns() + " returns are too few to tell");
    }
    int wanted = (int) Math.min(Integer.MAX_VALUE, pool.peakOfOneThread());
    String evidence =
        String.format(
            Locale.ROOT,
            "%.1f %% of %d takes reused, %d of %d returns given up, at most %d on loan by a thread, room for %d",
            100 * pool.reuseShare(),
            pool.takes(),
            pool.dropped(),
            pool.returns(),
            pool.peakOfOneThread(),
            pool.capacity());
    if (pool.dropped() > DROPPED_SHARE * pool.returns() && wanted > pool.capacity()) {
      return new PoolAdvice(Recommendation.GROW, wanted, evidence);
    }
    int enough = Math.max(SMALLEST_CAPACITY, 2 * wanted);
    if (pool.capacity() > Math.max(SMALLEST_CAPACITY, ROOM * (long) wanted)) {
      return new PoolAdvice(Recommendation.SHRINK, enough, evidence);
    }
    return keep(pool.capacity(), evidence);
  }

  private static PoolAdvice keep(int capacity, String evidence) {
    return new PoolAdvice(Recommendation.KEEP, capacity, evidence);
  }
}
