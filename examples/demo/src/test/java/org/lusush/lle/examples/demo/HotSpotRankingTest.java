// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.model.HotSpot;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.profiler.ProfilerMode;

/** The hot spots of a process, and those of its recording. */
final class HotSpotRankingTest {

  private static final OperationType[] TYPES = {
    OperationType.DISPLAY_RENDER,
    OperationType.SYNTAX_HIGHLIGHT,
    OperationType.COMPLETION_SEARCH,
    OperationType.HISTORY_SEARCH
  };
  private static final String[] NAMES = {"a", "b", "c"};
  private static final int ROUNDS = 60;

  @TempDir Path directory;

  @Test
  void hotSpots_ofAProcessAndOfItsRecording_areTheSame() throws Exception {
    Path file = directory.resolve("session.jfr");
    try (var recorder = EditorRecorder.start(RecorderConfig.of("test"));
        var recording = new Recording()) {
      recorder.monitor().profiler().mode(ProfilerMode.INSTRUMENTATION);
      recording.enable(EventSchema.Operation.TYPE).withoutThreshold();
      recording.start();
      awaitEvents(recorder);
      var random = new Random(3);
      for (int i = 0; i < ROUNDS; i++) {
        work(recorder, random, 3);
      }
      recording.stop();
      recording.dump(file);

      var inProcess =
          recorder.monitor().profiler().snapshot().hotSpots(HotSpotCriteria.defaults()).stream()
              .filter(spot -> spot.type() != OperationType.CUSTOM)
              .toList();
      var inRecording =
          Analyzer.analyze(read(file)).hotSpots().stream()
              .filter(spot -> !spot.operation().equals(OperationType.CUSTOM.label()))
              .toList();

      assertThat(inRecording)
          .extracting(spot -> spot.operation() + " " + spot.stats().name())
          .containsExactlyElementsOf(
              inProcess.stream().map(spot -> spot.type().label() + " " + spot.name()).toList())
          .hasSize(TYPES.length * NAMES.length);
      for (int i = 0; i < inProcess.size(); i++) {
        var ours = inProcess.get(i);
        HotSpot theirs = inRecording.get(i);
        assertThat(theirs.stats().count()).isEqualTo(ours.calls());
        assertThat(theirs.stats().errors()).isEqualTo(ours.failures());
        assertThat(theirs.stats().selfNanos()).isEqualTo(ours.selfNanos());
        assertThat(theirs.share()).isCloseTo(ours.share(), withinPercentage(1));
        assertThat(theirs.met()).isEqualTo(ours.met());
      }
    }
  }

  /** Does some work that does some other work, each kind of it longer than the one before. */
  private static void work(EditorRecorder recorder, Random random, int depth) {
    int type = random.nextInt(TYPES.length);
    int name = random.nextInt(NAMES.length);
    try (var measurement = recorder.measure(TYPES[type], NAMES[name])) {
      spin(10_000L * (1 + type * NAMES.length + name));
      for (int i = random.nextInt(depth + 1); i > 0; i--) {
        work(recorder, random, depth - 1);
      }
      measurement.result(random.nextInt(10) == 0 ? Result.ERROR : Result.SUCCESS);
    }
  }

  /** Measures until events are recorded: the recorder listens on a thread of its own. */
  private void awaitEvents(EditorRecorder recorder) throws Exception {
    try (var first = new Recording()) {
      first.enable(EventSchema.Operation.TYPE).withoutThreshold();
      first.start();
      for (long size = 0; size == 0; ) {
        recorder.measure(OperationType.CUSTOM, "").close();
        Path file = directory.resolve("first.jfr");
        first.dump(file);
        size = read(file).contents().operations().size();
        Files.delete(file);
      }
    }
  }

  private static void spin(long nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private static org.lusush.lle.analyzer.model.Recording read(Path file) {
    return ((ReadOutcome.Success) RecordingReader.readOne(file)).recording();
  }
}
