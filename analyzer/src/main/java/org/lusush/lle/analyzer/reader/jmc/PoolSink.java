// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.events.schema.EventSchema.PoolAllocation;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.PoolAllocation}. */
final class PoolSink implements IEventSink {

  /** The objects taken from one pool in one chunk. */
  private static final class Tally {
    private String kind = "";
    private long takes;
    private long reused;
    private long bytes;

    PoolStats toStats(String name) {
      return new PoolStats(name, Printable.of(kind), takes, reused, bytes);
    }
  }

  /** Adds up the objects taken in one chunk. Not thread-safe. */
  static final class Aggregate {
    private final Counter<Tally> pools = new Counter<>(PoolStats.MAX_NAMES, Tally::new);

    List<PoolStats> toStats() {
      return pools.entries().map(entry -> entry.value().toStats(entry.name())).toList();
    }
  }

  private final Aggregate aggregate;
  private final Field pool;
  private final Field kind;
  private final Field reused;
  private final Field size;

  PoolSink(Aggregate aggregate, List<ValueField> fields) {
    this.aggregate = aggregate;
    pool = Field.of(fields, PoolAllocation.POOL);
    kind = Field.of(fields, PoolAllocation.KIND);
    reused = Field.of(fields, PoolAllocation.REUSED);
    size = Field.of(fields, PoolAllocation.SIZE);
  }

  @Override
  public void addEvent(Object[] values) {
    Tally tally = aggregate.pools.get(pool.text(values));
    tally.takes++;
    tally.bytes = Sums.add(tally.bytes, Math.max(0, size.bytes(values)));
    if (reused.flag(values)) {
      tally.reused++;
    }
    if (tally.kind.isEmpty()) {
      tally.kind = kind.text(values);
    }
  }
}
