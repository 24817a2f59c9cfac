// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.rules.Severity;

final class OperationErrorRuleTest {

  private final OperationErrorRule rule = new OperationErrorRule();

  @TempDir private Path folder;

  @Test
  void judge_errorsOverLimit_informsAndNamesTheOperation() {
    var recording =
        record(
            () -> {
              Recordings.operations(995, "buffer insert", "", "success");
              Recordings.operations(2, "completion search", "files", "timeout");
              Recordings.operations(2, "completion search", "files", "error");
              Recordings.operations(1, "history add", "", "error");
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(Evaluation.score(result)).isBetween(25.0, 74.0);
    assertThat(Evaluation.count(result, OperationErrorRule.ERRORS)).isEqualTo(5);
    assertThat(Evaluation.count(result, OperationErrorRule.TIMEOUTS)).isEqualTo(2);
    assertThat(Evaluation.summary(result))
        .isEqualTo(
            "0.5 % of 1,000 operations ended in error or timeout, over the limit of 0.1 %. Of these 5 failures 4 were in completion search: files.");
    assertThat(Evaluation.texts(result)).doesNotContain("{");
  }

  @Test
  void judge_manyErrors_warns() {
    var recording =
        record(
            () -> {
              Recordings.operations(980, "buffer insert", "", "success");
              Recordings.operations(20, "history add", "", "error");
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void judge_warningsAndCancellations_isOk() {
    var recording =
        record(
            () -> {
              Recordings.operations(989, "buffer insert", "", "success");
              Recordings.operations(5, "completion search", "", "warning");
              Recordings.operations(5, "completion search", "", "cancelled");
              Recordings.operations(1, "completion search", "", "error");
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.OK);
    assertThat(Evaluation.count(result, OperationErrorRule.ERRORS)).isEqualTo(1);
    assertThat(Evaluation.texts(result)).contains("limit is 0.1").doesNotContain("{");
  }

  @Test
  void judge_fewOperations_isNotApplicableAndGivesTheErrors() {
    var recording = record(() -> Recordings.operations(7, "history add", "", "error"));

    var result = Evaluation.of(rule, recording);

    Evaluation.assertNotJudged(result);
    assertThat(Evaluation.summary(result)).contains("Too few", ": 7,", "1,000", "among them: 7");
  }

  @Test
  void judge_noOperations_isNotApplicable() {
    var recording = record(() -> Recordings.lookups(1, "words", true));

    Evaluation.assertNotJudged(Evaluation.of(rule, recording));
    Evaluation.assertNotJudged(Evaluation.regardless(rule, recording));
  }

  private IItemCollection record(Runnable events) {
    return Recordings.load(Recordings.record(folder.resolve("recording.jfr"), events));
  }
}
