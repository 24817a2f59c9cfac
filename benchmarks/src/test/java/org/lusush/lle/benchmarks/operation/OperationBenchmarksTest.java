// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.lusush.lle.benchmarks.report.Subject;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class OperationBenchmarksTest {

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void benchmarks_eachRunOnce_allWorkAndEachIsASubject() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(".*")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(10))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(options).run();

    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark())
        .map(name -> name.substring(Work.class.getPackageName().length() + 1))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Subject.values()).map(Subject::benchmark).toList());
  }

  @Test
  void percentileHistogram_ofMicrometer_hasBuckets() {
    var timers = new MicrometerBenchmark.Timers();

    timers.percentileHistogram.record(Duration.ofMillis(1));

    assertThat(timers.percentileHistogram.takeSnapshot().histogramCounts()).hasSizeGreaterThan(50);
    timers.close();
  }
}
