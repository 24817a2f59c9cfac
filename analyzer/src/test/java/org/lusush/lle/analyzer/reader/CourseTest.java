// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.timeline.Mark;
import org.lusush.lle.analyzer.model.tree.WorkTree;

/** What becomes of a real recording over its time, and by what called what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CourseTest {

  private static final int KEYSTROKES = 2_000;

  @TempDir private static Path home;

  private Contents contents = Contents.NONE;

  @BeforeAll
  void record() throws Exception {
    var file =
        TestRecordings.record(
            home.resolve("typing.jfr"),
            recording -> {
              recording.enable("jdk.GCPhasePause").withThreshold(Duration.ZERO);
              recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            },
            () -> {
              TestRecordings.type(KEYSTROKES);
              System.gc();
            });
    contents = ((ReadOutcome.Success) RecordingReader.readOne(file)).recording().contents();
  }

  @Test
  void timeline_ofTyping_holdsEveryKeystrokeAndOperation() {
    var timeline = contents.timeline();

    long cells = 0;
    for (int column = 0; column < timeline.latencies().columns(); column++) {
      for (int row = 0; row < LatencyRows.COUNT; row++) {
        cells += timeline.latencies().count(column, row);
      }
    }
    assertThat(cells).isEqualTo(KEYSTROKES);
    assertThat(timeline.keystrokes().count()).isEqualTo(KEYSTROKES);
    assertThat(timeline.operations().stream().mapToLong(series -> series.count()).sum())
        .isEqualTo(contents.operationCount());
    assertThat(timeline.marks().all())
        .filteredOn(mark -> mark.kind() == Mark.Kind.GC_PAUSE)
        .isNotEmpty()
        .allSatisfy(mark -> assertThat(mark.what()).contains("Pause"));
  }

  @Test
  void trees_ofTyping_putOperationsIntoTheirKeystrokes() {
    Map<String, WorkTree.Node> paths = new HashMap<>();
    contents
        .trees()
        .operations()
        .forEach((path, node) -> paths.put(String.join(" / ", path), node));

    assertThat(paths.get("keystroke / expand-or-complete").count()).isEqualTo(KEYSTROKES / 10);
    assertThat(
            paths.get("keystroke / expand-or-complete / completion search: FileCompleter").count())
        .isEqualTo(KEYSTROKES / 10);
    assertThat(paths.get("keystroke / self-insert / buffer insert").count())
        .isEqualTo(KEYSTROKES - KEYSTROKES / 10);
    assertThat(paths.get("keystroke").total().total())
        .isLessThanOrEqualTo(contents.keystrokes().latency().totalNanos())
        .isGreaterThan(contents.keystrokes().latency().totalNanos() / 10);
    assertThat(contents.trees().operations().roots()).hasSize(1);
  }

  @Test
  void trees_ofTyping_showWhatTheThreadExecuted() {
    var seen = new StringBuilder();
    contents.trees().frames().forEach((path, node) -> seen.append(path).append('\n'));

    assertThat(seen).contains("org.lusush.lle.analyzer.TestRecordings.spin");
  }
}
