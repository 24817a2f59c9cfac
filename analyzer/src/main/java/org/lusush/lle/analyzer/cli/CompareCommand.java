// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.regression.Judge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle compare}: judges recordings beside earlier ones. */
@Command(
    name = "compare",
    description = {
      "Compares recordings made before a change with some made after it.",
      "Each recording counts as one run, and so does each shell in the last day of a history; of"
          + " three runs or more on a side their own spread says what"
          + " a shift is worth."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing got worse: pass or improvement",
      "1:something got worse: regression",
      "2:the command line is wrong",
      "3:a file could not be read, or the verdict not written",
      "5:inconclusive: the recordings are not comparable, or too few or too short to tell"
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "a recording, a directory, a zip archive, or a directory of histories")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "AFTER",
      description = "a recording, a directory, a zip archive, or a directory of histories")
  private Path after = Path.of("");

  @Mixin private VerdictOptions verdict = new VerdictOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Runs first = Runs.read(List.of(before), Runs.Day.LAST, console);
    Runs second = Runs.read(List.of(after), Runs.Day.LAST, console);
    verdict.checkAgainst(spec, console, first, second);
    if (first.isEmpty() || second.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Judgement judgement = Judge.compare(first.night(), second.night());
    return verdict.write(judgement, console, first, second);
  }
}
