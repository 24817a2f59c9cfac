// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** The work alone, and the least that measuring it by a clock can cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BaselineBenchmark {

  @Benchmark
  public int bare(Work work) {
    return work.step();
  }

  @Benchmark
  public int twoClockReads(Work work, Blackhole blackhole) {
    long start = System.nanoTime();
    int result = work.step();
    blackhole.consume(System.nanoTime() - start);
    return result;
  }
}
