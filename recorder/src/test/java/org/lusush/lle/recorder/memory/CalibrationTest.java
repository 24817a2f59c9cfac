// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.recorder.OwnThread;
import org.lusush.lle.recorder.memory.Calibration.Sizes;

/** Costs, as measured in this process. */
@Timeout(60)
final class CalibrationTest {

  private static final Sizes SIZES = new Sizes(3000, 4096);
  private static final long STEP_NANOS = 20_000_000;

  @Test
  void measure_untilDone_hasBothFiguresAndMakesLittleGarbage() {
    var calibration = new Calibration();
    assertThat(calibration.measure(List.of(SIZES), 0)).isFalse();
    assertThat(calibration.cost(SIZES)).isNull();

    long before = OwnThread.allocatedBytes();
    measure(calibration);
    long garbage = OwnThread.allocatedBytes() - before;

    var cost = requireNonNull(calibration.cost(SIZES));
    assertThat(cost.newNanos()).isPositive();
    assertThat(cost.pooledNanos()).isPositive();
    assertThat(cost.bytes()).isEqualTo(3000);
    assertThat(cost.pooledBytes()).isEqualTo(4096);
    assertThat(garbage).isLessThan(60_000_000);
  }

  @Test
  void collected_oneOfTheFirstTimes_hasNewOnesMeasuredAgainAndTakesTheCheapest() {
    var calibration = new Calibration();
    measure(calibration);
    var before = requireNonNull(calibration.cost(SIZES));

    calibration.collected();

    assertThat(calibration.measure(List.of(SIZES), 0)).as("nothing is left").isFalse();
    assertThat(calibration.cost(SIZES)).as("known meanwhile").isNotNull();
    measure(calibration);
    var after = requireNonNull(calibration.cost(SIZES));
    assertThat(after.newNanos()).isLessThanOrEqualTo(before.newNanos());
  }

  @Test
  void collected_fourTimes_isAHeapThatIsNotFresh() {
    var calibration = new Calibration();
    for (int i = 0; i < 4; i++) {
      calibration.collected();
    }

    measure(calibration);

    assertThat(requireNonNull(calibration.cost(SIZES)).isHeapFresh()).isFalse();
  }

  @Test
  void measure_whatIsTooLarge_isLeftOut() {
    var calibration = new Calibration();
    var large = new Sizes(1 << 20, 1 << 20);

    assertThat(calibration.measure(List.of(large), 0)).isTrue();
    assertThat(calibration.cost(large)).isNull();
  }

  private static void measure(Calibration calibration) {
    while (!calibration.measure(List.of(SIZES), STEP_NANOS)) {
      Thread.onSpinWait();
    }
  }
}
