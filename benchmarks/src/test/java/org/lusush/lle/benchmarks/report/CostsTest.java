// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class CostsTest {

  @Test
  void of_resultsOfJmh_areProcessorTimeAndBytesOfAnOperation() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("BaselineBenchmark.bare$")
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(10))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(50))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();

    var costs = Costs.of(Map.of(Subject.BARE, List.of(new Runner(options).runSingle())));

    assertThat(costs.nanos(Subject.BARE)).isPositive();
    assertThat(costs.bytes(Subject.BARE)).isNotNegative();
    assertThat(costs.nanos(Subject.OFF)).isNaN();
    assertThat(costs.added(Subject.OFF)).isNaN();
  }
}
