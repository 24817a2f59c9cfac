// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.benchmarks.operation.FlightRecorderBenchmark.Recording;
import org.lusush.lle.benchmarks.operation.FlightRecorderBenchmark.Reused;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Micrometer's timer by its sample, as its documentation shows it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicrometerBenchmark {

  /** The simple registry, whose timers keep a histogram's buckets as those of a backend do. */
  static final class Registry extends SimpleMeterRegistry {
    Registry() {
      super(SimpleConfig.DEFAULT, Clock.SYSTEM);
    }

    @Override
    protected Timer newTimer(
        Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
      var merged = config.merge(DistributionStatisticConfig.DEFAULT);
      return new CumulativeTimer(id, clock, merged, pauseDetector, getBaseTimeUnit(), true);
    }
  }

  /** The timers. */
  @State(Scope.Benchmark)
  public static class Timers {
    private final Registry registry = new Registry();
    final Timer plain = Timer.builder("plain").register(registry);
    final Timer percentileHistogram =
        Timer.builder("percentile.histogram").publishPercentileHistogram().register(registry);

    @TearDown
    public void close() {
      registry.close();
    }
  }

  @Benchmark
  public int plainTimer(Work work, Timers timers) {
    var sample = Timer.start(timers.registry);
    int result = work.step();
    sample.stop(timers.plain);
    return result;
  }

  @Benchmark
  public int percentileHistogram(Work work, Timers timers) {
    var sample = Timer.start(timers.registry);
    int result = work.step();
    sample.stop(timers.percentileHistogram);
    return result;
  }

  @Benchmark
  public int percentileHistogramAndEvent(
      Work work, Timers timers, Recording recording, Reused reused) {
    reused.event.begin();
    var sample = Timer.start(timers.registry);
    int result = work.step();
    reused.event.endAndCommit(sample.stop(timers.percentileHistogram));
    return result;
  }

  /** The timer found by what is known at the end only, as the documentation shows it. */
  @Benchmark
  public int taggedPercentileHistogramAndNewEvent(Work work, Timers timers, Recording recording) {
    var event = new BareEvent();
    event.begin();
    var sample = Timer.start(timers.registry);
    int result = work.step();
    long nanos =
        sample.stop(
            Timer.builder("tagged")
                .tag("operation", "syntax highlight")
                .tag("result", "success")
                .publishPercentileHistogram()
                .register(timers.registry));
    event.endAndCommit(nanos);
    return result;
  }
}
