// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The Prometheus client's histograms, of fixed buckets and of exponential ones. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PrometheusBenchmark {

  /** The histograms. */
  @State(Scope.Benchmark)
  public static class Histograms {
    final DistributionDataPoint classic =
        Histogram.builder().name("classic").unit(Unit.SECONDS).classicOnly().build();
    final DistributionDataPoint exponential =
        Histogram.builder().name("exponential").unit(Unit.SECONDS).nativeOnly().build();
  }

  @Benchmark
  public int classicHistogram(Work work, Histograms histograms) {
    long start = System.nanoTime();
    int result = work.step();
    histograms.classic.observe(Unit.nanosToSeconds(System.nanoTime() - start));
    return result;
  }

  @Benchmark
  public int nativeHistogram(Work work, Histograms histograms) {
    long start = System.nanoTime();
    int result = work.step();
    histograms.exponential.observe(Unit.nanosToSeconds(System.nanoTime() - start));
    return result;
  }
}
