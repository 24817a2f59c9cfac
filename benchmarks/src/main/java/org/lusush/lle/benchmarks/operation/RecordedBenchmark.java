// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.EditorRecorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ours while a recording runs, with the event on in it, and off. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordedBenchmark {

  private static final String NAME = RecorderBenchmark.NAME;

  /** A recorder, and a recording of every operation. */
  @State(Scope.Benchmark)
  public static class EventOn {
    EditorRecorder recorder;
    private MemoryRecording recording;

    @Setup
    public void start() {
      recording = MemoryRecording.of(EventSchema.Operation.TYPE);
      recorder = Levels.normal();
      recording.await(() -> recorder.measure(OperationType.CUSTOM, NAME).close());
    }

    @TearDown
    public void stop() {
      recorder.close();
      recording.close();
    }
  }

  /** A recorder, and a recording that wants no operations. */
  @State(Scope.Benchmark)
  public static class EventOff {
    EditorRecorder recorder;
    private MemoryRecording recording;

    @Setup
    public void start() {
      try (var first = MemoryRecording.of(EventSchema.Operation.TYPE)) {
        recorder = Levels.normal();
        first.await(() -> recorder.measure(OperationType.CUSTOM, NAME).close());
      }
      recording = MemoryRecording.without(EventSchema.Operation.TYPE);
    }

    @TearDown
    public void stop() {
      recorder.close();
      recording.close();
    }
  }

  @Benchmark
  public int event(Work work, EventOn on) {
    try (var measurement = on.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int eventNestedPair(Work work, EventOn on) {
    try (var outer = on.recorder.measure(OperationType.DISPLAY_RENDER, NAME);
        var inner = on.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int eventDisabled(Work work, EventOff off) {
    try (var measurement = off.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }
}
