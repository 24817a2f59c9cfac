// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.flightrecorder.rules.Severity;

final class OtherVersionTest {

  @TempDir private static Path folder;

  private static Path other;

  @BeforeAll
  static void recordOtherVersion() throws Exception {
    other = folder.resolve("other.jfr");
    var tests = List.of(Jvm.home(OtherVersionShell.class));
    Jvm.run(folder, List.of(), tests, OtherVersionShell.class.getName(), other.toString());
  }

  @Test
  void judge_fieldMissing_isNotApplicableAndNamesTheField() {
    var rule = new CacheHitRateRule();

    var result = Evaluation.of(rule, Recordings.load(other));

    Evaluation.assertNotJudged(result);
    assertThat(result.getSummary()).contains("lle.CacheLookup");
    assertThat(result.getExplanation()).contains("the field hit");
  }

  @Test
  void judge_twoVersionsOfAType_sumsThem() {
    var rule = new OperationErrorRule();
    var ours =
        Recordings.record(
            folder.resolve("ours.jfr"),
            () -> Recordings.operations(400, "history add", "", "success"));
    var recording = Recordings.load(ours, other);

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.WARNING);
    assertThat(Evaluation.count(result, OperationErrorRule.OPERATIONS))
        .isEqualTo(400 + OtherVersionShell.OPERATIONS);
    assertThat(Evaluation.count(result, OperationErrorRule.TIMEOUTS))
        .isEqualTo(OtherVersionShell.OPERATIONS);
    assertThat(result.getResult(OperationErrorRule.WORST_OPERATION)).isEqualTo("no name");
  }
}
