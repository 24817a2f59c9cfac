// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.upkeep.PoolReading;

/** What the pools hold, and what never came back to them. */
final class PoolCountSection {

  private PoolCountSection() {}

  static void print(Page page, List<PoolReading> pools) {
    if (pools.isEmpty()) {
      return;
    }
    page.heading("POOL USE", "as last counted, since each pool was made");
    var table =
        new Table()
            .text("pool", 26)
            .figure("capacity")
            .figure("in use")
            .figure("peak")
            .figure("pooled")
            .figure("wasted")
            .figure("dropped")
            .figure("twice")
            .figure("leaked");
    pools.stream()
        .sorted(Ordering.comparing(PoolReading::pool))
        .forEach(pool -> addRow(table, pool));
    table.print(page);
  }

  private static void addRow(Table table, PoolReading pool) {
    table.row(
        pool.pool(),
        Units.count(pool.capacity()),
        Units.count(pool.inUse()),
        Units.count(pool.peakInUse()),
        Units.bytes(pool.pooledBytes()),
        Units.percent(pool.fragmentation()),
        Units.count(pool.dropped()),
        Units.count(pool.doubleReturns()),
        new Table.Cell(Units.count(pool.leaks()), pool.leaks() > 0 ? Tone.BAD : Tone.PLAIN));
  }
}
