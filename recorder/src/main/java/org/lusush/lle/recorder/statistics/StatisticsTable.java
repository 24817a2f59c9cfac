// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/**
 * The figures of every type of operation, added up over all threads.
 *
 * <p>Threads count on their own, see {@link ThreadStatistics}; readers add up what they find and
 * never stop a writer. Readers take turns with each other, and with threads that count for the
 * first time. What a thread has counted outlives it.
 */
@SuppressWarnings("EnumOrdinal") // see ThreadStatistics
public final class StatisticsTable {

  private static final int PURGE_EVERY = 64;

  private final LongSupplier clock;
  private final List<ThreadStatistics> threads = new ArrayList<>();
  private final @Nullable Totals[] retired = new Totals[ThreadStatistics.ROWS];
  private @Nullable Histogram scratch;

  /**
   * Makes an empty table.
   *
   * @param clock the monotonic clock, in nanoseconds
   */
  public StatisticsTable(LongSupplier clock) {
    this.clock = clock;
  }

  /** Returns counters for a thread, which the table adds up from now on. */
  public synchronized ThreadStatistics register(Thread thread) {
    if (threads.size() % PURGE_EVERY == PURGE_EVERY - 1) {
      retireDead();
    }
    var statistics = new ThreadStatistics(thread);
    threads.add(statistics);
    return statistics;
  }

  /**
   * Adds up what all threads have counted until now, for everything that is asked of one moment.
   */
  public synchronized Reading read() {
    return new Reading(totals());
  }

  /** Returns the figures of every type that was recorded, in the order of the types. */
  public Map<OperationType, OperationStatistics> operations() {
    return read().operations();
  }

  /** Returns the figures of all operations together. */
  public OperationStatistics all() {
    return read().all();
  }

  /** Returns the figures of whole keystrokes, from hand-over to paint. */
  public OperationStatistics keystrokes() {
    return read().keystrokes();
  }

  /** What all threads had counted at one moment. Thread-safe; later operations do not change it. */
  public final class Reading {
    private final @Nullable Totals[] totals;

    private Reading(@Nullable Totals[] totals) {
      this.totals = totals;
    }

    /** Returns the figures of every type that was recorded, in the order of the types. */
    public Map<OperationType, OperationStatistics> operations() {
      var figures = new EnumMap<OperationType, OperationStatistics>(OperationType.class);
      for (var type : OperationType.values()) {
        var row = totals[type.ordinal()];
        if (row != null) {
          figures.put(type, figures(type.label(), row));
        }
      }
      return figures;
    }

    /** Returns the figures of all operations together. */
    public OperationStatistics all() {
      var sum = new Totals();
      for (int i = 0; i < ThreadStatistics.KEYSTROKES; i++) {
        if (totals[i] != null) {
          sum.add(totals[i]);
        }
      }
      return figures(OperationStatistics.ALL, sum);
    }

    /** Returns the figures of whole keystrokes, from hand-over to paint. */
    public OperationStatistics keystrokes() {
      var row = totals[ThreadStatistics.KEYSTROKES];
      return figures(OperationStatistics.KEYSTROKE, row == null ? new Totals() : row);
    }
  }

  private synchronized OperationStatistics figures(String name, Totals totals) {
    return OperationStatistics.of(name, totals, scratch());
  }

  /** Returns a reader of intervals, the first of which begins when the recorder did. */
  public Intervals intervals() {
    return new Intervals();
  }

  /** Reads interval after interval; several readers do not disturb each other. Thread-safe. */
  public final class Intervals {
    private @Nullable Totals[] earlier = new Totals[ThreadStatistics.ROWS];
    private final boolean[] putOff = new boolean[ThreadStatistics.ROWS];

    private Intervals() {}

    /**
     * Returns what was recorded since the last call, by label of the type; {@code keystroke} for
     * whole keystrokes. What nothing was recorded of is left out; what a thread is in the midst of
     * counting comes with the next interval, so that no operation is torn between two.
     */
    public Map<String, IntervalHistogram> next() {
      synchronized (StatisticsTable.this) {
        return next(read());
      }
    }

    /**
     * Returns what was recorded from the last call to the moment of a reading.
     *
     * @param reading of the same table, no older than that of the last call
     */
    public Map<String, IntervalHistogram> next(Reading reading) {
      synchronized (StatisticsTable.this) {
        var intervals = new LinkedHashMap<String, IntervalHistogram>();
        var nothing = new Totals();
        var latest = reading.totals.clone();
        for (int i = 0; i < latest.length; i++) {
          var row = latest[i];
          var before = earlier[i];
          if (row == null) {
            continue;
          }
          // Once in a row at most: a thread may have failed in the midst of it.
          putOff[i] = !row.isOfOneMoment() && !putOff[i];
          if (putOff[i]) {
            latest[i] = before;
            continue;
          }
          var interval = row.since(before == null ? nothing : before, component(i), scratch());
          if (interval.count() > 0) {
            intervals.put(label(i), interval);
          }
        }
        earlier = latest;
        return intervals;
      }
    }
  }

  private static String label(int row) {
    return row == ThreadStatistics.KEYSTROKES
        ? OperationStatistics.KEYSTROKE
        : OperationType.values()[row].label();
  }

  private static Component component(int row) {
    return row == ThreadStatistics.KEYSTROKES
        ? Component.EVENT
        : OperationType.values()[row].component();
  }

  private @Nullable Totals[] totals() {
    long slice = RecentMeans.sliceOf(clock.getAsLong());
    var totals = new @Nullable Totals[ThreadStatistics.ROWS];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = total(i, slice);
    }
    return totals;
  }

  private @Nullable Totals total(int index, long slice) {
    Totals total = null;
    for (var thread : threads) {
      var row = thread.rowOrNull(index);
      if (row != null) {
        total = total == null ? new Totals() : total;
        total.add(row, slice);
      }
    }
    var gone = retired[index];
    if (gone != null) {
      total = total == null ? new Totals() : total;
      total.add(gone);
    }
    return total == null || total.isEmpty() ? null : total;
  }

  private void retireDead() {
    long slice = RecentMeans.sliceOf(clock.getAsLong());
    var dead = threads.stream().filter(ThreadStatistics::isOfDeadThread).toList();
    for (var thread : dead) {
      for (int i = 0; i < retired.length; i++) {
        var row = thread.rowOrNull(i);
        if (row != null) {
          var total = retired[i];
          if (total == null) {
            total = new Totals();
            retired[i] = total;
          }
          total.add(row, slice);
          total.forgetRecent();
        }
      }
    }
    threads.removeAll(dead);
  }

  /** Returns the histogram that figures are read off, one after the other; slow to load. */
  private Histogram scratch() {
    if (scratch == null) {
      scratch = new Histogram(DurationCounts.LARGEST, Totals.SIGNIFICANT_DIGITS);
    }
    return scratch;
  }

  /** Returns the time on the clock of the table, in nanoseconds. */
  public long nanos() {
    return clock.getAsLong();
  }

  /** Returns how many threads are added up one by one. */
  synchronized int threads() {
    return threads.size();
  }
}
