// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.night.Judgement;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.regression.Judge;
import org.lusush.lle.analyzer.regression.Nights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle compare}: judges recordings beside earlier ones. */
@Command(
    name = "compare",
    description = {
      "Compares recordings made before a change with some made after it.",
      "Each recording counts as one run; of three runs or more on a side their own spread says"
          + " what a shift is worth."
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
      description = "a recording, a directory, or a zip archive")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "AFTER",
      description = "a recording, a directory, or a zip archive")
  private Path after = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise")
  private JudgementFormat format = JudgementFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the verdict to this file, in UTF-8")
  private Optional<Path> output = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Runs first = Runs.read(List.of(before), console);
    Runs second = Runs.read(List.of(after), console);
    var destination = new Destination(console, output);
    if (destination.isOneOf(
        Stream.concat(first.files().stream(), second.files().stream()).toList())) {
      throw new ParameterException(
          spec.commandLine(), "--output would overwrite a recording: " + output.get());
    }
    if (first.recordings().isEmpty() || second.recordings().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Judgement judgement = Judge.compare(night(first), night(second));
    boolean written = format.write(judgement, destination);
    return JudgementFormat.exitCode(
        judgement.verdict(), written && first.isComplete() && second.isComplete());
  }

  private Night night(Runs runs) {
    return Nights.of(date(runs.recordings(), console), runs.recordings());
  }

  /** Returns the day that the first of some recordings began. */
  static LocalDate date(List<Recording> recordings, Console console) {
    return recordings.stream()
        .flatMap(recording -> recording.sources().stream())
        .map(Source::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH)
        .atZone(console.zone())
        .toLocalDate();
  }
}
