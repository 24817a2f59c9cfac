// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.report.Units;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;

/** Types, pastes and resizes on several shells at once, as fast as they take it. */
final class StressTest implements SuiteTest {

  private static final String PASTE = "0123456789 abcdefghij ".repeat(20);
  private static final double SECOND_NANOS = 1e9;

  /** What one shell went through. */
  private record Load(long typed, double seconds) {}

  @Override
  public Outcome run(Workbench bench) throws ShellException, InterruptedException {
    int concurrency = bench.plan().concurrency();
    List<Shell> shells = new ArrayList<>();
    try {
      for (int i = 1; i <= concurrency; i++) {
        bench.show(TestKind.STRESS, "starts shell " + i + " of " + concurrency);
        shells.add(bench.start());
      }
      bench.show(TestKind.STRESS, "types on " + concurrency + " shells at once");
      var loads = all(bench, shells);
      bench.show(TestKind.STRESS, "reads its recordings");
      List<Recording> recordings = new ArrayList<>();
      for (int i = 1; i <= concurrency; i++) {
        recordings.add(bench.read(TestKind.STRESS, i));
      }
      return outcome(bench, loads, Recording.merged(recordings));
    } finally {
      shells.forEach(bench::close);
    }
  }

  private static List<Load> all(Workbench bench, List<Shell> shells)
      throws ShellException, InterruptedException {
    ExecutorService typists = Executors.newFixedThreadPool(shells.size());
    try {
      List<Callable<Load>> tasks = new ArrayList<>();
      for (int i = 0; i < shells.size(); i++) {
        var shell = shells.get(i);
        int number = i + 1;
        tasks.add(() -> one(bench, shell, number));
      }
      List<Load> loads = new ArrayList<>();
      for (Future<Load> load : typists.invokeAll(tasks)) {
        loads.add(load.get());
      }
      return loads;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ShellException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      typists.shutdownNow();
    }
  }

  private static Load one(Workbench bench, Shell shell, int number)
      throws ShellException, InterruptedException {
    var recording = bench.recordWarm(shell, TestKind.STRESS, number);
    long before = shell.typed();
    long start = System.nanoTime();
    long until = start + bench.plan().duration().toNanos();
    var typist = bench.typist(shell);
    for (int round = 0; round == 0 || System.nanoTime() - until < 0; round++) {
      shell.resize(round % 2 == 0 ? 80 : 120, round % 2 == 0 ? 24 : 40);
      typist.pasteAndDiscard(PASTE);
      typist.rush();
    }
    double seconds = (System.nanoTime() - start) / SECOND_NANOS;
    Shell.stop(recording);
    return new Load(shell.typed() - before, seconds);
  }

  private static Outcome outcome(Workbench bench, List<Load> loads, Recording recording) {
    long typed = loads.stream().mapToLong(Load::typed).sum();
    double seconds = loads.stream().mapToDouble(Load::seconds).average().orElse(1);
    long recorded = Scored.keystrokes(recording);
    List<Figure> figures = new ArrayList<>();
    LatencyTest.addPercentile(
        bench,
        figures,
        Measure.STRESS_P99,
        recording.timings().keystrokes().latency(),
        99,
        bench
            .latency()
            .map(r -> r.timings().keystrokes().latency().percentileNanos(99))
            .map(p99 -> Units.duration(p99) + " in the latency test")
            .orElse(""));
    figures.add(ThroughputTest.lost(bench, Measure.STRESS_LOST, typed, recorded));
    LatencyTest.add(
        bench,
        figures,
        Measure.STRESS_ERRORS,
        Scored.of(recording).errorRate(),
        Scored.NO_OPERATION);
    figures.add(bench.figure(Measure.STRESS_KEYSTROKES, recorded / seconds, "of all shells"));
    return Outcome.of(
        figures,
        String.format(
            Locale.ROOT,
            "%d keys typed on %d shells at once, which all survived; %d keystrokes recorded",
            typed,
            loads.size(),
            recorded));
  }
}
