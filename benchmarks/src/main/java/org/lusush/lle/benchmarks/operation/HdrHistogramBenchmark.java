// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.HdrHistogram.SingleWriterRecorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two clock reads and a histogram: what a careful author would write by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HdrHistogramBenchmark {

  static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
  static final int SIGNIFICANT_DIGITS = 3;

  /** The histograms, of the same range and precision. */
  @State(Scope.Thread)
  public static class Histograms {
    final Histogram plain = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    final SingleWriterRecorder singleWriter =
        new SingleWriterRecorder(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    final Recorder recorder = new Recorder(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }

  @Benchmark
  public int plain(Work work, Histograms histograms) {
    long start = System.nanoTime();
    int result = work.step();
    histograms.plain.recordValue(System.nanoTime() - start);
    return result;
  }

  @Benchmark
  public int singleWriterRecorder(Work work, Histograms histograms) {
    long start = System.nanoTime();
    int result = work.step();
    histograms.singleWriter.recordValue(System.nanoTime() - start);
    return result;
  }

  @Benchmark
  public int recorder(Work work, Histograms histograms) {
    long start = System.nanoTime();
    int result = work.step();
    histograms.recorder.recordValue(System.nanoTime() - start);
    return result;
  }
}
