// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

/**
 * How many latencies of which length there were when. Immutable; maps add up, in the wider columns
 * of both or in wider ones yet.
 */
public final class HeatMap {

  /** How many columns there are at most. */
  public static final int MAX_COLUMNS = 240;

  public static final HeatMap NONE = new Recorder().toHeatMap();

  private static final long FIRST_WIDTH_NANOS = 50_000_000;

  private final long startNanos;
  private final long columnNanos;
  private final long[][] counts;

  private HeatMap(long startNanos, long columnNanos, long[][] counts) {
    this.startNanos = startNanos;
    this.columnNanos = columnNanos;
    this.counts = counts;
  }

  /** Collects latencies. Not thread-safe. */
  public static final class Recorder {
    private final Columns<long[]> columns =
        new Columns<>(
            MAX_COLUMNS, FIRST_WIDTH_NANOS, () -> new long[LatencyRows.COUNT], Recorder::plus);

    /** Adds a latency that began at a moment, in nanoseconds since the epoch. */
    public void record(long epochNanos, long latencyNanos) {
      columns.at(epochNanos)[LatencyRows.of(latencyNanos)]++;
    }

    void add(HeatMap map) {
      columns.widenTo(map.columnNanos);
      for (int i = 0; i < map.counts.length; i++) {
        if (!map.isEmpty(i)) {
          plus(columns.at(map.startNanos(i)), map.counts[i]);
        }
      }
    }

    private static long[] plus(long[] left, long[] right) {
      for (int i = 0; i < left.length; i++) {
        left[i] += right[i];
      }
      return left;
    }

    public HeatMap toHeatMap() {
      var byIndex = columns.byIndex();
      if (byIndex.isEmpty()) {
        return new HeatMap(0, columns.widthNanos(), new long[0][]);
      }
      long first = byIndex.firstKey();
      var counts = new long[(int) (byIndex.lastKey() - first + 1)][LatencyRows.COUNT];
      byIndex.forEach((index, column) -> counts[(int) (index - first)] = column.clone());
      return new HeatMap(first * columns.widthNanos(), columns.widthNanos(), counts);
    }
  }

  /** Returns how many columns there are, from the first latency to the last. */
  public int columns() {
    return counts.length;
  }

  /** Returns how much time a column covers. */
  public long columnNanos() {
    return columnNanos;
  }

  /** Returns when a column begins, in nanoseconds since the epoch. */
  public long startNanos(int column) {
    return startNanos + column * columnNanos;
  }

  /** Returns how many latencies there were in a column and a row of {@link LatencyRows}. */
  public long count(int column, int row) {
    return counts[column][row];
  }

  /** Returns the largest count. */
  public long most() {
    long most = 0;
    for (long[] column : counts) {
      for (long count : column) {
        most = Math.max(most, count);
      }
    }
    return most;
  }

  public boolean isEmpty() {
    return counts.length == 0;
  }

  private boolean isEmpty(int column) {
    for (long count : counts[column]) {
      if (count > 0) {
        return false;
      }
    }
    return true;
  }

  public HeatMap plus(HeatMap other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var sum = new Recorder();
    sum.add(this);
    sum.add(other);
    return sum.toHeatMap();
  }
}
