// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Garbage;
import org.lusush.lle.analyzer.model.Keystrokes;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.OperationStats;
import org.lusush.lle.analyzer.model.Origin;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.upkeep.Upkeep;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.score.ScoreInputs;

final class ScoringTest {

  private static Recording recording(OperationGroup... groups) {
    return TestModels.without(
        new Contents(
            Keystrokes.NONE,
            List.of(groups),
            List.of(),
            List.of(),
            List.of(),
            Garbage.NONE,
            Upkeep.NONE,
            SlowSpans.NONE));
  }

  private static OperationGroup group(String type, long errors, long... durations) {
    return new OperationGroup(
        new OperationStats(type, errors, 0, Latency.of(durations)), List.of());
  }

  @Test
  void inputs_backgroundWork_isNoResponse() {
    Recording recording =
        recording(
            group(OperationType.BUFFER_INSERT.label(), 0, 100, 300),
            group(OperationType.DASHBOARD_UPDATE.label(), 0, 9_000_000));

    ScoreInputs inputs = Scoring.inputs(recording, List.of());

    assertThat(inputs.meanResponseNanos()).hasValue(200);
  }

  @Test
  void inputs_unknownOperation_isWaitedFor() {
    ScoreInputs inputs = Scoring.inputs(recording(group("teleport", 1, 400)), List.of());

    assertThat(inputs.meanResponseNanos()).hasValue(400);
    assertThat(inputs.errorRate()).hasValue(1);
  }

  @Test
  void inputs_nothingRecorded_areAllEmpty() {
    assertThat(Scoring.inputs(recording(), List.of())).isEqualTo(ScoreInputs.none());
  }

  @Test
  void inputs_singleOperationsMissing_comeFromTheStatistics() {
    Recording recording =
        TestModels.recording(new Gap(Gap.Kind.OPERATIONS_LEFT_OUT, "operations were not recorded"));

    ScoreInputs inputs = Scoring.inputs(recording, List.of());

    assertThat(Scoring.responseFrom(recording)).isEqualTo(Origin.STATISTICS);
    assertThat(inputs.meanResponseNanos()).hasValue(600_000);
    assertThat(inputs.errorRate()).hasValue(0.002);
  }

  @Test
  void inputs_operationsInHistograms_comeFromThem() {
    Recording recording =
        TestModels.thresholded(
            new Gap(Gap.Kind.OPERATIONS_LEFT_OUT, "operations were not recorded"));

    ScoreInputs inputs = Scoring.inputs(recording, List.of());

    long total = 2_500L * 2_000 * 2_001 / 2 + 1_000L * 5_000 * 5_001 / 2 + 20L * 1_000 * 1_001 / 2;
    assertThat(Scoring.responseFrom(recording)).isEqualTo(Origin.HISTOGRAMS);
    assertThat(inputs.meanResponseNanos()).hasValue(Math.round(total / 8_000.0));
    assertThat(inputs.errorRate()).hasValue(4 / 8_000.0);
  }

  @Test
  void inputs_caches_hitRateIsOverAllLookups() {
    ScoreInputs inputs = Scoring.inputs(TestModels.recording(), List.of());

    assertThat(inputs.hitRate()).hasValue(0.95);
    assertThat(inputs.zeroAllocation()).isEmpty();
  }
}
