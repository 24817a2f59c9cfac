// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cache since it was made.
 *
 * @param name its name
 * @param all figures of the cache as a whole
 * @param tiers figures of each tier that it has, nearest first
 * @param prefetchesWasted of the values worked out in advance, how many were given up, replaced or
 *     forgotten before anybody asked for them
 * @param savedNanos what working those out took that were asked for then: what nobody waited for
 * @param loadFailures loaders that failed
 * @param listenerFailures what eviction listeners threw
 * @param diskTimeouts lookups that did not wait for the disk any longer, and missed
 * @param complaint what went wrong last, in a sentence, or null
 */
public record CacheStatistics(
    String name,
    TierStatistics all,
    List<TierStatistics> tiers,
    long prefetchesWasted,
    long savedNanos,
    long loadFailures,
    long listenerFailures,
    long diskTimeouts,
    @Nullable String complaint) {
  public CacheStatistics {
    requireNonNull(name, "name");
    requireNonNull(all, "all");
    tiers = List.copyOf(tiers);
  }

  /** Returns how many entries memory holds, about. */
  public long entries() {
    return all.entries();
  }

  /** Returns how many entries memory may hold. */
  public long maximumEntries() {
    return all.maximumEntries();
  }

  /** Returns the number of lookups that found their entry. */
  public long hits() {
    return all.hits();
  }

  /** Returns the number of lookups that did not. */
  public long misses() {
    return all.misses();
  }

  /** Returns the number of lookups. */
  public long lookups() {
    return hits() + misses();
  }

  /** Returns the share of lookups that hit, from 0 to 1; 0 where there was none. */
  public double hitRate() {
    return all.hitRate();
  }

  /** Returns the time that prefetching saved those who asked, as far as it is known. */
  public Duration saved() {
    return Duration.ofNanos(savedNanos);
  }

  /** Returns the figures of a tier, if the cache has it. */
  public Optional<TierStatistics> tier(String tier) {
    return tiers.stream().filter(figures -> figures.tier().equals(tier)).findFirst();
  }

  /** Returns the figures of every tier, then of the whole: what recordings are told. */
  public List<TierStatistics> rows() {
    return Stream.concat(tiers.stream(), Stream.of(all)).toList();
  }

  /** Returns these figures less those of an earlier reading; what is held is as it is now. */
  public CacheStatistics since(CacheStatistics earlier) {
    return new CacheStatistics(
        name,
        all.since(earlier.all),
        tiers.stream().map(now -> earlier.tier(now.tier()).map(now::since).orElse(now)).toList(),
        prefetchesWasted - earlier.prefetchesWasted,
        savedNanos - earlier.savedNanos,
        loadFailures - earlier.loadFailures,
        listenerFailures - earlier.listenerFailures,
        diskTimeouts - earlier.diskTimeouts,
        complaint);
  }
}
