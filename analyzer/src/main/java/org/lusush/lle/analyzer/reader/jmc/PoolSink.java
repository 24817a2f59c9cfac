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
  static final class Tally {
    private String kind = "";
    private long takes;
    private long reused;
    private long bytes;

    void add(boolean wasReused, long size) {
      takes++;
      bytes = Sums.add(bytes, Math.max(0, size));
      if (wasReused) {
        reused++;
      }
    }

    PoolStats toStats(String name) {
      return new PoolStats(name, Printable.of(kind), takes, reused, bytes);
    }
  }

  /** Adds up the objects taken in one chunk. Not thread-safe. */
  static final class Aggregate {
    private final Counter<Tally> pools = new Counter<>(PoolStats.MAX_NAMES, Tally::new);

    /** Returns where what is taken from a pool adds up. */
    Tally tally(String pool, String kind) {
      Tally tally = pools.get(pool);
      if (tally.kind.isEmpty()) {
        tally.kind = kind;
      }
      return tally;
    }

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
    aggregate
        .tally(pool.text(values), kind.text(values))
        .add(reused.flag(values), size.bytes(values));
  }
}
