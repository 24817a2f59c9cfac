// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestModels;

final class PercentileCurveTest {

  @Test
  void curve_ofADistribution_isItsPercentilesUpToTheLongest() {
    Latency latency = TestModels.spread(10_000, 1_000);

    PercentileCurve curve = PercentileCurve.of(latency);

    assertThat(curve.points())
        .isSortedAccordingTo(Comparator.comparingDouble(PercentileCurve.Point::percentile))
        .isSortedAccordingTo(Comparator.comparingLong(PercentileCurve.Point::nanos))
        .hasSizeBetween(60, 80)
        .contains(new PercentileCurve.Point(50, latency.percentileNanos(50)))
        .endsWith(new PercentileCurve.Point(100, latency.maxNanos()));
  }

  @Test
  void curve_ofNothing_isEmpty() {
    assertThat(PercentileCurve.of(Latency.empty()).points()).isEmpty();
    assertThat(PercentileCurve.of(Latency.of(5)).points()).hasSizeLessThanOrEqualTo(6);
  }
}
