// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessProbesTest {

  @Test
  void starts_onceEach_areOfAtLeastTheJvmAsItIs() throws IOException {
    var costs = StartCost.measureAll(1);

    assertThat(costs).extracting(StartCost::archive).contains(Archive.NONE);
    assertThat(costs)
        .allSatisfy(cost -> assertThat(cost.startNanos()).isBetween(1.0, cost.firstLineNanos()));
  }

  @Test
  void prompts_onceEach_areOfAtLeastTheJvmAsItIs() throws IOException {
    var costs = PromptCost.measureAll(1);

    assertThat(costs).extracting(PromptCost::archive).contains(Archive.NONE);
    assertThat(costs)
        .allSatisfy(
            cost -> assertThat(cost.lostNanos()).isEqualTo(cost.withNanos() - cost.withoutNanos()));
  }

  @Test
  void memory_ofOneProcess_isMeasured() throws IOException {
    var memory = MemoryCost.measure(1);

    assertThat(memory.heapBytes()).isPositive();
    assertThat(memory.metadataBytes()).isPositive();
  }

  @Test
  void counts_ofEightThreadsUnderAReader_areExact() throws IOException {
    var counts = Counts.measure();

    assertThat(counts.made()).isPositive();
    assertThat(counts.wrong()).isZero();
  }

  @Test
  void run_ofAProbeThatFails_namesIt() {
    assertThatThrownBy(() -> ChildJvm.run(List.of(), StartProbe.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(StartProbe.class.getName());
  }

  @Test
  void median_ofOddEvenAndNoFigures_isTheMiddle() {
    assertThat(Median.of(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    assertThat(Median.of(List.of())).isNaN();
  }
}
