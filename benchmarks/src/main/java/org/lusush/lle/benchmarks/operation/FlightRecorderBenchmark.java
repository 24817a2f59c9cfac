// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A bare event of the fields of ours, and the whole job written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlightRecorderBenchmark {

  /** A recording of the bare event. */
  @State(Scope.Benchmark)
  public static class Recording {
    private MemoryRecording recording;

    @Setup
    public void start() {
      recording = MemoryRecording.of(BareEvent.NAME);
      recording.await(
          () -> {
            var event = new BareEvent();
            event.begin();
            event.endAndCommit(0);
          });
    }

    @TearDown
    public void stop() {
      recording.close();
    }
  }

  /** What a thread uses again. */
  @State(Scope.Thread)
  public static class Reused {
    final BareEvent event = new BareEvent();
    final Histogram histogram =
        new Histogram(
            HdrHistogramBenchmark.LONGEST_NANOS, HdrHistogramBenchmark.SIGNIFICANT_DIGITS);
  }

  @Benchmark
  public int newEvent(Work work, Recording recording) {
    var event = new BareEvent();
    event.begin();
    int result = work.step();
    event.endAndCommit(1);
    return result;
  }

  @Benchmark
  public int reusedEvent(Work work, Recording recording, Reused reused) {
    reused.event.begin();
    int result = work.step();
    reused.event.endAndCommit(1);
    return result;
  }

  @Benchmark
  public int histogramAndReusedEvent(Work work, Recording recording, Reused reused) {
    reused.event.begin();
    long start = System.nanoTime();
    int result = work.step();
    long nanos = System.nanoTime() - start;
    reused.histogram.recordValue(nanos);
    reused.event.endAndCommit(nanos);
    return result;
  }
}
