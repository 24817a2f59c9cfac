// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Verdict;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.regression.Nights;

/** The parts of the demonstration of nights; all of it takes minutes. */
final class NightsDemoTest {

  private static final int ROUNDS = 11;

  @TempDir Path folder;

  @Test
  void count_outsideOfWhatCanBeJudged_saysWhatCan() throws DemoException {
    assertThat(NightsDemo.count("8")).isEqualTo(8);
    for (String wrong : List.of("7", "61", "many", "")) {
      assertThatThrownBy(() -> NightsDemo.count(wrong))
          .isInstanceOf(DemoException.class)
          .hasMessage("--nights takes a number from 8 to 60, not '" + wrong + "'");
    }
  }

  @Test
  void session_withASlowCompleter_isARegressionThatNamesItAndWhy() throws Exception {
    var workspace = Workspace.create(folder.resolve("demo"));

    Judgement judgement =
        Judge.compare(
            Nights.of(LocalDate.EPOCH, List.of(recorded(workspace, "fast.jfr", 0))),
            Nights.of(LocalDate.EPOCH, List.of(recorded(workspace, "slow.jfr", 100))));

    assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.REGRESSION);
    Comparison completion =
        judgement.found(Finding.WORSE).stream()
            .filter(c -> c.subject().equals("completion generate"))
            .findFirst()
            .orElseThrow();
    assertThat(completion.after()).isGreaterThan(100e6);
    assertThat(completion.grown().orElseThrow().cause()).isEqualTo("sleep");
    assertThat(completion.grown().orElseThrow().evidence()).contains("SlowCompleter.complete");
  }

  private static Recording recorded(Workspace workspace, String name, int slowMillis)
      throws Exception {
    Path recording = workspace.folder().resolve(name);
    workspace.renewHistory();
    NightSession.run(workspace.home(), LiveShell.SETTINGS, recording, slowMillis, ROUNDS);
    assertThat(Files.size(recording)).isPositive();
    return ((ReadOutcome.Success) RecordingReader.readOne(recording)).recording();
  }
}
