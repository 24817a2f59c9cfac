// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.suite.result.SuiteResult.Machine;
import org.lusush.lle.suite.result.SuiteResult.ShellIdentity;

final class SuiteResultTest {

  private static final TargetTable TARGETS = TargetTable.defaults();

  @Test
  void score_isTheShareOfJudgedTargetsThatAreMet() {
    var result =
        result(
            passed(
                TestKind.LATENCY,
                figure(Measure.LATENCY_P99, 1e6),
                figure(Measure.LATENCY_P50, 5e6),
                figure(Measure.HIT_RATE, 0.95),
                missing(Measure.RESPONSE),
                figure(Measure.SCORE, 12)));

    assertThat(result.met()).isEqualTo(2);
    assertThat(result.missed()).isEqualTo(1);
    assertThat(result.notMeasured()).isEqualTo(1);
    assertThat(result.score().orElseThrow()).isBetween(66.6, 66.7);
  }

  @Test
  void score_ofATestThatFailed_countsAllItsTargetsAsMissed() {
    var failed =
        new TestResult(
            TestKind.THROUGHPUT,
            TestResult.State.FAILED,
            "the shell ended",
            List.of(missing(Measure.KEYSTROKES)),
            List.of(),
            Duration.ZERO,
            Optional.empty());

    var result = result(failed, passed(TestKind.CPU, figure(Measure.BUSY, 0.1)));

    assertThat(result.missed()).isEqualTo(3);
    assertThat(result.met()).isEqualTo(1);
    assertThat(result.score()).hasValue(25.0);
    assertThat(result.count(TestResult.State.FAILED)).isEqualTo(1);
  }

  @Test
  void score_whereNothingWasJudged_isNone() {
    assertThat(result(passed(TestKind.CPU, missing(Measure.BUSY))).score()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LATENCY_P99, 16000000, MET",
    "LATENCY_P99, 16000001, MISSED",
    "HIT_RATE, 0.9, MET",
    "HIT_RATE, 0.899, MISSED",
    "LOST, 0, MET",
    "LOST, 1, MISSED",
    "IDLE, 1, FREE"
  })
  void state_onEitherSideOfATarget_isMetOrMissed(
      Measure measure, double value, Figure.State state) {
    assertThat(figure(measure, value).state()).isEqualTo(state);
  }

  @Test
  void defaults_areTheConstantsOfTheRecorderAndTheKeystrokeScore() {
    assertThat(TARGETS.limit(Measure.LATENCY_P50)).hasValue(500e3);
    assertThat(TARGETS.limit(Measure.LATENCY_P99)).hasValue(16e6);
    assertThat(TARGETS.limit(Measure.LATENCY_MAX)).hasValue(100e6);
    assertThat(TARGETS.limit(Measure.OUTSIDE_P99)).hasValue(20e6);
    assertThat(TARGETS.limit(Measure.KEYSTROKES)).hasValue(50.0);
    assertThat(TARGETS.limit(Measure.OPERATIONS)).hasValue(2_000.0);
    assertThat(TARGETS.limit(Measure.BUSY)).hasValue(0.5);
    assertThat(TARGETS.limit(Measure.GROWTH)).hasValue(1048576.0);
    assertThat(TARGETS.limit(Measure.IDLE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NANOSECONDS, 500us, 500000",
    "NANOSECONDS, 1.5 ms, 1500000",
    "BYTES, 1MiB, 1048576",
    "BYTES, 10 kB, 10000",
    "SHARE, 0.1%, 0.001",
    "PER_SECOND, 50/s, 50",
    "PER_SECOND, 50, 50",
    "COUNT, 3, 3"
  })
  void parse_valuesWithUnits_areReadInThem(Unit unit, String text, double value) {
    assertThat(unit.parse(text).orElseThrow())
        .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"NANOSECONDS, 5", "BYTES, 5ms", "SHARE, 0.5", "COUNT, -1", "PER_SECOND, fast"})
  void parse_valuesOfAnotherUnit_areNone(Unit unit, String text) {
    assertThat(unit.parse(text)).isEmpty();
  }

  private static Figure figure(Measure measure, double value) {
    return new Figure(measure, Optional.of(value), TARGETS.limit(measure), "");
  }

  private static Figure missing(Measure measure) {
    return new Figure(measure, Optional.empty(), TARGETS.limit(measure), "why");
  }

  private static TestResult passed(TestKind kind, Figure... figures) {
    return new TestResult(
        kind,
        TestResult.State.PASSED,
        "done",
        List.of(figures),
        List.of(),
        Duration.ZERO,
        Optional.empty());
  }

  private static SuiteResult result(TestResult... tests) {
    return new SuiteResult(
        Instant.EPOCH,
        Duration.ZERO,
        new Machine("Linux", "amd64", 2, 1),
        ShellIdentity.UNKNOWN,
        100,
        TARGETS,
        List.of(tests));
  }
}
