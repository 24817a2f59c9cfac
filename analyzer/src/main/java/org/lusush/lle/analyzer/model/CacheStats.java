// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lusush.lle.events.OperationNames;

/**
 * What was recorded of one cache.
 *
 * @param hitsByTier hits by the tier that had the entry
 * @param misses lookups that no tier could answer
 * @param lookup durations of the lookups
 */
public record CacheStats(String name, Map<String, Long> hitsByTier, long misses, Latency lookup) {

  /** How many caches, and tiers of one, are told apart. */
  public static final int MAX_NAMES = 100;

  public CacheStats {
    hitsByTier = Collections.unmodifiableMap(new LinkedHashMap<>(hitsByTier));
  }

  public long hits() {
    return hitsByTier.values().stream().reduce(0L, Sums::add);
  }

  public long lookups() {
    return Sums.add(hits(), misses);
  }

  /** Returns the fraction of lookups that hit, or 0 when there was none. */
  public double hitRate() {
    return lookups() == 0 ? 0 : (double) hits() / lookups();
  }

  CacheStats plus(CacheStats other) {
    Map<String, Long> hits = new LinkedHashMap<>(hitsByTier);
    other.hitsByTier.forEach(
        (tier, count) -> {
          boolean room = hits.containsKey(tier) || hits.size() < MAX_NAMES;
          hits.merge(room ? tier : OperationNames.OTHER, count, Sums::add);
        });
    return new CacheStats(name, hits, Sums.add(misses, other.misses), lookup.plus(other.lookup));
  }

  CacheStats asOther() {
    return new CacheStats(OperationNames.OTHER, hitsByTier, misses, lookup);
  }
}
