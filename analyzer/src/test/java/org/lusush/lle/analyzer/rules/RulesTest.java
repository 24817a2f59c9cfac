// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.events.CacheTier;

/** The filter and the store in front of the rules. */
final class RulesTest {

  private static final int LOOKUPS = 1_000;

  @TempDir static Path folder;

  private static Path recording;

  @BeforeAll
  static void record() throws IOException {
    recording =
        TestRecordings.record(
            folder.resolve("lookups.jfr"),
            () -> {
              for (int i = 0; i < LOOKUPS; i++) {
                TestRecordings.lookup("words", i % 5 == 4 ? CacheTier.NONE : CacheTier.L1, 0);
              }
            });
  }

  @Test
  void judge_moreEventsThanTheLimit_seesAnEvenShareAndSaysSo() {
    Findings all = Rules.judge(List.of(recording)).findings().orElseThrow();
    Findings some = Rules.judge(List.of(recording), 400).findings().orElseThrow();

    assertThat(all.notes()).isEmpty();
    assertThat(some.notes())
        .filteredOn(note -> !note.contains("jdk.")) // a newer Java has more settings than that
        .containsExactly(
            "the rules saw one in 4 of the 1,000 lle.CacheLookup events, evenly spread;"
                + " counts are of those");
    assertThat(hitRate(some).score()).isEqualTo(hitRate(all).score());
    assertThat(hitRate(some).summary()).contains("80 % of 250 cache lookups hit");
    assertThat(hitRate(all).summary()).contains("80 % of 1,000 cache lookups hit");
  }

  @Test
  void judge_sameFileTwice_countsItOnce() {
    Findings twice = Rules.judge(List.of(recording, recording)).findings().orElseThrow();

    assertThat(hitRate(twice).summary()).contains("of 1,000 cache lookups");
  }

  private static Finding hitRate(Findings findings) {
    return findings.all().stream()
        .filter(finding -> finding.rule().equals("LleCacheHitRate"))
        .findFirst()
        .orElseThrow();
  }
}
