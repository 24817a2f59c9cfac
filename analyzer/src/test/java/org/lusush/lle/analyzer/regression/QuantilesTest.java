// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestNights;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.model.night.Verdict;

/** Weights of quantiles, and the changes that they show where the median shows none. */
final class QuantilesTest {

  private static final int RUNS = 20;
  private static final int MEDIAN = Durations.SHARES.indexOf(0.5);

  /** Returns nights of runs whose second quantile differs ten times as much as the first. */
  private static List<List<double[]>> nights(double shift) {
    var random = new Random(5);
    List<List<double[]>> nights = new ArrayList<>();
    for (int night = 0; night < 10; night++) {
      double moved = night < 5 ? 0 : shift;
      nights.add(
          IntStream.range(0, RUNS)
              .mapToObj(
                  i ->
                      new double[] {
                        moved + 0.05 * random.nextGaussian(), moved + 0.5 * random.nextGaussian()
                      })
              .toList());
    }
    return nights;
  }

  @Test
  void weights_ofASteadyAndAnUnsteadyQuantile_areNearlyAllTheSteadyOnes() {
    double[] weights = Quantiles.weights(nights(0)).orElseThrow();

    assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(1e-9));
    // Independent ones are weighted by the inverse of their variances: 100 to 1.
    assertThat(weights[0]).isEqualTo(100 / 101.0, within(0.02));
  }

  @Test
  void weights_ofNightsThatChange_areTheSame() {
    double[] weights = Quantiles.weights(nights(3)).orElseThrow();

    assertThat(weights).containsExactly(Quantiles.weights(nights(0)).orElseThrow(), within(1e-9));
  }

  @Test
  void weights_ofQuantilesThatNeverDiffer_areEqual() {
    List<List<double[]>> same =
        IntStream.range(0, 10)
            .mapToObj(
                night -> IntStream.range(0, RUNS).mapToObj(i -> new double[] {7, 8, 9}).toList())
            .toList();

    assertThat(Quantiles.weights(same).orElseThrow())
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-9));
  }

  @Test
  void weights_ofTooFewRuns_areNone() {
    assertThat(Quantiles.weights(List.of())).isEmpty();
    assertThat(Quantiles.weights(List.of(List.of(new double[] {1}, new double[] {2})))).isEmpty();
  }

  /**
   * A run's median falls among short durations or among long ones, four times as long; all else is
   * steady.
   */
  private static Night night(int day, double factor, Random random) {
    List<Double> medians = new ArrayList<>();
    List<List<Long>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double run = 1e6 * factor * Math.exp(0.05 * random.nextGaussian());
      double median = run * (random.nextBoolean() ? 1 : 4);
      List<Long> quantiles = new ArrayList<>();
      for (int q = 0; q < Durations.SHARES.size(); q++) {
        quantiles.add(Math.round(q < MEDIAN ? run : q == MEDIAN ? median : 4 * run));
      }
      medians.add(median);
      runs.add(quantiles);
    }
    String operation = TestNights.COMPLETION;
    return new Night(
        TestNights.FIRST.plusDays(day),
        RUNS,
        0,
        new Setup("demo", "JLine", "17", 2, "", 20_000, 600, List.of()),
        List.of(new Metric(operation, Figure.P50, 4_000, medians)),
        List.of(new Durations(operation, 4_000, List.of(), runs)),
        List.of());
  }

  private static Judgement judged(double factor) {
    var random = new Random(6);
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < 23; day++) {
      nights.add(night(day, day < 20 ? 1 : factor, random));
    }
    return Judge.judge(nights, Optional.empty());
  }

  @Test
  void nights_aTenthSlowerWhoseMedianJumps_areFoundByAllDurationsAtOnce() {
    Judgement judgement = judged(1.1);

    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(judgement.found(Finding.WORSE))
        .extracting(Comparison::figure)
        .containsExactly(Figure.DURATION);
    Comparison change = judgement.found(Finding.WORSE).get(0);
    assertThat(change.shift()).isEqualTo(0.1, within(0.03));
    assertThat(change.low()).isPositive();
    assertThat(change.since()).contains(TestNights.FIRST.plusDays(20));
    assertThat(change.before()).isBetween(0.9e6, 4.2e6);
  }

  @Test
  void nights_thatAreAlikeWhoseMedianJumps_pass() {
    assertThat(judged(1).verdict()).isEqualTo(Verdict.PASS);
  }
}
