// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DurationsTest {

  @Test
  void nanos_settings_areUnderstood() {
    assertThat(Durations.nanos("20 ms")).hasValue(20_000_000);
    assertThat(Durations.nanos("0 ns")).hasValue(0);
    assertThat(Durations.nanos("1000000 ns")).hasValue(1_000_000);
    assertThat(Durations.nanos("everyChunk")).isEmpty();
    assertThat(Durations.nanos("999999999999999999 d")).hasValue(9_000_000_000_000_000_000L);
  }

  @Test
  void text_anyDuration_usesTheLargestFittingUnit() {
    assertThat(Durations.text(20_000_000)).isEqualTo("20 ms");
    assertThat(Durations.text(1_500_000)).isEqualTo("1500 us");
    assertThat(Durations.text(7)).isEqualTo("7 ns");
  }
}
