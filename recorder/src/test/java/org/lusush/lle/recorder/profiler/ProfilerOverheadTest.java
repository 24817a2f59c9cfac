// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** What profiling costs, by clocks that say so. */
final class ProfilerOverheadTest {

  private static Profiler profiled(LongSupplier clock, int operations) {
    var profiler = new Profiler(clock);
    profiler.mode(ProfilerMode.INSTRUMENTATION);
    for (int i = 0; i < operations; i++) {
      profiler.tree().enter(OperationType.CUSTOM, Component.OTHER, "");
      profiler.tree().exit(2_000, false);
    }
    return profiler;
  }

  @Test
  void overhead_aClockThatIsSlowToRead_doesNotCount() {
    var clock = new FakeClock(25);

    var overhead = profiled(clock, 10_000).snapshot().overhead();

    assertThat(clock.readings()).isPositive();
    assertThat(overhead.eachNanos()).isZero();
    assertThat(overhead.totalNanos()).isZero();
  }

  @Test
  void overhead_workBetweenReadings_counts() {
    // For each half: some time, what a reading costs, and that again with the work.
    var profiler = profiled(new FakeClock(1_000, 25, 25 + 40, 1_000, 25, 25 + 60), 10_000);

    var overhead = profiler.snapshot().overhead();

    assertThat(overhead)
        .isEqualTo(
            new ProfilerOverhead(ProfilerMode.INSTRUMENTATION, 1, 10_000, 100, 1_000_000, 0.05));
    assertThat(overhead.percent()).isEqualTo(5);
  }

  @Test
  void overhead_slowFirstPairs_standForFew() {
    var slowAtFirst =
        new LongSupplier() {
          private long readings;
          private long now;

          @Override
          public long getAsLong() {
            long work = readings < 6 ? 40_000 : 40;
            now += readings++ % 3 == 2 ? work : 0;
            return now;
          }
        };

    var overhead = profiled(slowAtFirst, 100_000).snapshot().overhead();

    assertThat(overhead.eachNanos()).isBetween(80L, 110L);
  }

  @Test
  void overhead_interruptedPair_isLeftOut() {
    long interrupted = ThreadCallTree.INTERRUPTED_NANOS;
    var clock = new FakeClock(0, 0, 50, 0, 0, 50, 0, 0, interrupted, 0, 0, 1);

    assertThat(profiled(clock, 50_000).snapshot().overhead().eachNanos()).isEqualTo(100);
  }

  @Test
  void overhead_pairs_areTimedSeldom() {
    var clock = new FakeClock(0);

    profiled(clock, 102_400);

    assertThat(clock.readings() / 6).isBetween(100, 110);
  }

  @Test
  void overhead_givenUpOrTooDeepWhileTimed_timesLaterOnes() {
    var profiler = Profiles.on(ProfilerMode.INSTRUMENTATION);
    var clock = new FakeClock(1_000, 25, 25 + 40);
    var timed = new Profiler(clock);
    timed.mode(ProfilerMode.INSTRUMENTATION);
    var tree = timed.tree();

    for (int i = 0; i < 20_000; i++) {
      tree.enter(OperationType.CUSTOM, Component.OTHER, "given up");
      tree.abandon();
    }
    int readings = clock.readings();
    for (int i = 0; i < 2_000; i++) {
      for (int depth = 0; depth < 40; depth++) {
        tree.enter(OperationType.CUSTOM, Component.OTHER, "deep");
      }
      tree.abandonTo(20);
      for (int depth = 0; depth < 20; depth++) {
        tree.exit(1, false);
      }
    }

    assertThat(readings).isPositive();
    assertThat(clock.readings()).isGreaterThan(readings);
    assertThat(timed.snapshot().overhead().profiled()).isEqualTo(40_000);
    assertThat(profiler.snapshot().overhead().eachNanos()).isZero();
  }

  @Test
  void overhead_modes_giveTheirRate() {
    var profiler = profiled(new FakeClock(0), 1);
    profiler.samplingRate(7);

    assertThat(profiler.snapshot().overhead().samplingRate()).isEqualTo(1);
    profiler.mode(ProfilerMode.HYBRID);
    assertThat(profiler.snapshot().overhead().samplingRate()).isEqualTo(7);
    profiler.mode(ProfilerMode.OFF);
    assertThat(profiler.snapshot().overhead().samplingRate()).isZero();
    assertThat(profiler.snapshot().overhead().mode().label()).isEqualTo("off");
  }

  @Test
  void overhead_nothingProfiled_isNothing() {
    var overhead = new Profiler(System::nanoTime).snapshot().overhead();

    assertThat(overhead.share()).isZero();
    assertThat(overhead.profiled()).isZero();
  }

  @Test
  void overhead_realClock_isWithinReason() {
    var overhead = profiled(System::nanoTime, 2_000_000).snapshot().overhead();

    assertThat(overhead.eachNanos()).isBetween(0L, 2_000L);
    assertThat(overhead.share())
        .isCloseTo(overhead.totalNanos() / (2_000_000 * 2_000.0), within(1e-6));
  }
}
