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

/** Ours as it is by default, where nobody records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBenchmark {

  static final String NAME = "benchmark";

  /** A recorder that counts. */
  @State(Scope.Benchmark)
  public static class Counting {
    EditorRecorder recorder;

    @Setup
    public void start() {
      recorder = Levels.normal();
    }

    @TearDown
    public void stop() {
      recorder.close();
    }
  }

  @Benchmark
  public int statistics(Work work, Counting counting) {
    try (var measurement = counting.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int nestedPair(Work work, Counting counting) {
    try (var outer = counting.recorder.measure(OperationType.DISPLAY_RENDER, NAME);
        var inner = counting.recorder.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
    }
  }
}
