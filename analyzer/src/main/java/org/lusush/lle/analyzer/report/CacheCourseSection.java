// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;

/** What the caches hold, by tier, and how their hit rates went. */
final class CacheCourseSection {

  private static final int COURSE = 16;

  private CacheCourseSection() {}

  static void print(Page page, List<CacheHistory> caches) {
    if (caches.isEmpty()) {
      return;
    }
    page.heading("CACHE TIERS", "what each holds, as last counted; hit rates from left to right");
    boolean prefetches =
        caches.stream().flatMap(cache -> cache.tiers().stream()).anyMatch(t -> t.prefetches() > 0);
    var table =
        new Table()
            .text("cache", 20)
            .text("tier", 6)
            .figure("entries")
            .figure("at most")
            .figure("hit rate")
            .figure("evicted");
    if (prefetches) {
      table.figure("prefetched");
    }
    table.text("hit rate over time", COURSE + 13);
    caches.stream()
        .sorted(Ordering.comparing(CacheHistory::cache))
        .forEach(cache -> addRows(table, cache, prefetches, page.style()));
    table.print(page);
  }

  private static void addRows(Table table, CacheHistory cache, boolean prefetches, Style style) {
    cache.tiers().stream()
        .sorted(
            Ordering.comparing((TierReading tier) -> !tier.isOfWhole())
                .thenComparing(TierReading::tier))
        .forEach(tier -> table.row(row(cache, tier, prefetches, style)));
  }

  private static Object[] row(
      CacheHistory cache, TierReading tier, boolean prefetches, Style style) {
    List<Object> cells = new ArrayList<>();
    cells.add(tier.isOfWhole() ? cache.cache() : "");
    cells.add(tier.tier());
    cells.add(Units.count(tier.entries()));
    cells.add(tier.maximumEntries() > 0 ? Units.count(tier.maximumEntries()) : "-");
    cells.add(tier.lookups() == 0 ? "-" : Units.percent(tier.hitRate()));
    cells.add(Units.count(tier.evictions()));
    if (prefetches) {
      cells.add(prefetched(tier));
    }
    cells.add(tier.isOfWhole() ? course(cache.hitRates(), style) : "");
    return cells.toArray();
  }

  private static String prefetched(TierReading tier) {
    return tier.prefetches() == 0
        ? "-"
        : Units.count(tier.prefetchesUsed()) + " of " + Units.count(tier.prefetches());
  }

  private static String course(List<Double> rates, Style style) {
    if (rates.size() < 2) {
      return "";
    }
    return Sparkline.ofShares(rates, COURSE, style.unicode())
        + " "
        + Math.round(100 * Collections.min(rates))
        + " to "
        + Math.round(100 * Collections.max(rates))
        + " %";
  }
}
