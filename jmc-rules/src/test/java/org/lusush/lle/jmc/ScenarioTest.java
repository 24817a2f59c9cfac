// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.jmc.corpus.Corpus;
import org.lusush.lle.jmc.corpus.OddRecordings;
import org.lusush.lle.jmc.corpus.Scenario;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.Severity;

/** Every rule over recordings with something for it to find, with nothing, and without its data. */
final class ScenarioTest {

  /** Rules over durations, which a busy machine makes longer: they may say worse than planted. */
  private static final Set<String> TIMED =
      Set.of(
          "LleKeystrokeLatency",
          "LleJvmCauses",
          "LleTrend",
          "LleSlowOperations",
          "LleHotSpots",
          "LleResourcePressure",
          "LleScore");

  @TempDir private static Path folder;

  private static Map<Scenario, Path> recordings;
  private static Path foreign;
  private static Path bare;

  @BeforeAll
  static void record() throws Exception {
    recordings = Corpus.record(folder);
    foreign = Corpus.record(folder.resolve("foreign.jfr"), Map.of(), () -> {});
    bare =
        Recordings.record(
            folder.resolve("bare.jfr"),
            settings -> settings.enable("lle.Session"),
            () -> new SessionEvent().commit());
    var tests = List.of(Jvm.home(OddRecordings.class), Jvm.home(EventSchema.class));
    Jvm.run(folder, List.of(), tests, OddRecordings.class.getName(), folder.toString());
  }

  static Stream<IRule> rules() {
    return RuleRegistry.getRules().stream();
  }

  static Stream<Path> oddRecordings() {
    return OddRecordings.files(folder).stream();
  }

  @Test
  void scenarios_all_haveOneForEveryRule() {
    Set<String> judged =
        Arrays.stream(Scenario.values())
            .map(Scenario::rule)
            .filter(rule -> !rule.isEmpty())
            .collect(Collectors.toSet());

    assertThat(judged).isEqualTo(rules().map(IRule::getId).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUIET")
  void judge_scenarioOfTheRule_findsWhatWasPlanted(Scenario scenario) {
    var rule = rules().filter(r -> r.getId().equals(scenario.rule())).findFirst().orElseThrow();

    var result = Evaluation.of(rule, Recordings.load(recordings.get(scenario)));

    var planted = Severity.valueOf(scenario.severity());
    if (TIMED.contains(scenario.rule())) {
      assertThat(result.getSeverity()).isGreaterThanOrEqualTo(planted);
    } else {
      assertThat(result.getSeverity()).isEqualTo(planted);
    }
    assertThat(Severity.get(Evaluation.score(result))).isEqualTo(result.getSeverity());
    assertThat(Evaluation.texts(result)).doesNotContain("{", "}");
    assertThat(Evaluation.summary(result)).hasSizeLessThan(260);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judge_quietSession_isOk(IRule rule) {
    var result = Evaluation.of(rule, Recordings.load(recordings.get(Scenario.QUIET)));

    assertThat(result.getSeverity()).as(Evaluation.summary(result)).isEqualTo(Severity.OK);
    assertThat(Evaluation.score(result)).isBetween(0.0, 24.0);
    assertThat(Evaluation.texts(result)).doesNotContain("{", "}");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judge_recordingOfAnotherProgram_isNotApplicable(IRule rule) {
    Evaluation.assertNotJudged(Evaluation.of(rule, Recordings.load(foreign)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judge_onlyASession_isNotApplicable(IRule rule) {
    var result = Evaluation.of(rule, Recordings.load(bare));

    if (rule instanceof DataQualityRule) {
      assertThat(result.getSeverity()).isEqualTo(Severity.INFO);
      assertThat(Evaluation.summary(result)).contains("are off: ");
    } else {
      Evaluation.assertNotJudged(result);
    }
  }

  @ParameterizedTest
  @MethodSource("oddRecordings")
  void judge_fieldsOfAWrongTypeOrNone_givesAScoreAndNoException(Path odd) {
    var recording = Recordings.load(odd);

    for (IRule rule : RuleRegistry.getRules()) {
      var result = Evaluation.of(rule, recording);

      assertThat(result.getRule().getTopic()).as(rule.getId()).isNotNull();
      assertThat(Evaluation.score(result)).as(rule.getId()).isBetween(-1.0, 100.0);
      assertThat(Evaluation.texts(result)).as(rule.getId()).doesNotContain("<b>", "{p99}");
    }
  }

  @Test
  void judge_severalChunks_seesAllOfThem() {
    var twice =
        Recordings.load(Corpus.recordInChunks(Scenario.ERRORS, folder.resolve("chunks.jfr")));

    var result = Evaluation.of(new OperationErrorRule(), twice);

    assertThat(Evaluation.count(result, OperationErrorRule.OPERATIONS)).isEqualTo(3_000);
    assertThat(Evaluation.count(result, OperationErrorRule.ERRORS)).isEqualTo(10);
  }

  @Test
  void judge_mergedFiles_seesBoth() {
    var merged =
        Corpus.merge(
            folder.resolve("merged.jfr"),
            recordings.get(Scenario.ERRORS),
            recordings.get(Scenario.COLD_CACHE));
    var recording = Recordings.load(merged);

    assertThat(Evaluation.of(new OperationErrorRule(), recording).getSeverity())
        .isEqualTo(Severity.INFO);
    assertThat(Evaluation.of(new CacheHitRateRule(), recording).getSeverity())
        .isEqualTo(Severity.WARNING);
  }
}
