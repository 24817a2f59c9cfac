// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.recorder.cache.disk.DiskFigures;
import org.lusush.lle.recorder.cache.disk.DiskTier;

/** Puts the figures of a cache together. */
final class Figures {

  private static final DiskFigures NO_DISK = new DiskFigures(0, 0, 0, 0, 0, 0, 0, 0);

  private Figures() {}

  /**
   * What no tier counts.
   *
   * @param faults of weighers, and of prefetches
   * @param listenerFaults what eviction and complaint listeners threw
   */
  record Totals(long invalidations, long faults, long listenerFaults, @Nullable String complaint) {}

  static CacheStatistics of(
      String name,
      Nears<?, ?> nears,
      HeapTier<?, ?> heap,
      @Nullable DiskTier<?, ?> disk,
      Prefetcher prefetcher,
      Totals totals) {
    long[] sums = nears.sums();
    var onDisk = disk == null ? NO_DISK : disk.figures();
    var tiers = new ArrayList<TierStatistics>();
    if (nears.places() > 0) {
      tiers.add(near(sums, nears, totals));
    }
    tiers.add(heap(sums, heap, prefetcher, totals));
    if (disk != null) {
      tiers.add(disk(sums, onDisk, totals));
    }
    return new CacheStatistics(
        name,
        all(sums, heap, onDisk, prefetcher, totals),
        tiers,
        heap.wasted(),
        prefetcher.savedNanos.sum(),
        sums[Counts.LOAD_FAILURES],
        totals.listenerFaults(),
        onDisk.slow(),
        totals.complaint());
  }

  private static TierStatistics near(long[] sums, Nears<?, ?> nears, Totals totals) {
    return new TierStatistics(
        CacheTier.L1.label(),
        nears.copies(),
        nears.places(),
        0,
        sums[Counts.NEAR_HITS],
        sums[Counts.HEAP_HITS] + sums[Counts.DISK_HITS] + sums[Counts.MISSES],
        0,
        0,
        totals.invalidations(),
        sums[Counts.NEAR_PROMOTIONS],
        0,
        0,
        timed(sums, CacheTier.L1),
        Mean.NONE,
        Mean.NONE,
        0);
  }

  private static TierStatistics heap(
      long[] sums, HeapTier<?, ?> heap, Prefetcher prefetcher, Totals totals) {
    return new TierStatistics(
        CacheTier.L2.label(),
        heap.size(),
        heap.maximumEntries(),
        heap.bytes(),
        sums[Counts.HEAP_HITS],
        sums[Counts.DISK_HITS] + sums[Counts.MISSES],
        sums[Counts.INSERTS] + sums[Counts.LOADS],
        heap.evictions(),
        totals.invalidations(),
        sums[Counts.HEAP_PROMOTIONS],
        prefetcher.done.sum(),
        prefetcher.used.sum(),
        timed(sums, CacheTier.L2),
        inserts(sums),
        loads(sums),
        totals.faults());
  }

  private static TierStatistics disk(long[] sums, DiskFigures figures, Totals totals) {
    return new TierStatistics(
        CacheTier.L3.label(),
        figures.entries(),
        0,
        figures.bytes(),
        sums[Counts.DISK_HITS],
        sums[Counts.MISSES],
        figures.insertions(),
        figures.evictions(),
        totals.invalidations(),
        0,
        0,
        0,
        timed(sums, CacheTier.L3),
        Mean.NONE,
        Mean.NONE,
        figures.failures() + figures.dropped());
  }

  private static TierStatistics all(
      long[] sums, HeapTier<?, ?> heap, DiskFigures onDisk, Prefetcher prefetcher, Totals totals) {
    return new TierStatistics(
        TierStatistics.ALL,
        heap.size(),
        heap.maximumEntries(),
        heap.bytes() + onDisk.bytes(),
        sums[Counts.NEAR_HITS] + sums[Counts.HEAP_HITS] + sums[Counts.DISK_HITS],
        sums[Counts.MISSES],
        sums[Counts.INSERTS] + sums[Counts.LOADS],
        heap.evictions() + onDisk.evictions(),
        totals.invalidations(),
        sums[Counts.NEAR_PROMOTIONS] + sums[Counts.HEAP_PROMOTIONS],
        prefetcher.done.sum(),
        prefetcher.used.sum(),
        timed(sums, CacheTier.L1)
            .plus(timed(sums, CacheTier.L2))
            .plus(timed(sums, CacheTier.L3))
            .plus(timed(sums, CacheTier.NONE)),
        inserts(sums),
        loads(sums),
        totals.faults() + totals.listenerFaults() + onDisk.failures() + onDisk.dropped());
  }

  /** The order of the tiers is that of the counters. */
  @SuppressWarnings("EnumOrdinal")
  private static Mean timed(long[] sums, CacheTier tier) {
    return new Mean(sums[Counts.TIMED + tier.ordinal()], sums[Counts.TIMED_NANOS + tier.ordinal()]);
  }

  private static Mean inserts(long[] sums) {
    return new Mean(sums[Counts.TIMED_INSERTS], sums[Counts.TIMED_INSERT_NANOS]);
  }

  private static Mean loads(long[] sums) {
    return new Mean(sums[Counts.LOADS], sums[Counts.LOAD_NANOS]);
  }
}
