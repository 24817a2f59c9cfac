// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.upkeep.CacheHistory;
import org.lusush.lle.analyzer.model.upkeep.TierReading;
import org.lusush.lle.analyzer.report.Decision;
import org.lusush.lle.analyzer.report.Figures;
import org.lusush.lle.analyzer.report.Units;

/** The caches: what each tier did, how hit rates went, and what tuning changed meanwhile. */
final class CacheSection {

  /** How many hit rates are drawn, and how many points of each. */
  private static final int LINES = 6;

  private static final int POINTS = 160;
  private static final int MARKS = 40;

  private CacheSection() {}

  static void add(PageBuilder page, Contents contents) {
    List<CacheHistory> histories =
        contents.upkeep().caches().stream()
            .sorted(Comparator.comparingLong(CacheSection::lookups).reversed())
            .toList();
    var section =
        page.section("caches", "Caches", "By tier: L1 of the thread, L2 in memory, L3 on disk.");
    addRates(section, page.time(), histories, Decision.of(contents.upkeep().steps()));
    CurveCharts.add(section, contents.upkeep().curves());
    section.table(recorded(contents.caches())).table(tiers(histories));
    section.end();
  }

  private static long lookups(CacheHistory history) {
    return history.last().map(TierReading::lookups).orElse(0L);
  }

  private static void addRates(
      PageBuilder.Section section,
      TimeAxis time,
      List<CacheHistory> histories,
      List<Decision> decisions) {
    List<CacheHistory> drawn =
        histories.stream().filter(h -> h.hitRates().size() > 1).limit(LINES).toList();
    if (drawn.isEmpty()) {
      return;
    }
    var table =
        new TableBuilder("Hit rates over time")
            .text("cache")
            .figure("lowest")
            .figure("highest")
            .figure("last")
            .figure("entries at most, first")
            .figure("last");
    ObjectNode chart =
        section.chart(
            "rates",
            "Hit rates over time, and the decisions of tuning",
            "Each line is the hit rate of a cache between two readings of its counters. The dashed"
                + " line is the target, 90 %. Marks at the top are decisions of tuning.",
            table);
    ArrayNode series = chart.putArray("series");
    for (CacheHistory history : drawn) {
      addRow(table, history);
      addSeries(series.addObject(), time, history);
    }
    ArrayNode marks = chart.putArray("marks");
    decisions.stream()
        .skip(Math.max(0, decisions.size() - MARKS))
        .forEach(
            decision ->
                marks
                    .addArray()
                    .add(time.sinceStart(decision.startNanos()))
                    .add(PageBuilder.name(label(decision)))
                    .add(decision.isRolledBack() ? "bad" : "good"));
  }

  private static String label(Decision decision) {
    return "%s: %s from %s to %s, %s"
        .formatted(
            decision.last().subject(),
            decision.last().parameter(),
            Figures.plain(decision.last().from()),
            Figures.plain(decision.last().to()),
            decision.last().outcome());
  }

  private static void addRow(TableBuilder table, CacheHistory history) {
    List<Double> rates = history.hitRates();
    List<TierReading> course = history.course();
    table.row(
        history.cache(),
        Units.percent(rates.stream().mapToDouble(Double::doubleValue).min().orElse(0)),
        Units.percent(rates.stream().mapToDouble(Double::doubleValue).max().orElse(0)),
        Units.percent(rates.get(rates.size() - 1)),
        Units.count(course.get(0).maximumEntries()),
        Units.count(course.get(course.size() - 1).maximumEntries()));
  }

  private static void addSeries(ObjectNode node, TimeAxis time, CacheHistory history) {
    node.put("name", PageBuilder.name(history.cache()));
    ArrayNode points = node.putArray("points");
    List<TierReading> course = history.course();
    int step = Math.max(1, (course.size() + POINTS - 1) / POINTS);
    for (int i = step; i < course.size(); i += step) {
      TierReading before = course.get(i - step);
      TierReading reading = course.get(i);
      long hits = reading.hits() - before.hits();
      long misses = reading.misses() - before.misses();
      if (hits >= 0 && misses >= 0 && hits + misses > 0) {
        points
            .addArray()
            .add(time.sinceStart(reading.epochNanos()))
            .add(Math.round(1e4 * hits / (hits + misses)) / 1e4)
            .add(hits + misses);
      }
    }
  }

  private static TableBuilder recorded(List<CacheStats> caches) {
    var table =
        new TableBuilder("Lookups recorded one by one")
            .text("cache")
            .figure("lookups")
            .figure("hit rate")
            .text("hits by tier")
            .figure("misses")
            .figure("lookup p50")
            .figure("lookup p99");
    caches.stream()
        .sorted(Comparator.comparingLong(CacheStats::lookups).reversed())
        .forEach(
            cache ->
                table.row(
                    cache.name(),
                    Units.count(cache.lookups()),
                    TableBuilder.share(cache.hitRate()),
                    tiers(cache.hitsByTier()),
                    Units.count(cache.misses()),
                    Units.duration(cache.lookup().percentileNanos(50)),
                    Units.duration(cache.lookup().percentileNanos(99))));
    return table;
  }

  private static String tiers(Map<String, Long> hits) {
    var text = new StringBuilder();
    new TreeMap<>(hits)
        .forEach(
            (tier, count) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(tier)
                    .append(' ')
                    .append(Units.count(count)));
    return text.toString();
  }

  private static TableBuilder tiers(List<CacheHistory> histories) {
    var table =
        new TableBuilder("What each tier holds and did, as last counted", 100)
            .text("cache")
            .text("tier")
            .figure("entries")
            .figure("at most")
            .figure("bytes")
            .figure("hit rate")
            .figure("inserted")
            .figure("evicted")
            .figure("invalidated")
            .figure("promoted")
            .figure("prefetched, used");
    for (CacheHistory history : histories) {
      history.tiers().stream()
          .sorted(
              Comparator.comparing((TierReading tier) -> !tier.isOfWhole())
                  .thenComparing(TierReading::tier))
          .forEach(tier -> addTier(table, history.cache(), tier));
    }
    return table;
  }

  private static void addTier(TableBuilder table, String cache, TierReading tier) {
    table.row(
        cache,
        tier.tier(),
        Units.count(tier.entries()),
        tier.maximumEntries() > 0 ? Units.count(tier.maximumEntries()) : "-",
        tier.bytes() > 0 ? Units.bytes(tier.bytes()) : "-",
        tier.lookups() == 0 ? "-" : Units.percent(tier.hitRate()),
        Units.count(tier.insertions()),
        Units.count(tier.evictions()),
        Units.count(tier.invalidations()),
        Units.count(tier.promotions()),
        tier.prefetches() == 0
            ? "-"
            : Units.count(tier.prefetches()) + ", " + Units.count(tier.prefetchesUsed()));
  }
}
