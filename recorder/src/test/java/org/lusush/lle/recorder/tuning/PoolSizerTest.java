// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.TuningOutcome;

/** A pool, sized by its peaks. */
final class PoolSizerTest {

  private final Pool pool = new Pool();
  private final Coordinator coordinator =
      new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
  private long nanos;

  PoolSizerTest() {
    var sizer = new PoolSizer();
    sizer.add(pool);
    coordinator.add(sizer);
  }

  @Test
  void advise_peakOverCapacity_growsToItAtOnce() {
    pool.capacity = 8;

    run(30, 40);

    assertThat(pool.capacity).isEqualTo(40);
    run(600, 40);
    assertThat(pool.capacity).isEqualTo(40);
    assertThat(coordinator.decisions())
        .extracting(Decision::outcome)
        .containsExactly(TuningOutcome.APPLIED, TuningOutcome.KEPT);
  }

  @Test
  void advise_farTooLarge_shrinksSlowly() {
    pool.capacity = 100;

    run(500, 10);
    assertThat(pool.capacity).isEqualTo(100);
    run(300, 10);
    assertThat(pool.capacity).isEqualTo(75);
    run(2 * 3_600, 10);

    assertThat(pool.capacity).isBetween(10.0, 13.0);
  }

  @Test
  void advise_aPeakLongAgo_isForgotten() {
    pool.capacity = 10;
    run(60, 50);
    run(1_200, 10);
    assertThat(pool.capacity).isGreaterThan(35);

    run(4 * 3_600, 10);

    assertThat(pool.capacity).isBetween(10.0, 13.0);
  }

  @Test
  void advise_peaksNowAndThen_areKept() {
    pool.capacity = 50;

    for (int i = 0; i < 20; i++) {
      run(900, 10);
      run(5, 50);
    }

    assertThat(pool.capacity).isEqualTo(50);
  }

  @Test
  void advise_hardlyUsed_isLeftAlone() {
    pool.capacity = 100;
    pool.takesPerStep = 0;

    run(3_600, 0);

    assertThat(pool.capacity).isEqualTo(100);
  }

  @Test
  void quantile_ofPeaks_isTheWeightedOne() {
    var peaks = new HighWater(60, 20);
    assertThat(peaks.quantile(0.99)).isZero();

    for (int i = 1; i <= 100; i++) {
      peaks.add(i);
    }

    assertThat(peaks.windows()).isEqualTo(60);
    assertThat(peaks.quantile(1)).isEqualTo(100);
    assertThat(peaks.quantile(0)).isEqualTo(41);
    // The last twenty count a little over half of all.
    assertThat(peaks.quantile(0.4)).isBetween(78L, 82L);
  }

  private void run(int seconds, int inUse) {
    for (int i = 0; i < seconds; i++) {
      pool.use(inUse);
      nanos += TimeUnit.SECONDS.toNanos(1);
      coordinator.step(nanos);
    }
  }

  private static final class Pool implements TunedPool {
    double capacity;
    int takesPerStep = 50;
    private long peak;
    private long reused;
    private long takes;

    void use(int inUse) {
      peak = Math.max(peak, inUse);
      takes += takesPerStep;
      reused += inUse == 0 ? 0 : Math.round(takesPerStep * Math.min(1, capacity / inUse));
    }

    @Override
    public Knob capacity() {
      return Knob.of("pool", "capacity", 1, 1_000, () -> capacity, to -> capacity = to);
    }

    @Override
    public long takePeak() {
      long taken = peak;
      peak = 0;
      return taken;
    }

    @Override
    public long reused() {
      return reused;
    }

    @Override
    public long takes() {
      return takes;
    }
  }
}
