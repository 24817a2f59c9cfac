// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;

/** Types at a steady rate, then does nothing, and looks at the processor time of either. */
final class CpuTest implements SuiteTest {

  private static final Duration SHORTEST_IDLE = Duration.ofSeconds(3);
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final double SECOND_NANOS = 1e9;
  private static final String UNKNOWN = "the system does not tell the processor time of a process";

  /** Processor time at a time. */
  private record Reading(Optional<Duration> cpu, long nanos) {
    static Reading of(Shell shell) {
      return new Reading(shell.cpu(), System.nanoTime());
    }

    Optional<Double> cpuNanosSince(Reading earlier) {
      return cpu.flatMap(
          now -> earlier.cpu.map(before -> (double) (now.toNanos() - before.toNanos())));
    }

    Optional<Double> shareSince(Reading earlier) {
      return cpuNanosSince(earlier).map(used -> used / (nanos - earlier.nanos));
    }
  }

  @Override
  public Outcome run(Workbench bench) throws ShellException, InterruptedException {
    bench.show(TestKind.CPU, "warms up");
    double rate = bench.plan().rate();
    var shell = bench.start();
    try {
      var recording = bench.recordWarm(shell, TestKind.CPU, 1);
      bench.show(TestKind.CPU, "types at a steady rate");
      var start = Reading.of(shell);
      long keysBefore = shell.typed();
      var typist = bench.typist(shell);
      long until = System.nanoTime() + bench.plan().duration().toNanos();
      do {
        typist.type(Duration.ofNanos(Math.round(SECOND_NANOS / rate)));
      } while (System.nanoTime() - until < 0);
      var end = Reading.of(shell);
      long keys = shell.typed() - keysBefore;
      Shell.stop(recording);
      bench.show(TestKind.CPU, "lets the shell idle");
      Thread.sleep(SETTLE.toMillis());
      var idleStart = Reading.of(shell);
      Thread.sleep(idle(bench.plan().duration()).toMillis());
      var idleEnd = Reading.of(shell);
      bench.read(TestKind.CPU, 1);
      return outcome(bench, keys, start, end, idleStart, idleEnd);
    } finally {
      bench.close(shell);
    }
  }

  private static Duration idle(Duration duration) {
    var half = duration.dividedBy(2);
    return half.compareTo(SHORTEST_IDLE) < 0 ? SHORTEST_IDLE : half;
  }

  private static Outcome outcome(
      Workbench bench, long keys, Reading start, Reading end, Reading idleStart, Reading idleEnd) {
    List<Figure> figures = new ArrayList<>();
    LatencyTest.add(bench, figures, Measure.BUSY, end.shareSince(start), UNKNOWN);
    LatencyTest.add(
        bench, figures, Measure.KEY, end.cpuNanosSince(start).map(nanos -> nanos / keys), UNKNOWN);
    LatencyTest.add(bench, figures, Measure.IDLE, idleEnd.shareSince(idleStart), UNKNOWN);
    double seconds = (end.nanos - start.nanos) / SECOND_NANOS;
    return Outcome.of(
        figures,
        String.format(
            Locale.ROOT,
            "%d keys typed in %.1f s, %.1f a second, then none for %.1f s",
            keys,
            seconds,
            keys / seconds,
            (idleEnd.nanos - idleStart.nanos) / SECOND_NANOS));
  }
}
