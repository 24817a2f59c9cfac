// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.memory.Calibration.Sizes;
import org.lusush.lle.recorder.memory.PoolTotals.Requests;

/** Every size that was asked for, and the most common of them judged. Not thread-safe. */
final class Patterns {

  /** How many sizes are told of. */
  static final int MOST = 32;

  private final List<Row> rows = new ArrayList<>();
  private final long nowNanos;

  /**
   * One size of one pool or meter.
   *
   * @param pool the pool, or null where there is none
   * @param sizes what pooling is judged by, or null where the objects are no arrays
   */
  private record Row(
      String name,
      long bytes,
      Requests requests,
      @Nullable PoolStatistics pool,
      @Nullable Sizes sizes) {}

  Patterns(long nowNanos) {
    this.nowNanos = nowNanos;
  }

  /** Adds a pool whose every take asks for the same. */
  void addObjects(ObjectPool<?> pool) {
    var figures = pool.statistics();
    if (figures.takes() > 0) {
      var requests = new Requests(figures.takes(), pool.totals().firstNanos);
      rows.add(new Row(figures.name(), figures.objectBytes(), requests, figures, null));
    }
  }

  /** Adds the sizes that were asked of a pool of arrays. */
  void addArrays(ObjectPool<?> pool) {
    var figures = pool.statistics();
    boolean isPooled = figures.objectBytes() > 0;
    pool.totals()
        .sizes
        .forEach(
            (bytes, requests) ->
                rows.add(
                    new Row(
                        figures.name(),
                        bytes,
                        requests,
                        isPooled ? figures : null,
                        new Sizes(bytes, isPooled ? figures.objectBytes() : bytes))));
  }

  /** Adds the sizes that are made anew each time. */
  void add(AllocationMeter meter) {
    for (Map.Entry<Long, Requests> size : meter.sizes().entrySet()) {
      rows.add(
          new Row(
              meter.name(),
              size.getKey(),
              size.getValue(),
              null,
              new Sizes(size.getKey(), size.getKey())));
    }
  }

  /** Returns what is to be measured to judge the most common sizes. */
  Collection<Sizes> unjudged() {
    return common().stream()
        .filter(row -> row.requests().count() >= PoolAdvice.FEWEST)
        .map(Row::sizes)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns the most common sizes, the most common first. */
  List<AllocationPattern> judged(Calibration calibration) {
    double all = rows.stream().mapToDouble(row -> row.requests().count()).sum();
    return common().stream().map(row -> pattern(row, all, calibration)).toList();
  }

  private List<Row> common() {
    return rows.stream()
        .sorted(Comparator.comparingLong((Row row) -> row.requests().count()).reversed())
        .limit(MOST)
        .toList();
  }

  private AllocationPattern pattern(Row row, double all, Calibration calibration) {
    var advice = advice(row, calibration);
    long count = row.requests().count();
    return new AllocationPattern(
        row.name(),
        row.bytes(),
        count,
        count / all,
        Duration.ofNanos(Math.max(0, nowNanos - row.requests().firstNanos()) / count),
        advice.recommendation(),
        advice.capacity(),
        advice.evidence());
  }

  private static PoolAdvice advice(Row row, Calibration calibration) {
    var pool = row.pool();
    var sizes = row.sizes();
    if (sizes == null) {
      return PoolAdvice.ofObjects(Objects.requireNonNull(pool));
    }
    var cost = calibration.cost(sizes);
    long count = row.requests().count();
    return pool == null
        ? PoolAdvice.ofUnpooled(count, cost)
        : PoolAdvice.ofArrays(pool, count, cost);
  }
}
