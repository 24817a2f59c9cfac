// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.Comparator;
import java.util.List;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;
import org.lusush.lle.analyzer.report.Units;

/** The pools: what was taken and reused, what leaked and what was wasted. */
final class PoolSection {

  private PoolSection() {}

  static void add(PageBuilder page, Contents contents) {
    page.section("pools", "Pools", "Objects that the editor takes and gives back.")
        .table(taken(contents.pools()))
        .table(counted(contents.upkeep().pools()))
        .end();
  }

  private static TableBuilder taken(List<PoolStats> pools) {
    var table =
        new TableBuilder("Takes recorded one by one")
            .text("pool")
            .text("holds")
            .figure("takes")
            .figure("reused")
            .figure("bytes");
    pools.stream()
        .sorted(Comparator.comparingLong(PoolStats::takes).reversed())
        .forEach(
            pool ->
                table.row(
                    pool.name(),
                    pool.kind(),
                    Units.count(pool.takes()),
                    TableBuilder.share(pool.reuseShare()),
                    Units.bytes(pool.bytes())));
    return table;
  }

  private static TableBuilder counted(List<PoolReading> pools) {
    var table =
        new TableBuilder("What each pool counted since it was made")
            .text("pool")
            .text("holds")
            .figure("takes")
            .figure("reused")
            .figure("capacity")
            .figure("most in use")
            .figure("dropped")
            .figure("returned twice")
            .figure("leaked")
            .figure("pooled")
            .figure("wasted");
    pools.stream()
        .sorted(Comparator.comparingLong(PoolReading::takes).reversed())
        .forEach(pool -> addRow(table, pool));
    return table;
  }

  private static void addRow(TableBuilder table, PoolReading pool) {
    table.row(
        pool.pool(),
        pool.kind(),
        Units.count(pool.takes()),
        TableBuilder.share(pool.takes() == 0 ? 0 : (double) pool.reused() / pool.takes()),
        Units.count(pool.capacity()),
        Units.count(pool.peakInUse()),
        Units.count(pool.dropped()),
        alarming(pool.doubleReturns()),
        alarming(pool.leaks()),
        Units.bytes(pool.pooledBytes()),
        Units.percent(pool.fragmentation()));
  }

  private static Object alarming(long count) {
    return TableBuilder.toned(Units.count(count), count > 0 ? "bad" : "");
  }
}
