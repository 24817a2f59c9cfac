// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Takes {@code lle.CacheLookup}. */
final class CacheSink implements IEventSink {

  /** The lookups of one cache in one chunk. */
  private static final class Tally {
    private final Counter<long[]> hits = new Counter<>(CacheStats.MAX_NAMES, () -> new long[1]);
    private final LatencyRecorder lookup = new LatencyRecorder();
    private long misses;

    CacheStats toStats(String name) {
      Map<String, Long> byTier = new LinkedHashMap<>();
      hits.entries().forEach(entry -> byTier.put(entry.name(), entry.value()[0]));
      return new CacheStats(name, byTier, misses, lookup.toLatency());
    }
  }

  /** The lookups of one cache that one tier answers, or none. */
  static final class Place {
    private final Tally tally;
    private final String tier;
    private long @Nullable [] hits;

    private Place(Tally tally, String tier) {
      this.tally = tally;
      this.tier = tier;
    }

    void add(long nanos, boolean hit) {
      tally.lookup.record(nanos);
      if (!hit) {
        tally.misses++;
        return;
      }
      long[] known = hits;
      if (known == null) {
        known = tally.hits.get(tier);
        hits = known;
      }
      known[0]++;
    }
  }

  /** Adds up the lookups of one chunk. Not thread-safe. */
  static final class Aggregate {
    private final Counter<Tally> caches = new Counter<>(CacheStats.MAX_NAMES, Tally::new);

    /** Returns where lookups add up that one tier of a cache answers, or none. */
    Place place(String cache, String tier) {
      return new Place(caches.get(cache), tier);
    }

    List<CacheStats> toStats() {
      return caches.entries().map(entry -> entry.value().toStats(entry.name())).toList();
    }
  }

  private final Aggregate aggregate;
  private final Field duration;
  private final Field cache;
  private final Field tier;
  private final Field hit;

  CacheSink(Aggregate aggregate, List<ValueField> fields) {
    this.aggregate = aggregate;
    duration = Field.of(fields, Common.DURATION);
    cache = Field.of(fields, CacheLookup.CACHE);
    tier = Field.of(fields, CacheLookup.TIER);
    hit = Field.of(fields, CacheLookup.HIT);
  }

  @Override
  public void addEvent(Object[] values) {
    aggregate
        .place(cache.text(values), tier.text(values))
        .add(duration.nanos(values), hit.flag(values));
  }
}
