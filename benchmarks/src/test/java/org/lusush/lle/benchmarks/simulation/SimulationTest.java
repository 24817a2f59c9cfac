// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SimulationTest {

  /** W-TinyLFU lets in by chance now and then. */
  private static final double CHANCE = 0.001;

  @Test
  void run_everyTrace_isHitAsOftenAsByLruAndNoMoreThanPossible() throws IOException {
    var simulation = Simulation.run();

    assertThat(simulation.rows())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            row -> {
              assertThat(row.ours())
                  .isBetween(Math.max(row.lru(), row.scanning()) - CHANCE, row.best());
              assertThat(row.lru()).isBetween(0.0, row.best());
              assertThat(row.scanning()).isBetween(0.0, row.best());
            });
    assertThat(simulation.tunings())
        .anyMatch(Simulation.Tuning::isOfShell)
        .allSatisfy(tuning -> assertThat(tuning.hitRate()).isGreaterThan(0.5));
  }

  @Test
  void best_smallTrace_isWhatCanBeWorkedOutByHand() {
    // 1 and 2 are kept, 3 is not worth it: hits at the second 1, the second 2, the third 1.
    var trace = Trace.of("by hand", 1, 2, 3, 1, 2, 1);

    assertThat(Best.hitRate(2, trace)).isEqualTo(3 / 6.0, within(1e-9));
  }

  @Test
  void best_forgotten_isNoHit() {
    assertThat(Best.hitRate(2, Trace.of("forgetful", 1, Trace.FORGET, 1, 1)))
        .isEqualTo(1 / 3.0, within(1e-9));
  }

  @Test
  void lru_scanOfTheOldest_sparesWhatIsAskedForOften() {
    var trace = Trace.of("by hand", 1, 1, 1, 2, 3, 1);

    assertThat(Policy.hitRate(Lru.plain(2), trace)).isEqualTo(2 / 6.0, within(1e-9));
    assertThat(Policy.hitRate(Lru.scanning(2, 10), trace)).isEqualTo(3 / 6.0, within(1e-9));
  }
}
