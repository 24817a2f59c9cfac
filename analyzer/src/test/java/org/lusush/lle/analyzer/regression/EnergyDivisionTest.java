// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EnergyDivisionTest {

  private static final double SIGNIFICANT = 0.01;

  private static double[] noise(Random random, int points) {
    return IntStream.range(0, points).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private static double[] shifted(double[] series, int from, int to, double by) {
    return IntStream.range(0, series.length)
        .mapToDouble(i -> i >= from && i < to ? series[i] + by : series[i])
        .toArray();
  }

  /**
   * 0 0 0 1 1 1 divided in its middle: the mean distance between both sides is 1, that within each
   * is 0. The energy is 3 · 3 / 6 · (2 · 1 - 0 - 0) = 3. Of the 20 ways to lay three zeros and
   * three ones two are as good, so that one shuffled series in ten is: no change.
   */
  @Test
  void changes_inSixPoints_areNeverSignificant() {
    assertThat(EnergyDivision.of(new double[] {0, 0, 0, 1, 1, 1}, 0.05)).isEmpty();
    assertThat(EnergyDivision.of(new double[] {0, 0, 0, 1, 1, 1}, 0.15))
        .singleElement()
        .satisfies(change -> assertThat(change.index()).isEqualTo(3))
        .satisfies(change -> assertThat(change.pValue()).isBetween(0.07, 0.13));
  }

  @Test
  void changes_ofAShift_areFoundWhereItBegan() {
    double[] series = shifted(noise(new Random(1), 20), 12, 20, 6);

    assertThat(EnergyDivision.of(series, SIGNIFICANT))
        .extracting(EnergyDivision.Change::index)
        .containsExactly(12);
  }

  @Test
  void changes_thereAndBack_areBothFound() {
    double[] series = shifted(noise(new Random(2), 40), 15, 27, 6);

    assertThat(EnergyDivision.of(series, SIGNIFICANT))
        .extracting(EnergyDivision.Change::index)
        .containsExactly(15, 27);
  }

  @Test
  void changes_ofThreeNewPoints_areFound() {
    double[] series = shifted(noise(new Random(3), 20), 17, 20, 8);

    assertThat(EnergyDivision.of(series, SIGNIFICANT))
        .extracting(EnergyDivision.Change::index)
        .containsExactly(17);
  }

  @Test
  void changes_ofOneSpike_areNone() {
    double[] noise = noise(new Random(4), 20);

    assertThat(EnergyDivision.of(shifted(noise, 11, 12, 50), SIGNIFICANT)).isEmpty();
    assertThat(EnergyDivision.of(shifted(noise, 19, 20, 50), SIGNIFICANT)).isEmpty();
  }

  @Test
  void changes_ofSpread_areFoundThoughTheMeanStays() {
    var random = new Random(5);
    double[] series =
        IntStream.range(0, 60)
            .mapToDouble(i -> (i < 30 ? 0.1 : 10) * random.nextGaussian())
            .toArray();

    assertThat(EnergyDivision.of(series, SIGNIFICANT))
        .isNotEmpty()
        .first()
        .satisfies(change -> assertThat(change.index()).isBetween(28, 34));
  }

  @Test
  void changes_ofPlainNoise_areAsRareAsTheySay() {
    var random = new Random(6);
    int alarms = 0;
    for (int i = 0; i < 300; i++) {
      alarms += EnergyDivision.of(noise(random, 20), 0.05).isEmpty() ? 0 : 1;
    }

    assertThat(alarms / 300.0).isBetween(0.01, 0.09);
  }

  @Test
  void changes_ofShortOrConstantSeries_areNone() {
    assertThat(EnergyDivision.of(new double[0], SIGNIFICANT)).isEmpty();
    assertThat(EnergyDivision.of(new double[] {1, 2, 3, 4, 5}, 1)).isEmpty();
    assertThat(EnergyDivision.of(new double[30], SIGNIFICANT)).isEmpty();
  }

  @Test
  void changes_ofTheSameSeries_areTheSame() {
    double[] series = shifted(noise(new Random(7), 30), 20, 30, 1.5);

    assertThat(EnergyDivision.of(series, 0.2)).isEqualTo(EnergyDivision.of(series, 0.2));
  }

  @Test
  void energy_ofEveryDivision_isTheOneOfTheDefinition() {
    double[] series = noise(new Random(8), 12);

    for (int index = 3; index <= 9; index++) {
      for (int last = index + 3; last <= 12; last++) {
        assertThat(EnergyDivision.energy(EnergyDivision.within(series, 0, 12), index, last))
            .isCloseTo(defined(series, index, last), within(1e-12));
      }
    }
  }

  /** The energy as Matteson and James write it down, pair by pair. */
  private static double defined(double[] series, int index, int last) {
    double between = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < last; i++) {
      for (int j = i + 1; j < last; j++) {
        double distance = Math.abs(series[i] - series[j]);
        if (j < index) {
          first += distance;
        } else if (i >= index) {
          second += distance;
        } else {
          between += distance;
        }
      }
    }
    int n = index;
    int m = last - index;
    return (double) n
        * m
        / (n + m)
        * (2.0 / (n * m) * between - first / (n * (n - 1) / 2.0) - second / (m * (m - 1) / 2.0));
  }
}
