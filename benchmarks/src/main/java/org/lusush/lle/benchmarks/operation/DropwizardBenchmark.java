// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import com.codahale.metrics.LockFreeExponentiallyDecayingReservoir;
import com.codahale.metrics.Timer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Dropwizard's timer, with its usual reservoir and with the one without locks. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DropwizardBenchmark {

  /** The timers. */
  @State(Scope.Benchmark)
  public static class Timers {
    final Timer decaying = new Timer();
    final Timer lockFree = new Timer(LockFreeExponentiallyDecayingReservoir.builder().build());
  }

  @Benchmark
  public int decaying(Work work, Timers timers) {
    try (var context = timers.decaying.time()) {
      return work.step();
    }
  }

  @Benchmark
  public int lockFree(Work work, Timers timers) {
    try (var context = timers.lockFree.time()) {
      return work.step();
    }
  }
}
