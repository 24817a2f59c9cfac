// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

/**
 * The figures of one cache since it was made.
 *
 * @param name its name
 * @param entries how many entries it holds, about
 * @param maximumEntries how many it may hold
 * @param hits lookups that found their entry
 * @param misses lookups that did not
 */
public record CacheStatistics(
    String name, long entries, long maximumEntries, long hits, long misses) {
  public CacheStatistics {
    requireNonNull(name, "name");
  }

  /** Returns the number of lookups. */
  public long lookups() {
    return hits + misses;
  }

  /** Returns the share of lookups that hit, from 0 to 1; 0 where there was none. */
  public double hitRate() {
    return lookups() == 0 ? 0 : (double) hits / lookups();
  }
}
