// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

/**
 * The figures of one tier of a cache since it was made, or of all tiers together.
 *
 * @param tier {@code L1}, {@code L2}, {@code L3}, or {@code all} for the cache as a whole
 * @param entries held now, about; in L1 the copies of all threads, of which some may be outdated
 * @param maximumEntries that it may hold now: in L1 for each thread; 0 in L3, which is bounded by
 *     bytes
 * @param bytes of the values held now, as the cache's weigher states them, or 0 without one; in L3
 *     of keys and values on disk
 * @param hits lookups that found their entry here
 * @param misses lookups that came here and did not find it
 * @param insertions values put in, by name or by a loader; copies from a farther tier are
 *     promotions
 * @param evictions entries given up to stay within limits
 * @param invalidations orders to forget, of which each is for all tiers
 * @param promotions values that came here from a farther tier
 * @param prefetches values worked out before they were asked for
 * @param prefetchesUsed of these, how many were asked for while they were held
 * @param lookupTime of lookups that found their entry here (for {@code all}: anywhere or nowhere);
 *     of the lookups and insertions of a thread every 64th is timed
 * @param insertTime of insertions, timed as above
 * @param loadTime of working a missing value out
 * @param failures faults of the tier, or of what it was given to call, that were kept from the
 *     editor
 */
public record TierStatistics(
    String tier,
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
    Mean lookupTime,
    Mean insertTime,
    Mean loadTime,
    long failures) {

  /** The tier's name in the figures of the cache as a whole. */
  public static final String ALL = "all";

  public TierStatistics {
    requireNonNull(tier, "tier");
    requireNonNull(lookupTime, "lookupTime");
    requireNonNull(insertTime, "insertTime");
    requireNonNull(loadTime, "loadTime");
  }

  /** Returns the share of the lookups that came here and hit, from 0 to 1; 0 where none came. */
  public double hitRate() {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }

  /** Returns these figures less those of an earlier reading; what is held is as it is now. */
  public TierStatistics since(TierStatistics earlier) {
    return new TierStatistics(
        tier,
        entries,
        maximumEntries,
        bytes,
        hits - earlier.hits,
        misses - earlier.misses,
        insertions - earlier.insertions,
        evictions - earlier.evictions,
        invalidations - earlier.invalidations,
        promotions - earlier.promotions,
        prefetches - earlier.prefetches,
        prefetchesUsed - earlier.prefetchesUsed,
        lookupTime.since(earlier.lookupTime),
        insertTime.since(earlier.insertTime),
        loadTime.since(earlier.loadTime),
        failures - earlier.failures);
  }
}
