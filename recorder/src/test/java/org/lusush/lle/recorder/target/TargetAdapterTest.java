// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lusush.lle.events.TargetState;
import org.lusush.lle.events.Targets;
import org.lusush.lle.recorder.tuning.Coordinator;
import org.lusush.lle.recorder.tuning.Decision;
import org.lusush.lle.recorder.tuning.DecisionListener;
import org.lusush.lle.recorder.tuning.TuningSettings;

/** Targets that follow the evidence, by way of the coordinator. */
final class TargetAdapterTest {

  private static final long ENOUGH = 10_000;

  private final TargetSettings settings = TargetSettings.of(Targets.defaults());
  private final TargetAdapter adapter = new TargetAdapter(settings);
  private final Coordinator coordinator =
      new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
  private long nanos;

  TargetAdapterTest() {
    coordinator.add(adapter);
  }

  @Test
  void statuses_beforeAnything_areUnknown() {
    assertThat(adapter.statuses())
        .hasSize(TargetKind.values().length)
        .allSatisfy(
            status -> {
              assertThat(status.state()).isEqualTo(TargetState.UNKNOWN);
              assertThat(status.achieved()).isNaN();
              assertThat(status.known()).isZero();
            });
  }

  @Test
  void statuses_ofSomeWindows_tellTheShareThatMetIt() {
    windows(3, TargetKind.ERROR_RATE, 0.0001);
    windows(1, TargetKind.ERROR_RATE, 0.5);
    adapter.read(List.of(new TargetReading(TargetKind.ERROR_RATE, 0, 5)));

    var status = status(TargetKind.ERROR_RATE);
    assertThat(status.achieved()).isEqualTo(0.75);
    assertThat(status.known()).isEqualTo(4);
    assertThat(status.achievedEver()).isEqualTo(0.75);
    assertThat(status.state()).isEqualTo(TargetState.UNKNOWN);
    assertThat(status.samples()).isEqualTo(5);
  }

  @Test
  void statuses_ofAnHourAndMore_forgetWhatWasBefore() {
    windows(100, TargetKind.CPU, 2);
    windows(400, TargetKind.CPU, 0.1);

    assertThat(status(TargetKind.CPU).achieved()).isEqualTo(1);
    assertThat(status(TargetKind.CPU).achievedEver()).isEqualTo(0.8);
  }

  @Test
  void step_betterForLong_tightensHalfway() {
    windows(50, TargetKind.RESPONSE, 100_000);

    assertThat(adapter.target(TargetKind.RESPONSE).limit()).isEqualTo(300_000);
    assertThat(status(TargetKind.RESPONSE).tightened()).isTrue();
    assertThat(coordinator.decisions().get(0).reason()).contains("worst of 30 windows");
  }

  @Test
  void step_hitRateBetterForLong_tightensToo() {
    windows(50, TargetKind.HIT_RATE, 0.98);

    assertThat(adapter.target(TargetKind.HIT_RATE).limit()).isCloseTo(0.94, within(1e-9));
  }

  @Test
  void step_oneWindowAsBadAsTheLimit_isNoEvidence() {
    for (int i = 0; i < 20; i++) {
      windows(20, TargetKind.RESPONSE, 100_000);
      windows(1, TargetKind.RESPONSE, 490_000);
    }

    assertThat(adapter.target(TargetKind.RESPONSE).limit()).isEqualTo(500_000);
  }

  @Test
  void step_fewSamples_isNoEvidence() {
    for (int i = 0; i < 100; i++) {
      adapter.read(List.of(new TargetReading(TargetKind.RESPONSE, 100_000, 99)));
      step();
    }

    assertThat(adapter.target(TargetKind.RESPONSE).limit()).isEqualTo(500_000);
  }

  @Test
  void step_tightenedAndMissed_loosensToTheStatedLimitOnly() {
    windows(50, TargetKind.RESPONSE, 100_000);
    assertThat(adapter.target(TargetKind.RESPONSE).limit()).isLessThan(500_000);

    windows(400, TargetKind.RESPONSE, 2_000_000);

    assertThat(adapter.target(TargetKind.RESPONSE).limit()).isEqualTo(500_000);
    assertThat(status(TargetKind.RESPONSE).tightened()).isFalse();
  }

  @Test
  void step_notAdaptive_staysAsStated() {
    windows(200, TargetKind.ERROR_RATE, 0);

    assertThat(adapter.target(TargetKind.ERROR_RATE))
        .isEqualTo(settings.targets().get(TargetKind.ERROR_RATE));
  }

  @ParameterizedTest
  @EnumSource(
      value = TargetKind.class,
      names = {"RESPONSE", "KEYSTROKE", "HIT_RATE"})
  void step_anyFigures_neverLoosenPastWhatWasStated(TargetKind kind) {
    var stated = settings.targets().get(kind);
    for (long seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var own = new TargetAdapter(settings);
      var loop = new Coordinator(TuningSettings.defaults(), DecisionListener.NONE);
      loop.add(own);
      boolean wasTightened = false;
      double level = 0.5;
      for (int window = 0; window < 1_500; window++) {
        level = random.nextInt(60) == 0 ? random.nextDouble() * 2 : level;
        double figure = (kind == TargetKind.HIT_RATE ? 1 - level / 8 : level * stated.limit());
        own.read(List.of(new TargetReading(kind, figure, ENOUGH)));
        loop.step(TimeUnit.SECONDS.toNanos(10L * window));

        var limit = own.target(kind).limit();
        assertThat(kind.isAsGood(limit, stated.limit())).as("%s", limit).isTrue();
        wasTightened |= limit != stated.limit();
      }
      assertThat(wasTightened).isTrue();
      assertThat(loop.failures()).isEmpty();
      assertThat(loop.decisions()).extracting(Decision::parameter).containsOnly("limit");
    }
  }

  private TargetStatus status(TargetKind kind) {
    return adapter.statuses().stream()
        .filter(status -> status.target().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private void windows(int count, TargetKind kind, double figure) {
    for (int i = 0; i < count; i++) {
      adapter.read(List.of(new TargetReading(kind, figure, ENOUGH)));
      step();
    }
  }

  private void step() {
    nanos += TimeUnit.SECONDS.toNanos(10);
    coordinator.step(nanos);
  }
}
