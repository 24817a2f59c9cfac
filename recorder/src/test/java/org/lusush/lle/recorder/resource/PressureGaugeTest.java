// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lusush.lle.events.PressureLevel.CRITICAL;
import static org.lusush.lle.events.PressureLevel.HIGH;
import static org.lusush.lle.events.PressureLevel.LOW;
import static org.lusush.lle.events.PressureLevel.MEDIUM;
import static org.lusush.lle.events.PressureLevel.NONE;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Levels that rise and fall with what is short, and do not flap. */
final class PressureGaugeTest {

  private final Usages usages = new Usages();
  private final PressureGauge cpu = new PressureGauge(Resource.CPU);
  private final PressureGauge memory = new PressureGauge(Resource.MEMORY);

  @Test
  void update_twiceOverAThreshold_rises() {
    assertThat(cpu.update(usages.cpuStall(0.35))).isFalse();
    assertThat(cpu.update(usages.cpuStall(0.30))).isTrue();

    assertThat(cpu.pressure()).isEqualTo(new Pressure(Resource.CPU, NONE, MEDIUM, 0.30, "psi"));
  }

  @Test
  void update_onceOverAThreshold_staysUnlessCritical() {
    cpu.update(usages.cpuStall(0.99));
    cpu.update(usages.cpuStall(0));
    memory.update(usages.memoryUsed(0.97));
    assertThat(memory.pressure().level()).isEqualTo(NONE);
    memory.update(usages.memoryUsed(0.985));

    assertThat(cpu.pressure().level()).isEqualTo(NONE);
    assertThat(memory.pressure().level()).isEqualTo(CRITICAL);
    assertThat(memory.pressure().source()).isEqualTo("jvm");
  }

  @Test
  void update_ofDifferentLevels_risesToTheLowerOfTwo() {
    cpu.update(usages.cpuStall(0.15));
    cpu.update(usages.cpuStall(0.99));

    assertThat(cpu.pressure().level()).isEqualTo(LOW);
    cpu.update(usages.cpuStall(0.99));
    assertThat(cpu.pressure().level()).isEqualTo(HIGH);
  }

  @Test
  void update_clearlyBelowForTenSeconds_fallsToTheHighestOfThem() {
    repeat(3, 0.7);
    repeat(5, 0.05);
    repeat(1, 0.35);
    assertThat(cpu.pressure().level()).isEqualTo(HIGH);

    repeat(10, 0);

    assertThat(cpu.pressure().level()).as("seconds 1 to 11 had 0.35").isEqualTo(MEDIUM);
    assertThat(cpu.pressure().from()).isEqualTo(HIGH);
    repeat(11, 0);
    assertThat(cpu.pressure().level()).isEqualTo(NONE);
  }

  @Test
  void update_justBelowAThreshold_staysForEver() {
    repeat(2, 0.61);

    repeat(100, 0.49);

    assertThat(cpu.pressure().level()).isEqualTo(HIGH);
    repeat(11, 0.47);
    assertThat(cpu.pressure().level()).isEqualTo(MEDIUM);
  }

  @Test
  void update_noiseAroundAThreshold_changesOnce() {
    var random = new Random(1);
    int changes = 0;
    for (int second = 0; second < 10_000; second++) {
      if (cpu.update(usages.cpuStall(0.30 + 0.05 * random.nextGaussian()))) {
        changes++;
      }
    }

    assertThat(changes).isLessThanOrEqualTo(2);
    assertThat(cpu.pressure().level()).isEqualTo(MEDIUM);
  }

  @Test
  void update_unknown_isNoPressure() {
    memory.update(usages.memoryUsed(-1));
    memory.update(usages.memoryUsed(-1));

    assertThat(memory.pressure()).isEqualTo(new Pressure(Resource.MEMORY, NONE, NONE, -1, ""));
  }

  @Test
  void signals_thresholds_ascend() {
    assertThat(Signal.ALL)
        .allSatisfy(
            signal -> {
              assertThat(signal.low()).isPositive().isLessThan(signal.medium());
              assertThat(signal.high()).isBetween(signal.medium(), signal.critical());
            })
        .extracting(Signal::resource)
        .contains(Resource.values());
  }

  private void repeat(int seconds, double stall) {
    for (int i = 0; i < seconds; i++) {
      cpu.update(usages.cpuStall(stall));
    }
  }
}
