// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.PoolStats;

/** What the pools spared the garbage collector. */
final class PoolSection {

  private PoolSection() {}

  static void print(Page page, List<PoolStats> pools) {
    if (pools.isEmpty()) {
      page.heading("POOLS", "no allocation was recorded");
      return;
    }
    page.heading("POOLS", "objects taken, and how many of them the pool had");
    var table =
        new Table()
            .text("pool", 30)
            .text("kind", 12)
            .figure("taken")
            .figure("reused")
            .figure("new")
            .figure("size in all");
    pools.stream()
        .sorted(Ordering.comparingLong(PoolStats::takes).reversed().thenComparing(PoolStats::name))
        .forEach(pool -> addRow(table, pool));
    table.print(page);
  }

  private static void addRow(Table table, PoolStats pool) {
    table.row(
        pool.name(),
        pool.kind(),
        Units.count(pool.takes()),
        Units.percent(pool.reuseShare()),
        Units.count(pool.takes() - pool.reused()),
        Units.bytes(pool.bytes()));
  }
}
