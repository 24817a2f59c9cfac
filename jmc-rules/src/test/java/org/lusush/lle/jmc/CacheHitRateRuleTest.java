// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.rules.Severity;

final class CacheHitRateRuleTest {

  private final CacheHitRateRule rule = new CacheHitRateRule();

  @TempDir private Path folder;

  @Test
  void judge_hitRateUnderTarget_informsAndNamesTheCache() {
    var recording =
        record(
            () -> {
              Recordings.lookups(160, "words", true);
              Recordings.lookups(10, "words", false);
              Recordings.lookups(30, "highlighting", false);
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(Evaluation.score(result)).isBetween(25.0, 74.0);
    assertThat(Evaluation.count(result, CacheHitRateRule.LOOKUPS)).isEqualTo(200);
    assertThat(Evaluation.count(result, CacheHitRateRule.MISSES)).isEqualTo(40);
    assertThat(Figures.share(result.getResult(CacheHitRateRule.HIT_RATE)))
        .isCloseTo(0.8, within(1e-9));
    assertThat(result.getResult(CacheHitRateRule.WORST_CACHE)).isEqualTo("highlighting");
    assertThat(Evaluation.summary(result))
        .isEqualTo(
            "80 % of 200 cache lookups hit, short of the target of 90 %. Of the 40 misses 30 were in highlighting.");
    assertThat(Evaluation.texts(result)).doesNotContain("{");
  }

  @Test
  void judge_mostLookupsMiss_warns() {
    var recording =
        record(
            () -> {
              Recordings.lookups(49, "words", true);
              Recordings.lookups(51, "words", false);
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void judge_hitRateAtTarget_isOk() {
    var recording =
        record(
            () -> {
              Recordings.lookups(90, "words", true);
              Recordings.lookups(10, "words", false);
            });

    var result = Evaluation.of(rule, recording);

    assertThat(result.getSeverity()).isEqualTo(Severity.OK);
    assertThat(Evaluation.score(result)).isEqualTo(24);
    assertThat(Evaluation.texts(result)).contains("target is 90").doesNotContain("{");
  }

  @Test
  void judge_fewLookups_isNotApplicableAndGivesTheCount() {
    var recording = record(() -> Recordings.lookups(99, "words", false));

    var result = Evaluation.of(rule, recording);

    Evaluation.assertNotJudged(result);
    assertThat(Evaluation.summary(result))
        .isEqualTo(
            "Too few cache lookups to judge: 99, and 100 are needed. Misses among them: 99.");
  }

  @Test
  void judge_noLookups_isNotApplicable() {
    var recording = record(() -> Recordings.operations(1, "buffer insert", "", "success"));

    Evaluation.assertNotJudged(Evaluation.of(rule, recording));
    Evaluation.assertNotJudged(Evaluation.regardless(rule, recording));
  }

  private IItemCollection record(Runnable events) {
    return Recordings.load(Recordings.record(folder.resolve("recording.jfr"), events));
  }
}
