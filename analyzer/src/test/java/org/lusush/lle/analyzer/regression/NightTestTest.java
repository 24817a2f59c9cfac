// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

final class NightTestTest {

  private static final double[] EARLIER = {1.0, 1.2, 0.9, 1.1};
  private static final double[] LATER = {1.4, 1.3, 1.6};

  private static double[] drawn(Random random, int count, double mean, double deviation) {
    return IntStream.range(0, count)
        .mapToDouble(i -> mean + deviation * random.nextGaussian())
        .toArray();
  }

  @Test
  void test_ofFewNightsThatBorrowNothing_isStudents() {
    var test = NightTest.of(EARLIER, LATER, 0, 0, 0, 0.95);

    var student = TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(LATER, EARLIER);
    assertThat(test.pValue()).isEqualTo(student.getPValue(), within(1e-12));
    assertThat(test.shift()).isEqualTo(1.4333 - 1.05, within(1e-4));
  }

  /**
   * The variance of the nights is 0.0193 on 5 degrees of freedom; averaged with 0.02 on 20 it is
   * 0.01987, the error 0.1077, t = 3.560 on 25 degrees of freedom: p = 0.0015.
   */
  @Test
  void test_thatBorrowsFromRuns_isWhatTheFormulaGivesByHand() {
    var test = NightTest.of(EARLIER, LATER, 0.02, 300, 0, 0.95);

    assertThat(test.pValue()).isEqualTo(0.0015, within(1e-4));
    assertThat(test.pValue()).isLessThan(NightTest.of(EARLIER, LATER, 0, 0, 0, 0.95).pValue());
  }

  @Test
  void test_ofNightsThatDifferByMoreThanTheirRunsExplain_borrowsNothing() {
    var test = NightTest.of(EARLIER, LATER, 0.001, 300, 0, 0.95);

    assertThat(test).isEqualTo(NightTest.of(EARLIER, LATER, 0, 0, 0, 0.95));
  }

  @Test
  void test_ofNothingOrOne_isNone() {
    assertThat(NightTest.of(new double[0], LATER, 0.02, 300, 0, 0.95))
        .isEqualTo(TrimmedTest.NOTHING);
    assertThat(NightTest.of(new double[] {1}, new double[] {2}, 0, 0, 0, 0.95))
        .isEqualTo(TrimmedTest.NOTHING);
  }

  @Test
  void variance_ofTrimmedNormalValues_isThatOfAllOfThem() {
    var side = NightTest.Side.of(drawn(new Random(1), 10_000, 5, 2));

    assertThat(side.mean()).isEqualTo(5, within(0.1));
    assertThat(side.variance()).isEqualTo(4, within(0.2));
    assertThat(side.kept()).isEqualTo(6_000);
    // The trimmed mean of normal values has 1.145 times the variance of their mean.
    assertThat(side.share() * 10_000).isEqualTo(1.145, within(0.01));
  }

  /** Trimmed or not, borrowing or not: where nothing changes, p is under a twentieth as often. */
  @Test
  void test_whereNothingChanges_isNoSurerThanItSays() {
    var random = new Random(2);
    int[] sure = new int[2];
    int rounds = 4_000;
    for (int i = 0; i < rounds; i++) {
      double[] nights = drawn(random, 23, 0, 1);
      double[] before = Arrays.copyOf(nights, 20);
      double[] after = Arrays.copyOfRange(nights, 20, 23);
      sure[0] += NightTest.of(before, after, 0, 0, 0, 0.95).pValue() < 0.05 ? 1 : 0;
      sure[1] += NightTest.of(before, after, 1, 400, 0, 0.95).pValue() < 0.05 ? 1 : 0;
    }

    assertThat(sure[0]).isBetween(rounds / 40, rounds / 13);
    assertThat(sure[1]).isBetween(rounds / 40, rounds / 15);
  }
}
