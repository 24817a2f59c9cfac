// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.HdrHistogram.Histogram;
import org.lusush.lle.events.OperationType;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A reader of {@link ThreadStatistics} beside the threads that count. */
@SuppressWarnings("EnumOrdinal") // as the monitor counts
public final class CountersStress {

  private static final int TYPE = OperationType.CUSTOM.ordinal();
  private static final long NANOS = 1_000;
  private static final long SELF_NANOS = 600;
  private static final long CPU_NANOS = 300;

  private CountersStress() {}

  /** What a reader finds is not less than what was published with the count, nor than before. */
  @JCStressTest
  @Description(
      "What a reader finds is not less than was published with the count, nor than before.")
  @Outcome(id = "in order, exact", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(expect = FORBIDDEN, desc = "Went back, not published with its count, or lost.")
  @State
  public static class OneWriter {
    private static final int OPERATIONS = 100;

    private final ThreadStatistics statistics = new ThreadStatistics(Thread.currentThread());

    @Actor
    public void writer() {
      count(statistics, OPERATIONS);
    }

    @Actor
    public void reader(LL_Result result) {
      var before = Figures.of(statistics);
      var verdict = before.judged(OPERATIONS);
      for (int i = 0; i < 4 && verdict.equals("in order"); i++) {
        var figures = Figures.of(statistics);
        verdict = figures.isBehind(before) ? "went back" : figures.judged(OPERATIONS);
        before = figures;
      }
      result.r1 = verdict;
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      result.r2 = Figures.of(statistics).isExactly(OPERATIONS) ? "exact" : "lost";
    }
  }

  /** Two threads that count each on its own, one of which reads, lose nothing to each other. */
  @JCStressTest
  @Description("Two threads that count each on its own, one of which reads, lose nothing.")
  @Outcome(id = "in order, exact", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(
      expect = FORBIDDEN,
      desc = "Less than its own, or more than all, or not exact at the end.")
  @State
  public static class TwoWriters {
    private static final int OPERATIONS = 50;

    private final StatisticsTable table = new StatisticsTable(() -> 0);

    @Actor
    public void writer() {
      count(table.register(Thread.currentThread()), OPERATIONS);
    }

    @Actor
    public void writerThatReads(LL_Result result) {
      var own = table.register(Thread.currentThread());
      result.r1 = "in order";
      long before = 0;
      for (int i = 1; i <= OPERATIONS; i++) {
        count(own, 1);
        if (i % 25 == 0) {
          long seen = table.all().completed();
          if (seen < i || seen > i + OPERATIONS || seen < before) {
            result.r1 = "not in order";
          }
          before = seen;
        }
      }
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      var figures = table.operations().get(OperationType.CUSTOM);
      long all = 2 * OPERATIONS;
      boolean exact =
          figures != null
              && figures.calls() == all
              && figures.completed() == all
              && figures.errors() == all
              && figures.latency().totalNanos() == all * NANOS
              && figures.selfNanos() == all * SELF_NANOS
              && figures.costs().operations() == all
              && figures.costs().cpuNanos() == all * CPU_NANOS
              && table.all().completed() == all;
      result.r2 = exact ? "exact" : "not exact";
    }
  }

  /** The share of operations without error stays between 0 and 1 while all of them fail. */
  @JCStressTest
  @Description(
      "The share of operations without error stays between 0 and 1 while all of them fail.")
  @Outcome(id = "share, 0.0", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(expect = FORBIDDEN, desc = "More errors than operations.")
  @State
  public static class Reliability {
    private final StatisticsTable table = new StatisticsTable(() -> 0);
    private final ThreadStatistics statistics = table.register(Thread.currentThread());

    @Actor
    public void writer() {
      count(statistics, 20);
    }

    @Actor
    public void reader(LL_Result result) {
      double reliability = table.all().reliability();
      result.r1 = reliability >= 0 && reliability <= 1 ? "share" : "no share";
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      result.r2 = table.all().reliability();
    }
  }

  /** Intervals that follow each other hold all that was counted, nothing of it lost or twice. */
  @JCStressTest
  @Description("Intervals that follow each other hold all that was counted, none lost or twice.")
  @Outcome(id = "in order, exact", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(expect = FORBIDDEN, desc = "The intervals' sums are not those of the operations.")
  @State
  public static class Intervals {
    private final StatisticsTable table = new StatisticsTable(() -> 0);
    private final ThreadStatistics statistics = table.register(Thread.currentThread());
    private final StatisticsTable.Intervals intervals = table.intervals();
    private long operations;
    private long errors;
    private long totalNanos;
    private long selfNanos;

    public Intervals() {
      count(statistics, 1);
      take();
    }

    @Actor
    public void writer() {
      count(statistics, 2);
    }

    @Actor
    public void reader(LL_Result result) {
      take();
      result.r1 = errors <= 3 && totalNanos <= 3 * NANOS ? "in order" : "too many";
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      take();
      boolean exact =
          operations == 3 && errors == 3 && totalNanos == 3 * NANOS && selfNanos == 3 * SELF_NANOS;
      result.r2 =
          exact
              ? "exact"
              : operations + " with " + errors + " errors and " + totalNanos + " of 3000 ns";
    }

    private void take() {
      var interval = intervals.next().get(OperationType.CUSTOM.label());
      if (interval != null) {
        operations += interval.count();
        errors += interval.errors();
        totalNanos += interval.totalNanos();
        selfNanos += interval.selfNanos();
      }
    }
  }

  /** Counts operations that all fail. */
  private static void count(ThreadStatistics statistics, int operations) {
    for (int i = 0; i < operations; i++) {
      statistics.recordCosts(TYPE, CPU_NANOS, 0);
      statistics.record(TYPE, 0, NANOS, SELF_NANOS, true);
    }
  }

  /** What a reader finds of one thread. */
  private record Figures(
      long completed, long counted, long errors, long totalNanos, long selfNanos, long detailed) {

    private static final ThreadLocal<Histogram> SCRATCH =
        ThreadLocal.withInitial(
            () -> new Histogram(DurationCounts.LARGEST, Totals.SIGNIFICANT_DIGITS));

    static Figures of(ThreadStatistics statistics) {
      var totals = new Totals();
      var row = statistics.rowOrNull(TYPE);
      if (row != null) {
        totals.add(row, 0);
      }
      return new Figures(
          totals.completed,
          totals.latency(SCRATCH.get()).count(),
          totals.errors,
          totals.totalNanos,
          totals.selfNanos,
          totals.detailed);
    }

    boolean isBehind(Figures other) {
      return completed < other.completed
          || counted < other.counted
          || errors < other.errors
          || totalNanos < other.totalNanos
          || selfNanos < other.selfNanos
          || detailed < other.detailed;
    }

    String judged(long most) {
      if (!isAtLeast(completed)) {
        return "not published";
      }
      boolean tooMany =
          counted > most
              || errors > most
              || totalNanos > most * NANOS
              || selfNanos > most * SELF_NANOS
              || detailed > most;
      return tooMany ? "too many" : "in order";
    }

    private boolean isAtLeast(long operations) {
      return counted >= operations
          && errors >= operations
          && totalNanos >= operations * NANOS
          && selfNanos >= operations * SELF_NANOS
          && detailed >= operations;
    }

    boolean isExactly(long operations) {
      return completed == operations
          && isAtLeast(operations)
          && judged(operations).equals("in order");
    }
  }
}
