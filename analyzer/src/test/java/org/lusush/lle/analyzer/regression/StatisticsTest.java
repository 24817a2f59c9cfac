// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.model.Latency;

/** The tests of hypotheses against examples by hand and against plain reference implementations. */
final class StatisticsTest {

  private static Distribution distribution(long... values) {
    return Distribution.of(Latency.of(values));
  }

  private static double[] doubles(long... values) {
    return LongStream.of(values).asDoubleStream().toArray();
  }

  /** Under 2,048 ns each duration has a bucket of its own. */
  private static long[] durations(Random random, int count, int from, int to) {
    return random.longs(count, from, to).toArray();
  }

  @Test
  void distributions_ofAnySizesAndTies_areComparedAsTheReferenceDoes() {
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int spread = 2 + random.nextInt(300);
      long[] earlier = durations(random, 30 + random.nextInt(200), 100, 100 + spread);
      long[] later = durations(random, 30 + random.nextInt(200), 110, 110 + spread);

      var test = DistributionTest.of(distribution(earlier), distribution(later));

      var mannWhitney =
          MannWhitneyUTest.withDefaults()
              .with(PValueMethod.ASYMPTOTIC)
              .test(doubles(later), doubles(earlier));
      assertThat(test.superiority())
          .isEqualTo(mannWhitney.getStatistic() / earlier.length / later.length, within(1e-9));
      assertThat(test.mannWhitney()).isEqualTo(mannWhitney.getPValue(), within(1e-9));
      double distance =
          KolmogorovSmirnovTest.withDefaults().statistic(doubles(earlier), doubles(later));
      assertThat(test.distance()).isEqualTo(distance, within(1e-9));
    }
  }

  /** The limit distribution has its upper 5 % beyond 1.3581 and its upper 1 % beyond 1.6276. */
  @Test
  void kolmogorov_atTheTabulatedPoints_isTheTabulatedTail() {
    // Of 100 against 100 the scaled distance is D · sqrt(50): 1.3435 at D = 0.19, 1.6263 at 0.23.
    assertThat(ofDistance(19).kolmogorovSmirnov()).isEqualTo(0.0541, within(5e-4));
    assertThat(ofDistance(23).kolmogorovSmirnov()).isEqualTo(0.01009, within(5e-5));
    assertThat(ofDistance(0).kolmogorovSmirnov()).isEqualTo(1);
  }

  private static DistributionTest ofDistance(int moved) {
    long[] earlier = LongStream.rangeClosed(1, 100).toArray();
    long[] later = LongStream.rangeClosed(1 + moved, 100 + moved).toArray();
    return DistributionTest.of(distribution(earlier), distribution(later));
  }

  @Test
  void distributions_ofNothing_differInNothing() {
    assertThat(DistributionTest.of(Distribution.EMPTY, distribution(1, 2)))
        .isEqualTo(DistributionTest.NOTHING);
    assertThat(DistributionTest.of(distribution(5), distribution(5)).mannWhitney()).isEqualTo(1);
  }

  @Test
  void quantiles_ofASketch_standForTheirShares() {
    var sketch = Distribution.ofQuantiles(List.of(10L, 20L, 20L, 40L), 400);
    var both = Distribution.merged(List.of(sketch, distribution(5, 20)));

    assertThat(sketch.count()).isEqualTo(400);
    assertThat(sketch.quantile(0.25)).isEqualTo(10);
    assertThat(sketch.quantile(0.5)).isEqualTo(20);
    assertThat(sketch.quantile(1)).isEqualTo(40);
    assertThat(both.count()).isEqualTo(402);
    assertThat(both.countAt(2)).isEqualTo(201);
  }

  /**
   * Benjamini and Hochberg (1995), section 3.2: fifteen hypotheses of a study of thrombolysis. At q
   * = 0.05 the first four are rejected, since 0.0095 is under 4 / 15 · 0.05 = 0.0133 while 0.0201
   * is over 5 / 15 · 0.05.
   */
  @Test
  void falseDiscovery_ofTheirOwnExample_rejectsTheFirstFour() {
    double[] pValues = {
      0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0
    };

    double[] adjusted = FalseDiscovery.adjusted(pValues);

    assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05)).hasSize(4);
    assertThat(adjusted[4]).isEqualTo(0.0095 * 15 / 4, within(1e-12));
    assertThat(adjusted[0]).isGreaterThan(0.05);
    assertThat(adjusted[14]).isEqualTo(1);
    assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
  }

  @Test
  void falseDiscovery_ofAnyPValues_isTheSmallestOfTheScaledOnesFromThereOn() {
    var random = new Random(2);
    for (int round = 0; round < 100; round++) {
      double[] pValues = random.doubles(1 + random.nextInt(12)).toArray();
      double[] sorted = pValues.clone();
      Arrays.sort(sorted);

      double[] adjusted = FalseDiscovery.adjusted(pValues);

      for (int i = 0; i < pValues.length; i++) {
        double least = 1;
        for (int rank = 1; rank <= sorted.length; rank++) {
          if (sorted[rank - 1] >= pValues[i]) {
            least = Math.min(least, sorted[rank - 1] * sorted.length / rank);
          }
        }
        assertThat(adjusted[i]).isEqualTo(least, within(1e-12));
      }
    }
  }

  /**
   * Earlier 1 2 3 4 9 is trimmed to 2 3 4, mean 3; moved inwards it is 2 2 3 4 4, of which the
   * squared deviations from 3 add up to 4. Later 5 6 7 8 100 is trimmed to 6 7 8, mean 7, squares 4
   * again. The variance is (4 + 4) / (3 + 3 - 2) = 2, the error sqrt(2 · (1/3 + 1/3)) = 1.1547, t =
   * 4 / 1.1547 = 3.4641 on 4 degrees of freedom: p = 0.0257. Its 95 % point is 2.7764, so that the
   * interval is 4 ± 3.2060.
   */
  @Test
  void trimmed_withAnOutlierEach_isWhatTheFormulaGivesByHand() {
    double[] earlier = {1, 2, 3, 4, 9};
    double[] later = {5, 100, 6, 7, 8};

    var test = TrimmedTest.of(earlier, later, 0, 0.95);

    assertThat(test.shift()).isEqualTo(4, within(1e-12));
    assertThat(test.pValue()).isEqualTo(0.0257, within(1e-4));
    assertThat(test.low()).isEqualTo(4 - 3.2060, within(1e-3));
    assertThat(test.high()).isEqualTo(4 + 3.2060, within(1e-3));
  }

  @Test
  void trimmed_ofFewFigures_isStudentsTest() {
    double[] earlier = {1.0, 1.2, 0.9, 1.1};
    double[] later = {1.4, 1.3, 1.6};

    var test = TrimmedTest.of(earlier, later, 0, 0.95);

    var student = TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(later, earlier);
    assertThat(test.pValue()).isEqualTo(student.getPValue(), within(1e-12));
  }

  @Test
  void trimmed_ofOneFigureAgainstMany_isStillATest_ofOneAgainstOneIsNone() {
    assertThat(TrimmedTest.of(new double[] {1, 1.1, 0.9, 1}, new double[] {2}, 0, 0.95).pValue())
        .isLessThan(0.01);
    assertThat(TrimmedTest.of(new double[] {1}, new double[] {2}, 0, 0.95))
        .isEqualTo(TrimmedTest.NOTHING);
    assertThat(TrimmedTest.of(new double[0], new double[] {2, 3, 4}, 0, 0.95))
        .isEqualTo(TrimmedTest.NOTHING);
  }

  @Test
  void trimmed_ofEqualFigures_isSureOfNothingFinerThanTheLeastDeviation() {
    double[] earlier = {1, 1, 1, 1, 1};
    double[] later = {1.01, 1.01, 1.01};

    assertThat(TrimmedTest.of(earlier, later, 0.02, 0.95).pValue()).isGreaterThan(0.3);
    assertThat(TrimmedTest.of(earlier, later, 0, 0.95).pValue()).isZero();
    assertThat(TrimmedTest.of(earlier, earlier, 0, 0.95).pValue()).isEqualTo(1);
  }

  @Test
  void bootstrap_ofDrawnRuns_holdsTheTrueShiftNearlyAsOftenAsItSays() {
    var random = new Random(3);
    int held = 0;
    for (int i = 0; i < 200; i++) {
      var earlier = distribution(lognormal(random, 400, 1_000));
      var later = distribution(lognormal(random, 400, 1_200));

      var shift = Bootstrap.of(List.of(earlier), List.of(later), 0.5);

      held += shift.low() <= Math.log(1.2) && Math.log(1.2) <= shift.high() ? 1 : 0;
    }

    assertThat(held / 200.0).isBetween(0.9, 0.99);
  }

  @Test
  void bootstrap_ofRunsThatDiffer_isAsUnsureAsTheyAre() {
    var random = new Random(4);
    List<Distribution> earlier =
        List.of(
            distribution(lognormal(random, 5_000, 1_000)),
            distribution(lognormal(random, 5_000, 1_400)),
            distribution(lognormal(random, 5_000, 1_150)));
    List<Distribution> later = List.of(distribution(lognormal(random, 5_000, 1_200)));

    var shift = Bootstrap.of(earlier, later, 0.5);

    assertThat(shift.high() - shift.low()).isGreaterThan(0.2);
    assertThat(Bootstrap.of(later, later, 0.5).shift()).isZero();
    assertThat(Bootstrap.of(List.of(), later, 0.5).high()).isInfinite();
  }

  private static long[] lognormal(Random random, int count, double median) {
    return LongStream.generate(() -> Math.round(median * Math.exp(0.3 * random.nextGaussian())))
        .limit(count)
        .toArray();
  }
}
