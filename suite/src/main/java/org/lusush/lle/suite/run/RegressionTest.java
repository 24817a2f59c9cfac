// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Verdict;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.regression.Nights;
import org.lusush.lle.analyzer.report.JudgementSentences;
import org.lusush.lle.analyzer.report.JudgementText;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.suite.result.Figure;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.shell.ShellException;

/** Judges the iterations of the latency test by those of an earlier run. */
final class RegressionTest implements SuiteTest {

  @Override
  public Outcome run(Workbench bench) throws ShellException, IOException, InterruptedException {
    if (bench.plan().baseline().isEmpty()) {
      return notRun(
          bench,
          "there is no run to compare with: name the folder of an earlier one with --baseline");
    }
    var folder = bench.plan().baseline().get();
    var before = night(bench.read(baseline(folder)));
    if (bench.latency().isEmpty()) {
      LatencyTest.record(bench);
    }
    bench.show(TestKind.REGRESSION, "compares");
    var after = night(bench.read(LatencyTest.files(bench, bench.plan().iterations())));
    var judgement = Judge.compare(before, after);
    bench
        .folder()
        .write(
            OutputFolder.JUDGEMENT,
            JudgementText.render(judgement, new Style(false, true, ZoneId.systemDefault())));
    return outcome(bench, judgement);
  }

  private static List<Path> baseline(Path folder) throws ShellException {
    try {
      var files = OutputFolder.recordings(folder, TestKind.LATENCY);
      if (!files.isEmpty()) {
        return files;
      }
    } catch (IOException e) {
      throw new ShellException("the baseline could not be read; name the folder of a run");
    }
    throw new ShellException(
        "the baseline has no latency recordings; name the folder of a run with a latency test");
  }

  private static Night night(List<Recording> runs) {
    return Nights.of(Nights.date(runs, ZoneId.systemDefault()), runs);
  }

  private static Outcome outcome(Workbench bench, Judgement judgement) {
    boolean open = judgement.verdict() == Verdict.INCONCLUSIVE;
    var worse = judgement.found(Finding.WORSE);
    Figure figure =
        open
            ? bench.missing(Measure.WORSE, "the verdict is inconclusive")
            : bench.figure(
                Measure.WORSE, worse.size(), "of " + judgement.comparisons().size() + " compared");
    return new Outcome(
        List.of(figure), sentence(judgement), true, Optional.of(judgement.verdict().label()));
  }

  private static String sentence(Judgement judgement) {
    var why =
        judgement.verdict() == Verdict.INCONCLUSIVE
            ? judgement.reasons()
            : JudgementSentences.findings(judgement);
    var basis = judgement.verdict().label() + ": " + JudgementSentences.basis(judgement);
    return why.isEmpty()
        ? basis
        : basis + "; " + why.get(0) + (why.size() > 1 ? "; and " + (why.size() - 1) + " more" : "");
  }

  private static Outcome notRun(Workbench bench, String why) {
    return new Outcome(
        List.of(bench.missing(Measure.WORSE, "not run")), why, false, Optional.empty());
  }
}
