// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.events.score.KeystrokeScore;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.Shell;
import org.lusush.lle.suite.shell.ShellException;

/** Types at the tape's pace on fresh JVMs, one after the other, each warm. */
final class LatencyTest implements SuiteTest {

  /** Of fewer, a 99th percentile says nothing. */
  private static final int FEWEST_KEYSTROKES = 100;

  private static final Duration ONE_ROUND = Duration.ofNanos(1);

  @Override
  public Outcome run(Workbench bench) throws ShellException, InterruptedException {
    int iterations = bench.plan().iterations();
    var outside = Latency.empty();
    long typed = 0;
    for (int i = 1; i <= iterations; i++) {
      bench.show(TestKind.LATENCY, "types on JVM " + i + " of " + iterations);
      var answers = iteration(bench, i);
      outside = outside.plus(answers.latency);
      typed += answers.typed;
    }
    bench.show(TestKind.LATENCY, "reads its recordings");
    var recording = Recording.merged(bench.read(files(bench, iterations)));
    bench.keepLatency(recording);
    return Outcome.of(
        figures(bench, recording, outside),
        "%d keys typed on %d JVMs, one after the other; %d keystrokes recorded"
            .formatted(typed, iterations, Scored.keystrokes(recording)));
  }

  static List<Path> files(Workbench bench, int iterations) {
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= iterations; i++) {
      files.add(bench.folder().recording(TestKind.LATENCY, i));
    }
    return files;
  }

  private record Answers(Latency latency, long typed) {}

  private static Answers iteration(Workbench bench, int number)
      throws ShellException, InterruptedException {
    var shell = bench.start();
    try {
      var recording = bench.recordWarm(shell, TestKind.LATENCY, number, ONE_ROUND);
      long before = shell.typed();
      var typist = bench.typist(shell);
      do {
        typist.type();
      } while (shell.typed() - before < FEWEST_KEYSTROKES);
      Shell.stop(recording);
      return new Answers(typist.answers(), shell.typed() - before);
    } finally {
      bench.close(shell);
    }
  }

  private static List<Figure> figures(Workbench bench, Recording recording, Latency outside) {
    List<Figure> figures = new ArrayList<>();
    var latency = recording.timings().keystrokes().latency();
    addPercentile(bench, figures, Measure.LATENCY_P50, latency, 50, "");
    addPercentile(bench, figures, Measure.LATENCY_P99, latency, 99, "");
    addPercentile(bench, figures, Measure.LATENCY_MAX, latency, 100, "");
    addPercentile(bench, figures, Measure.OUTSIDE_P50, outside, 50, "");
    addPercentile(bench, figures, Measure.OUTSIDE_P99, outside, 99, "");
    var scored = Scored.of(recording);
    add(bench, figures, Measure.RESPONSE, scored.responseNanos(), Scored.NO_OPERATION);
    add(bench, figures, Measure.ERRORS, scored.errorRate(), Scored.NO_OPERATION);
    add(bench, figures, Measure.HIT_RATE, scored.hitRate(), "no cache was looked up");
    var analysis = Analyzer.analyze(recording);
    var score = analysis.score().value();
    add(
        bench,
        figures,
        Measure.SCORE,
        score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty(),
        "no term of it was measured");
    add(
        bench,
        figures,
        Measure.KEYSTROKE_SCORE,
        analysis.keystrokeScore().map(KeystrokeScore::value),
        "no keystroke was recorded");
    return figures;
  }

  static void add(
      Workbench bench, List<Figure> figures, Measure measure, Optional<Double> value, String why) {
    figures.add(
        value.map(v -> bench.figure(measure, v)).orElseGet(() -> bench.missing(measure, why)));
  }

  static void addPercentile(
      Workbench bench,
      List<Figure> figures,
      Measure measure,
      Latency latency,
      double percentile,
      String note) {
    figures.add(
        latency.isEmpty()
            ? bench.missing(measure, "no keystroke was answered")
            : bench.figure(measure, (double) latency.percentileNanos(percentile), note));
  }

  /** Runs the iterations alone, for who compares them. */
  static void record(Workbench bench) throws ShellException, IOException, InterruptedException {
    new LatencyTest().run(bench);
  }
}
