// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ours at the levels other than the usual one, where nobody records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LevelBenchmark {

  private static final String NAME = RecorderBenchmark.NAME;

  /** A recorder. */
  abstract static class Level {
    EditorRecorder recorder;

    @Setup
    public void open() {
      recorder = start();
    }

    abstract EditorRecorder start();

    @TearDown
    public void stop() {
      recorder.close();
    }
  }

  /** One that is off. */
  @State(Scope.Benchmark)
  public static class Disabled extends Level {
    @Override
    EditorRecorder start() {
      return Levels.disabled();
    }
  }

  /** One of keystrokes only. */
  @State(Scope.Benchmark)
  public static class Minimal extends Level {
    @Override
    EditorRecorder start() {
      return Levels.minimal();
    }
  }

  /** One of processor time and memory, too. */
  @State(Scope.Benchmark)
  public static class Detailed extends Level {
    @Override
    EditorRecorder start() {
      return Levels.detailed();
    }
  }

  /** One of everything. */
  @State(Scope.Benchmark)
  public static class Exhaustive extends Level {
    @Override
    EditorRecorder start() {
      return Levels.exhaustive();
    }
  }

  @Benchmark
  public int disabled(Work work, Disabled level) {
    try (var measurement = level.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int minimal(Work work, Minimal level) {
    try (var measurement = level.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int detailed(Work work, Detailed level) {
    try (var measurement = level.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int exhaustive(Work work, Exhaustive level) {
    try (var measurement = level.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }
}
