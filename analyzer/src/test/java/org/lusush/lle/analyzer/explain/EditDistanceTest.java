// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances of words, by hand. */
final class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({"'', abc, 3", "abc, abc, 0", "abc, acb, 1", "abcd, abxd, 1", "kitten, sitting, 3"})
  void between_isTheLeastNumberOfChanges(String left, String right, int distance) {
    assertThat(EditDistance.between(left, right)).isEqualTo(distance);
  }
}
