// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.monitor.Monitor;
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
  private static final int OCTAVES = 8;

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

  /** A monitor whose clock leaps, so that durations are of eight octaves at random. */
  @State(Scope.Benchmark)
  public static class Varying {
    private static final int LEAPS = 1_024;
    private static final int LONGEST_BITS = 15;

    private final long[] leaps = new long[LEAPS];
    private int next;
    private long ahead;
    Monitor monitor;

    /** Draws the leaps. */
    public Varying() {
      var random = new Random(1);
      for (int i = 0; i < LEAPS; i++) {
        leaps[i] = random.nextInt(1 << (LONGEST_BITS - random.nextInt(OCTAVES)));
      }
    }

    @Setup
    public void start() {
      monitor = new Monitor(this::nanos);
    }

    private long nanos() {
      ahead += leaps[next++ & (LEAPS - 1)];
      return System.nanoTime() + ahead;
    }

    @TearDown
    public void stop() {
      monitor.close();
    }
  }

  @Benchmark
  public int statisticsVarying(Work work, Varying varying) {
    try (var measurement = varying.monitor.measure(OperationType.SYNTAX_HIGHLIGHT, NAME)) {
      return work.step();
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
