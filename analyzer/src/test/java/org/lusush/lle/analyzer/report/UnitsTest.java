// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "0,0 ns",
    "999,999 ns",
    "1000,1.00 µs",
    "9994,9.99 µs",
    "9996,10.0 µs",
    "99960,100 µs",
    "999600,1.00 ms",
    "1234567,1.23 ms",
    "59900000000,59.9 s",
    "312000000000,5 min 12 s",
    "7260000000000,2 h 1 min",
    "266400000000000,3 d 2 h"
  })
  void duration_anyNanos_hasThreeDigits(long nanos, String text) {
    assertThat(Units.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 %",
    "1,100 %",
    "0.00001,<0.01 %",
    "0.005,0.50 %",
    "0.123,12.3 %",
    "0.9996,99.9 %",
    "0.99999,>99.9 %"
  })
  void percent_anyFraction_neverRoundsToNoneOrAll(double fraction, String text) {
    assertThat(Units.percent(fraction)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 bytes", "1023,1023 bytes", "1536,1.50 KiB", "1048576,1.00 MiB"})
  void bytes_anyAmount_hasThreeDigits(long bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }
}
