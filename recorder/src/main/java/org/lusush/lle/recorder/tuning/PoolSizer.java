// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Says how many free objects a pool should keep: as many as were in use at once at the peaks of the
 * last hour, the older the less they count.
 *
 * <p>Grows at once to the last minute's peak; shrinks by a quarter at a time, after ten minutes
 * without a change.
 *
 * <p>Pools may be added by any thread; the rest belongs to the coordinator's.
 */
public final class PoolSizer implements Tuner {

  private static final String NAME = "pool sizer";
  private static final int WINDOWS = 60;
  private static final double HALF_LIFE = 20;
  private static final double QUANTILE = 0.99;
  private static final int ENOUGH_WINDOWS = 10;
  private static final double MOST_SHRINK = 0.75;
  private static final double SPARE = 1.25;
  private static final long ENOUGH_TAKES = 200;
  private static final double TOLERANCE = 0.02;
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final List<SizedPool> pools = new CopyOnWriteArrayList<>();

  /** Sizes one pool more. */
  public void add(TunedPool pool) {
    pools.add(new SizedPool(requireNonNull(pool, "pool")));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void observe() {
    for (var pool : pools) {
      pool.observe();
    }
  }

  @Override
  public List<Advice> advise(Window now) {
    var advice = new ArrayList<Advice>();
    for (var pool : pools) {
      pool.advise(now).ifPresent(advice::add);
    }
    return advice;
  }

  private static final class SizedPool {
    private final TunedPool pool;
    private final Metric metric;
    private final HighWater peaks = new HighWater(WINDOWS, HALF_LIFE);
    private long peak;
    private long windowNanos;
    private int calm;
    private Tally since;

    SizedPool(TunedPool pool) {
      this.pool = pool;
      metric = new Metric("reuse share", true, ENOUGH_TAKES, TOLERANCE, this::counted);
      since = counted();
    }

    void observe() {
      peak = Math.max(peak, pool.takePeak());
    }

    Optional<Advice> advise(Window now) {
      windowNanos += now.length().toNanos();
      long last = peak;
      if (windowNanos >= WINDOW_NANOS) {
        peaks.add(peak);
        peak = 0;
        windowNanos = 0;
        calm++;
      }
      var knob = pool.capacity();
      double capacity = knob.value();
      var reuse = counted().since(since);
      if (now.watched().contains(knob.subject()) || reuse.count() < ENOUGH_TAKES) {
        return Optional.empty();
      }
      double high = Math.max(knob.minimum(), (double) Math.max(last, peaks.quantile(QUANTILE)));
      double to = target(knob, capacity, high);
      if (to == capacity) {
        return Optional.empty();
      }
      since = counted();
      calm = 0;
      return Optional.of(advice(to, high, reuse, now));
    }

    private double target(Knob knob, double capacity, double high) {
      if (high > capacity) {
        return Math.min(knob.maximum(), high);
      }
      boolean isSpare = capacity > SPARE * high && calm >= ENOUGH_WINDOWS;
      return isSpare ? Math.max(high, Math.floor(MOST_SHRINK * capacity)) : capacity;
    }

    private Advice advice(double to, double high, Tally reuse, Window now) {
      var knob = pool.capacity();
      boolean isGrowth = to > knob.value();
      double allocated = reuse.count() - reuse.sum();
      double gain = isGrowth ? Math.max(1, allocated) / Math.max(1, now.seconds()) : 0;
      var reason =
          String.format(
              ROOT,
              "up to %.0f objects in use at once in the last %d minutes, of %.0f that it keeps; %.3f of %d takes reused",
              high,
              Math.max(1, peaks.windows()),
              knob.value(),
              reuse.mean(),
              reuse.count());
      // A pool that holds its peak allocates only while it fills.
      double predicted = isGrowth ? 1 : reuse.mean();
      long settle = (long) Math.max(0, to - knob.value());
      var evidence = new Evidence(metric, reuse, predicted, Control.NONE, settle);
      return new Advice(NAME, knob, to, reason, gain, evidence);
    }

    private Tally counted() {
      return Tally.ofShare(pool.reused(), pool.takes());
    }
  }
}
