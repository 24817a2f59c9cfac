// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;

/** Types as fast as the shell takes it. */
final class ThroughputTest implements SuiteTest {

  private static final double SECOND_NANOS = 1e9;

  @Override
  public Outcome run(Workbench bench) throws ShellException, InterruptedException {
    bench.show(TestKind.THROUGHPUT, "warms up");
    var shell = bench.start();
    try {
      var recording = bench.recordWarm(shell, TestKind.THROUGHPUT, 1);
      bench.show(TestKind.THROUGHPUT, "types as fast as the shell takes it");
      long before = shell.typed();
      long start = System.nanoTime();
      bench.rush(bench.typist(shell), bench.plan().duration());
      double seconds = (System.nanoTime() - start) / SECOND_NANOS;
      Shell.stop(recording);
      return outcome(bench, shell.typed() - before, seconds);
    } finally {
      bench.close(shell);
    }
  }

  private static Outcome outcome(Workbench bench, long typed, double seconds)
      throws ShellException {
    var recording = bench.read(TestKind.THROUGHPUT, 1);
    long recorded = Scored.keystrokes(recording);
    List<Figure> figures = new ArrayList<>();
    figures.add(bench.figure(Measure.KEYSTROKES, recorded / seconds));
    LatencyTest.add(
        bench,
        figures,
        Measure.OPERATIONS,
        Scored.of(recording).responseNanos().map(mean -> SECOND_NANOS / Math.max(1, mean)),
        Scored.NO_OPERATION);
    figures.add(lost(bench, Measure.LOST, typed, recorded));
    return Outcome.of(
        figures,
        String.format(
            Locale.ROOT,
            "%d keys typed in %.1f s, %d keystrokes recorded",
            typed,
            seconds,
            recorded));
  }

  /** Returns how many keys have no keystroke, or keystrokes no key: either is wrong. */
  static Figure lost(Workbench bench, Measure measure, long typed, long recorded) {
    var note = recorded > typed ? "more keystrokes than keys" : "";
    return bench.figure(measure, (double) Math.abs(typed - recorded), note);
  }
}
