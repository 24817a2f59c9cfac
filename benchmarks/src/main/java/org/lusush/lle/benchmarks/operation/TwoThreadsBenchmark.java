// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;
import org.lusush.lle.benchmarks.operation.HdrHistogramBenchmark.Histograms;
import org.lusush.lle.benchmarks.operation.RecordedBenchmark.EventOn;
import org.lusush.lle.benchmarks.operation.RecorderBenchmark.Counting;
import org.lusush.lle.events.OperationType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Two threads on two operations, beside two that share nothing and two that share a recorder.
 *
 * <p>Each figure is of one operation of one thread: equal to that of one thread where nothing is
 * shared, the cores apart.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
public class TwoThreadsBenchmark {

  /** The operation that a thread does. */
  @State(Scope.Thread)
  public static class Operation {
    private OperationType type;

    @Setup
    public void choose(ThreadParams threads) {
      type =
          threads.getThreadIndex() == 0
              ? OperationType.SYNTAX_HIGHLIGHT
              : OperationType.COMPLETION_SEARCH;
    }
  }

  /** A recorder of both threads. */
  @State(Scope.Benchmark)
  public static class Shared {
    final Recorder recorder =
        new Recorder(HdrHistogramBenchmark.LONGEST_NANOS, HdrHistogramBenchmark.SIGNIFICANT_DIGITS);
  }

  @Benchmark
  public int bare(Work work) {
    return work.step();
  }

  @Benchmark
  public int statistics(Work work, Counting counting, Operation operation) {
    try (var measurement = counting.recorder.measure(operation.type, RecorderBenchmark.NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int event(Work work, EventOn on, Operation operation) {
    try (var measurement = on.recorder.measure(operation.type, RecorderBenchmark.NAME)) {
      return work.step();
    }
  }

  @Benchmark
  public int plainHistogram(Work work, Histograms own) {
    long start = System.nanoTime();
    int result = work.step();
    own.plain.recordValue(System.nanoTime() - start);
    return result;
  }

  @Benchmark
  public int sharedRecorder(Work work, Shared shared) {
    long start = System.nanoTime();
    int result = work.step();
    shared.recorder.recordValue(System.nanoTime() - start);
    return result;
  }
}
