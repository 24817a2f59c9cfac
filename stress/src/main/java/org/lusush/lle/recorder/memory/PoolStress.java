// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Loans of {@link ObjectPool} that several threads end at once. */
public final class PoolStress {

  private PoolStress() {}

  /** Of two threads that end a loan, one does. */
  @JCStressTest
  @Description("Of two threads that end a loan, one does.")
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(expect = FORBIDDEN, desc = "Ended twice or never.")
  @State
  public static class OneLoan {
    private final ObjectPool<Object> pool = pool();
    private final Pooled<Object> loan = pool.borrow();

    @Actor
    public void one() {
      loan.close();
    }

    @Actor
    public void other() {
      loan.close();
    }

    @Arbiter
    public void arbiter(LLL_Result result) {
      judge(pool, result);
    }
  }

  /** A lease that has ended does not end the next one of the same object. */
  @JCStressTest
  @Description("A lease that has ended does not end the next one of the same object.")
  @Outcome(id = "2, 1, 0", expect = ACCEPTABLE, desc = "As promised.")
  @Outcome(expect = FORBIDDEN, desc = "The older one ended it, too.")
  @State
  public static class TwoLeases {
    private final ObjectPool<Object> pool = pool();
    private final ObjectPool.Lease<Object> older = pool.take();
    private final ObjectPool.Lease<Object> newer;

    /** Leases the object again. */
    public TwoLeases() {
      older.close();
      newer = pool.take();
    }

    @Actor
    public void one() {
      older.close();
    }

    @Actor
    public void other() {
      newer.close();
    }

    @Arbiter
    public void arbiter(LLL_Result result) {
      judge(pool, result);
    }
  }

  private static void judge(ObjectPool<?> pool, LLL_Result result) {
    var figures = pool.statistics();
    result.r1 = figures.returns();
    result.r2 = figures.doubleReturns();
    result.r3 = figures.inUse();
  }

  private static ObjectPool<Object> pool() {
    return new ObjectPool<>(
        new Nobody(),
        new ObjectPool.Settings<>("stress", PoolKind.PRIMARY, 4, 16, Object::new, PoolStress::asNew)
            .untimed());
  }

  private static void asNew(Object object) {
    // It holds nothing.
  }

  /** Measures nothing. */
  private static final class Nobody implements Measuring {
    @Override
    public Measurement measure(OperationType type, String name) {
      return Measurement.none();
    }

    @Override
    public long keystrokeId() {
      return 0;
    }
  }
}
