// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.events.CacheTier;

/** What the caches spared the editor. */
final class CacheSection {

  private static final int TIERS = 5;

  private CacheSection() {}

  static void print(Page page, List<CacheStats> caches) {
    if (caches.isEmpty()) {
      page.heading("CACHES", "no lookup was recorded");
      return;
    }
    page.heading("CACHES", "hits by the tier that had the entry, as a share of all lookups");
    List<String> tiers = tiers(caches);
    var table = new Table().text("cache", 24).figure("lookups").figure("hit rate");
    tiers.forEach(tier -> table.figure(Width.cut(Printable.of(tier), 8)));
    table.figure("misses").figure("p50").figure("p99");
    caches.stream()
        .sorted(
            Ordering.comparingLong(CacheStats::lookups).reversed().thenComparing(CacheStats::name))
        .forEach(cache -> table.row(row(cache, tiers)));
    table.print(page);
  }

  /** Returns the tiers that hit, nearest first, then those that are not known here. */
  private static List<String> tiers(List<CacheStats> caches) {
    List<String> known = Arrays.stream(CacheTier.values()).map(CacheTier::label).toList();
    List<String> hit = caches.stream().flatMap(c -> c.hitsByTier().keySet().stream()).toList();
    return Stream.concat(
            known.stream().filter(hit::contains),
            hit.stream().filter(tier -> !known.contains(tier)).sorted())
        .distinct()
        .limit(TIERS)
        .toList();
  }

  private static Object[] row(CacheStats cache, List<String> tiers) {
    List<Object> cells = new ArrayList<>();
    cells.add(cache.name());
    cells.add(Units.count(cache.lookups()));
    cells.add(new Table.Cell(Units.percent(cache.hitRate()), Tone.STRONG));
    for (String tier : tiers) {
      long hits = cache.hitsByTier().getOrDefault(tier, 0L);
      cells.add(hits == 0 ? "-" : Units.percent((double) hits / cache.lookups()));
    }
    cells.add(Units.count(cache.misses()));
    cells.add(Units.duration(cache.lookup().percentileNanos(50)));
    cells.add(Units.duration(cache.lookup().percentileNanos(99)));
    return cells.toArray();
  }
}
