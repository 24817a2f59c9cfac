// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lusush.lle.events.PressureLevel.CRITICAL;
import static org.lusush.lle.events.PressureLevel.HIGH;
import static org.lusush.lle.events.PressureLevel.LOW;
import static org.lusush.lle.events.PressureLevel.MEDIUM;
import static org.lusush.lle.events.PressureLevel.NONE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.recorder.monitor.MonitorLevel;

/** What is done less, in which order, and when it is done again. */
final class ThrottlingTest {

  private static final long SECOND = 1_000_000_000;

  private final Shell shell = new Shell();
  private final Throttling throttling = new Throttling(shell);
  private final List<String> steps = new ArrayList<>();
  private long now;

  @Test
  void update_underLowPressure_doesNothing() {
    last(LOW, 100);

    assertThat(steps).isEmpty();
  }

  @Test
  void update_underRisingPressure_forbidsPrefetchFirstAndLowersTheLevelStepByStep() {
    shell.level = MonitorLevel.EXHAUSTIVE;

    last(MEDIUM, 20);
    assertThat(steps).containsExactly("prefetch on>off");
    last(HIGH, 20);
    assertThat(steps.subList(1, steps.size()))
        .containsExactly(
            "monitoring level exhaustive>detailed", "monitoring level detailed>normal");
    last(CRITICAL, 20);

    assertThat(steps).hasSize(4).last().isEqualTo("monitoring level normal>minimal");
    assertThat(shell.ceiling).isEqualTo(MonitorLevel.MINIMAL);
    assertThat(shell.prefetch).isFalse();
  }

  @Test
  void update_underHighPressure_givesEachStepFiveSeconds() {
    shell.level = MonitorLevel.DETAILED;

    last(HIGH, 5);
    assertThat(steps).hasSize(1);
    last(HIGH, 1);

    assertThat(steps).hasSize(2);
  }

  @Test
  void update_underCriticalPressure_takesAStepEachTime() {
    shell.level = MonitorLevel.DETAILED;

    last(CRITICAL, 3);

    assertThat(steps)
        .containsExactly(
            "prefetch on>off",
            "monitoring level detailed>normal",
            "monitoring level normal>minimal");
  }

  @Test
  void update_quietAgain_givesBackInReverseEachAfterThirtySeconds() {
    shell.level = MonitorLevel.DETAILED;
    last(CRITICAL, 3);
    steps.clear();

    last(NONE, 29);
    assertThat(steps).isEmpty();
    last(NONE, 1);
    assertThat(steps).containsExactly("monitoring level minimal>normal");
    last(NONE, 60);

    assertThat(steps)
        .containsExactly(
            "monitoring level minimal>normal",
            "monitoring level normal>detailed",
            "prefetch off>on");
    assertThat(shell.ceiling).isEqualTo(MonitorLevel.EXHAUSTIVE);
    assertThat(shell.prefetch).isTrue();
    assertThat(throttling.isThrottled()).isFalse();
  }

  @Test
  void update_pressureComesAndGoes_givesNothingBack() {
    last(HIGH, 10);
    steps.clear();

    for (int i = 0; i < 20; i++) {
      last(NONE, 25);
      last(MEDIUM, 1);
    }

    assertThat(steps).isEmpty();
    assertThat(shell.prefetch).isFalse();
  }

  @Test
  void update_fromCriticalToHigh_givesBackOnlyWhatHighDoesNotAskFor() {
    shell.level = MonitorLevel.NORMAL;
    last(CRITICAL, 3);
    steps.clear();

    last(HIGH, 200);

    assertThat(steps).containsExactly("monitoring level minimal>normal");
    assertThat(shell.prefetch).isFalse();
  }

  @Test
  void update_levelOfAUser_isNeverGoneBeyond() {
    shell.level = MonitorLevel.MINIMAL;
    last(CRITICAL, 10);
    assertThat(steps).containsExactly("prefetch on>off");

    shell.level = MonitorLevel.DISABLED;
    last(CRITICAL, 10);
    last(NONE, 200);

    assertThat(steps).containsExactly("prefetch on>off", "prefetch off>on");
    assertThat(shell.ceilings).isEmpty();
  }

  @Test
  void end_throttled_givesEverythingBack() {
    last(CRITICAL, 5);

    throttling.end();

    assertThat(shell.prefetch).isTrue();
    assertThat(shell.ceiling).isEqualTo(MonitorLevel.EXHAUSTIVE);
  }

  private void last(PressureLevel level, int seconds) {
    for (int i = 0; i < seconds; i++) {
      now += SECOND;
      throttling
          .update(level, () -> "test", now)
          .ifPresent(step -> steps.add(step.action() + " " + step.from() + ">" + step.to()));
    }
  }

  /** A shell that does as it is told. */
  private static final class Shell implements ThrottleActions {
    private MonitorLevel level = MonitorLevel.NORMAL;
    private MonitorLevel ceiling = MonitorLevel.EXHAUSTIVE;
    private boolean prefetch = true;
    private final List<MonitorLevel> ceilings = new ArrayList<>();

    @Override
    public void allowPrefetch(boolean allowed) {
      prefetch = allowed;
    }

    @Override
    public MonitorLevel level() {
      return level;
    }

    @Override
    public void ceiling(MonitorLevel ceiling) {
      this.ceiling = ceiling;
      ceilings.add(ceiling);
    }
  }
}
