// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * What one tier of a cache had counted at some moment, since the cache was made.
 *
 * @param cache name of the cache
 * @param tier label of the tier, or {@value #ALL} for the whole cache
 * @param epochNanos the moment
 * @param bytes size of the values held, or 0 where nobody stated it
 * @param lookupNanos mean duration of the lookups that were timed; 0 for none, as with the next two
 */
public record TierReading(
    String cache,
    String tier,
    long epochNanos,
    long entries,
    long maximumEntries,
    long bytes,
    long hits,
    long misses,
    long insertions,
    long evictions,
    long invalidations,
    long promotions,
    long prefetches,
    long prefetchesUsed,
    long lookupNanos,
    long insertNanos,
    long loadNanos,
    long failures) {

  /** Tier of the figures of a whole cache. */
  public static final String ALL = "all";

  /** Returns whether the figures are of the whole cache. */
  public boolean isOfWhole() {
    return tier.equals(ALL);
  }

  /** Returns the number of lookups. */
  public long lookups() {
    return hits + misses;
  }

  /** Returns the fraction of lookups that hit, or 0 when there was none. */
  public double hitRate() {
    return lookups() == 0 ? 0 : (double) hits / lookups();
  }
}
