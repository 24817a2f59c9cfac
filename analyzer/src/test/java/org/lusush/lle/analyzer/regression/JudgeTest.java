// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lusush.lle.analyzer.TestNights.COMPLETION;
import static org.lusush.lle.analyzer.TestNights.SETUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.TestNights;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.model.night.Verdict;
import org.lusush.lle.analyzer.model.trend.TrendLine.Direction;

final class JudgeTest {

  private static final Metric.Key P50 = new Metric.Key(COMPLETION, Figure.P50);

  private static Judgement judge(List<Night> nights) {
    return Judge.judge(nights, Optional.empty());
  }

  private static Night runs(int count, double completion, Setup setup, int seed) {
    return TestNights.night(0, count, setup, completion, new Random(seed));
  }

  private static Night runs(int count, double completion, int seed) {
    return runs(count, completion, SETUP, seed);
  }

  private static Comparison of(List<Comparison> comparisons) {
    return comparisons.stream().filter(c -> c.key().equals(P50)).findFirst().orElseThrow();
  }

  private static Setup setup(
      String shell, String jdk, int processors, long keystrokes, String... lost) {
    return new Setup(
        shell, "JLine 3.30.6", jdk, processors, "0123456789ab", keystrokes, 300, List.of(lost));
  }

  @Test
  void nights_thatAreAlike_pass() {
    Judgement judgement = judge(TestNights.nights(20, i -> 1));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.changes()).hasSize(9).allMatch(c -> c.finding() == Finding.SAME);
    assertThat(judgement.trends()).noneMatch(line -> line.direction() == Direction.RISING);
  }

  @Test
  void nights_slowerForThree_areARegressionWithItsNightSizeAndCause() {
    Judgement judgement = judge(TestNights.nights(14, i -> i < 11 ? 1 : 1.3));

    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSION);
    Comparison change = of(judgement.changes());
    assertThat(change.finding()).isEqualTo(Finding.WORSE);
    assertThat(change.since()).contains(TestNights.FIRST.plusDays(11));
    assertThat(change.shift()).isEqualTo(0.3, within(0.05));
    assertThat(change.low()).isLessThan(0.3);
    assertThat(change.high()).isGreaterThan(0.3);
    assertThat(change.samplesBefore()).isEqualTo(11);
    assertThat(change.spread().orElseThrow().superiority()).isGreaterThan(0.6);
    assertThat(change.grown().orElseThrow().cause()).isEqualTo("sleep");
    assertThat(change.grown().orElseThrow().after()).isEqualTo(1.5e6, within(1.0));
    assertThat(change.grown().orElseThrow().evidence()).isEqualTo("Thread.sleep in Catalog.ask");
    assertThat(judgement.found(Finding.WORSE))
        .extracting(Comparison::subject)
        .containsOnly(COMPLETION);
  }

  @Test
  void nights_slowerForOneOrTwo_areSuspectedAndPass() {
    for (int slow = 1; slow <= 2; slow++) {
      int from = 14 - slow;
      Judgement judgement = judge(TestNights.nights(14, i -> i < from ? 1 : 1.5));

      assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
      assertThat(of(judgement.changes()).finding()).isEqualTo(Finding.SUSPECTED_WORSE);
      assertThat(of(judgement.changes()).since()).contains(TestNights.FIRST.plusDays(from));
    }
  }

  @Test
  void nights_withASingleOddOne_pass() {
    Judgement judgement = judge(TestNights.nights(14, i -> i == 9 ? 3 : 1));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.found(Finding.SUSPECTED_WORSE)).isEmpty();
  }

  @Test
  void nights_fasterForThree_areAnImprovement() {
    Judgement judgement = judge(TestNights.nights(14, i -> i < 10 ? 1.4 : 1));

    assertThat(judgement.verdict()).isEqualTo(Verdict.IMPROVEMENT);
    assertThat(of(judgement.changes()).finding()).isEqualTo(Finding.BETTER);
    assertThat(of(judgement.changes()).grown().orElseThrow().cause()).isEqualTo("sleep");
  }

  @Test
  void nights_changedLongAgo_areHowThingsAre() {
    assertThat(judge(TestNights.nights(30, i -> i < 12 ? 1 : 1.5)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void nights_tooFew_areInconclusive() {
    Judgement judgement = judge(TestNights.nights(5, i -> 1));

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reasons())
        .containsExactly("5 of the 6 comparable nights that it takes, tonight included");
  }

  @Test
  void nights_ofAnotherJdkOrMachine_areLeftOutAndNamed() {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Setup other = i < 3 ? setup("demo", "25.0.3+9", 8, 1_000) : SETUP;
      nights.add(TestNights.night(i, 1, other, i < 3 ? 0.3 : 1, new Random(i)));
    }

    Judgement judgement = judge(nights);

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.nights()).hasSize(7);
    assertThat(judgement.notes())
        .containsExactly(
            "left out: 2026-11-01, 2026-11-02, 2026-11-03: JDK (25 and 17), processors (8 and 2)");
  }

  @Test
  void nights_withABaselineMuchFaster_areARegressionOnTheFirstNight() {
    Night baseline = runs(5, 1, 1);

    Judgement judgement = Judge.judge(List.of(runs(5, 1.2, 2)), Optional.of(baseline));

    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(of(judgement.comparisons()).finding()).isEqualTo(Finding.WORSE);
    assertThat(judgement.changes()).isEmpty();
  }

  @Test
  void runs_tenPercentSlower_areARegression_theSameTwiceIsNot() {
    Judgement slower = Judge.compare(runs(6, 1, 3), runs(6, 1.1, 4));
    Judgement same = Judge.compare(runs(6, 1, 5), runs(6, 1, 6));

    assertThat(slower.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(of(slower.comparisons()).shift()).isEqualTo(0.1, within(0.04));
    assertThat(of(slower.comparisons()).low()).isPositive();
    assertThat(same.verdict()).isEqualTo(Verdict.PASS);
    assertThat(same.comparisons()).allMatch(c -> c.finding() == Finding.SAME);
  }

  @Test
  void runs_thatAreSingle_areARegressionOnlyWhenTheShiftIsLarge() {
    assertThat(Judge.compare(runs(1, 1, 7), runs(1, 1.1, 8)).verdict()).isEqualTo(Verdict.PASS);
    Judgement large = Judge.compare(runs(1, 1, 7), runs(1, 2, 8));

    assertThat(large.verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(of(large.comparisons()).samplesAfter()).isEqualTo(1);
    assertThat(large.notes())
        .containsExactly(
            "with fewer than 3 recordings on either side only shifts over 20 % of p50 are seen,"
                + " since it is not known what runs differ by");
  }

  @Test
  void runs_thatAreNotComparable_areInconclusiveWithTheReasons() {
    Night before = runs(3, 1, 9);
    Night after = runs(3, 5, setup("other", "25.0.3+9", 8, 99, "2 events were lost"), 10);

    Judgement judgement = Judge.compare(before, after);

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reasons())
        .containsExactly(
            "the second set has 99 keystrokes; it takes 100 to judge",
            "the second set is incomplete: 2 events were lost",
            "they are not comparable, for they differ in JDK (17 and 25), shell (demo and other),"
                + " processors (2 and 8)");
  }

  @Test
  void runs_ofAnUpdatedJdk_areComparedAndItIsSaid() {
    Night after = runs(3, 1, setup("demo", "17.0.16+8", 2, 1_000), 12);

    Judgement judgement = Judge.compare(runs(3, 1, 11), after);

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.notes()).containsExactly("the JDK was updated: 17.0.15+6, then 17.0.16+8");
  }

  @Test
  void night_ofARecording_hasTheFiguresThatItsEventsAddUpTo() {
    Night night = Nights.of(TestNights.FIRST, List.of(TestModels.recording()));

    assertThat(night.setup().jdk()).isEqualTo("17.0.15+6");
    assertThat(night.setup().processors()).isEqualTo(2);
    assertThat(night.setup().settings()).hasSize(16);
    assertThat(night.setup().keystrokes()).isEqualTo(1_000);
    assertThat(night.setup().seconds()).isEqualTo(312);
    // 1,000 keystrokes from 30 µs to 30 ms, 100 searches from 50 µs to 5 ms, 950 hits of 1,000.
    assertThat(value(night, "keystroke", Figure.P50)).isEqualTo(15e6, within(15e3));
    assertThat(value(night, "keystroke self-insert", Figure.P99)).isPositive();
    assertThat(value(night, COMPLETION, Figure.P99)).isEqualTo(4.95e6, within(5e3));
    assertThat(value(night, COMPLETION, Figure.ERROR_RATE)).isEqualTo(0.03);
    assertThat(value(night, "cache highlight", Figure.HIT_RATE)).isEqualTo(0.95);
    assertThat(value(night, "pool lines", Figure.POOL_MISSES)).isEqualTo(0.025, within(1e-9));
    assertThat(value(night, "pool lines", Figure.BYTES)).isEqualTo(4_096);
    assertThat(night.durations("keystroke").orElseThrow().quantiles()).hasSize(50).isSorted();
    List<List<Long>> runs = night.durations("keystroke").orElseThrow().runs();
    assertThat(runs).singleElement().asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(9);
    assertThat(runs.get(0)).isSorted();
    assertThat((double) runs.get(0).get(4)).isEqualTo(15e6, within(15e3));
    assertThat(night.slow("keystroke self-insert").orElseThrow().parts().get(0).cause())
        .isEqualTo("file");
  }

  private static double value(Night night, String subject, Figure figure) {
    return night.metric(new Metric.Key(subject, figure)).orElseThrow().value();
  }
}
