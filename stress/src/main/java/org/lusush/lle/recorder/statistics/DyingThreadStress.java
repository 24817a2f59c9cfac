// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** What a thread has counted outlives it, neither lost nor twice, while it dies. */
@JCStressTest
@Description("What a thread has counted outlives it, neither lost nor twice, while it dies.")
@Outcome(id = "in order, exact, folded", expect = ACCEPTABLE, desc = "As promised.")
@Outcome(expect = FORBIDDEN, desc = "Went back, lost, counted twice, or kept one by one.")
@State
@SuppressWarnings("EnumOrdinal") // as the monitor counts
public class DyingThreadStress {

  private static final int TYPE = OperationType.CUSTOM.ordinal();
  private static final int OPERATIONS = 20;
  private static final long NANOS = 1_000;
  private static final int REGISTRATIONS_OF_A_PURGE = 70;
  private static final Thread DEAD = dead();

  private final StatisticsTable table = new StatisticsTable(() -> 0);
  private volatile @Nullable Thread dying;

  /** Starts a thread that counts and dies. */
  @Actor
  public void writer() {
    var thread = new Thread(this::count);
    thread.start();
    dying = thread;
  }

  private void count() {
    var statistics = table.register(Thread.currentThread());
    for (int i = 0; i < OPERATIONS; i++) {
      statistics.record(TYPE, 0, NANOS, NANOS, true);
    }
  }

  /** Reads, and has the dead folded into the totals again and again, until the thread is dead. */
  @Actor
  public void reader(LLL_Result result) {
    result.r1 = "in order";
    long before = 0;
    boolean last = false;
    while (!last) {
      var thread = dying;
      last = thread != null && !thread.isAlive();
      fold();
      long seen = completed();
      if (seen < before || seen > OPERATIONS) {
        result.r1 = seen < before ? "went back" : "too many";
      }
      before = seen;
    }
  }

  @Arbiter
  public void arbiter(LLL_Result result) {
    fold();
    var figures = table.operations().get(OperationType.CUSTOM);
    boolean exact =
        figures != null
            && figures.completed() == OPERATIONS
            && figures.calls() == OPERATIONS
            && figures.errors() == OPERATIONS
            && figures.latency().totalNanos() == OPERATIONS * NANOS;
    result.r2 = exact ? "exact" : "not exact";
    result.r3 = table.threads() <= REGISTRATIONS_OF_A_PURGE ? "folded" : "kept";
  }

  private long completed() {
    var figures = table.operations().get(OperationType.CUSTOM);
    return figures == null ? 0 : figures.completed();
  }

  private void fold() {
    for (int i = 0; i < REGISTRATIONS_OF_A_PURGE; i++) {
      table.register(DEAD);
    }
  }

  private static Thread dead() {
    var thread = new Thread();
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return thread;
  }
}
