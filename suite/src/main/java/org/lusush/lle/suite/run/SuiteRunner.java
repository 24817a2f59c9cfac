// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.SuiteResult.Machine;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.result.TestResult;
import org.lusush.lle.suite.shell.ShellException;
import org.lusush.lle.suite.shell.Shells;

/** Runs the tests of a plan, one after the other. */
public final class SuiteRunner {

  private final Plan plan;
  private final Shells shells;
  private final Workbench bench;

  /** Makes one that writes recordings to a folder. */
  public SuiteRunner(
      Plan plan, Shells shells, OutputFolder folder, Scratch scratch, Progress progress) {
    this.plan = plan;
    this.shells = shells;
    bench = new Workbench(plan, shells, folder, scratch, progress);
  }

  /**
   * Runs them.
   *
   * @return what came of each; nothing when the suite was ended meanwhile
   * @throws IOException when nothing can be written
   */
  public Optional<SuiteResult> run() throws IOException, InterruptedException {
    var started = Instant.now();
    long start = System.nanoTime();
    List<TestResult> results = new ArrayList<>();
    for (TestKind kind : plan.tests()) {
      results.add(run(kind));
      if (shells.isClosed()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new SuiteResult(
            started,
            Duration.ofNanos(System.nanoTime() - start),
            machine(),
            bench.identity(),
            plan.tape().keystrokes(),
            plan.targets(),
            results));
  }

  private TestResult run(TestKind kind) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      var outcome = test(kind).run(bench);
      return new TestResult(
          kind,
          outcome.ran() ? TestResult.State.PASSED : TestResult.State.NOT_RUN,
          outcome.sentence(),
          outcome.figures(),
          recordings(kind),
          Duration.ofNanos(System.nanoTime() - start),
          outcome.verdict());
    } catch (ShellException e) {
      return new TestResult(
          kind,
          TestResult.State.FAILED,
          e.sentence(),
          Measure.of(kind).stream().map(m -> bench.missing(m, "the test failed")).toList(),
          recordings(kind),
          Duration.ofNanos(System.nanoTime() - start),
          Optional.empty());
    }
  }

  private List<String> recordings(TestKind kind) throws IOException {
    return bench.folder().recordings(kind).stream()
        .map(Path::getFileName)
        .map(String::valueOf)
        .toList();
  }

  private static SuiteTest test(TestKind kind) {
    return switch (kind) {
      case LATENCY -> new LatencyTest();
      case THROUGHPUT -> new ThroughputTest();
      case MEMORY -> new MemoryTest();
      case CPU -> new CpuTest();
      case STRESS -> new StressTest();
      case REGRESSION -> new RegressionTest();
    };
  }

  private static Machine machine() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return new Machine(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Runtime.getRuntime().availableProcessors(),
        memory);
  }
}
