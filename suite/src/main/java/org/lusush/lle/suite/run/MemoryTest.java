// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;

/** Types many rounds, and looks at the live heap before and after. */
final class MemoryTest implements SuiteTest {

  private static final double KEYS = 1_000;

  /** What was in memory at one time. */
  private record Reading(OptionalLong live, OptionalLong allocated) {
    static Reading of(Shell shell) throws ShellException {
      var allocated = shell.allocatedBytes();
      return new Reading(shell.liveBytes(), allocated);
    }
  }

  @Override
  public Outcome run(Workbench bench) throws ShellException, InterruptedException {
    bench.show(TestKind.MEMORY, "warms up");
    var shell = bench.start();
    try {
      var recording = bench.recordWarm(shell, TestKind.MEMORY, 1);
      var before = Reading.of(shell);
      long keysBefore = shell.typed();
      bench.show(TestKind.MEMORY, "types many rounds");
      bench.rush(bench.typist(shell), bench.plan().duration());
      long keys = shell.typed() - keysBefore;
      var after = Reading.of(shell);
      var resident = shell.residentPeakBytes();
      Shell.stop(recording);
      return outcome(bench, keys, before, after, resident);
    } finally {
      bench.close(shell);
    }
  }

  private static Outcome outcome(
      Workbench bench, long keys, Reading before, Reading after, OptionalLong resident)
      throws ShellException {
    List<Figure> figures = new ArrayList<>();
    LatencyTest.add(
        bench,
        figures,
        Measure.GROWTH,
        difference(before.live, after.live).map(bytes -> Math.max(0, bytes) * KEYS / keys),
        "jcmd GC.class_histogram gave no total");
    LatencyTest.add(
        bench, figures, Measure.LIVE, value(before.live), "jcmd GC.class_histogram gave no total");
    LatencyTest.add(
        bench,
        figures,
        Measure.ALLOCATED,
        difference(before.allocated, after.allocated).map(bytes -> bytes / keys),
        "jcmd Thread.print -e told nothing of it");
    var heap = bench.read(TestKind.MEMORY, 1).contents().upkeep().resources().heapBytes();
    LatencyTest.add(
        bench,
        figures,
        Measure.HEAP_PEAK,
        heap.isEmpty() ? Optional.empty() : Optional.of(heap.largest()),
        "the recorder did not tell of its resources");
    LatencyTest.add(
        bench,
        figures,
        Measure.RESIDENT_PEAK,
        value(resident),
        "only the kernel of Linux tells it");
    return Outcome.of(figures, keys + " keys typed between two full collections");
  }

  private static Optional<Double> value(OptionalLong bytes) {
    return bytes.isPresent() ? Optional.of((double) bytes.getAsLong()) : Optional.empty();
  }

  private static Optional<Double> difference(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? Optional.of((double) (after.getAsLong() - before.getAsLong()))
        : Optional.empty();
  }
}
