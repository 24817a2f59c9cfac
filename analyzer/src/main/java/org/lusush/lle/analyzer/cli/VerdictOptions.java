// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.night.Judgement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a verdict is written and where it goes: what the commands that judge have in common. */
final class VerdictOptions {

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

  /**
   * Makes sure that the verdict does not go where it was taken from.
   *
   * @throws ParameterException if it would
   */
  void checkAgainst(CommandSpec spec, Console console, Runs... read) {
    var destination = new Destination(console, output);
    for (Runs runs : read) {
      if (destination.isOneOf(runs.files().stream().filter(Files::isRegularFile).toList())) {
        throw new ParameterException(
            spec.commandLine(), "--output would overwrite a recording: " + output.get());
      }
      if (!runs.histories().isEmpty() && runs.files().stream().anyMatch(this::isWithin)) {
        throw new ParameterException(
            spec.commandLine(),
            "--output would be in the directory of the histories; name another");
      }
    }
  }

  private boolean isWithin(Path directory) {
    return Files.isDirectory(directory)
        && output
            .filter(file -> file.toAbsolutePath().startsWith(directory.toAbsolutePath()))
            .isPresent();
  }

  /** Writes the verdict, and returns what the process tells its caller. */
  int write(Judgement judgement, Console console, Runs... read) {
    boolean written = format.write(judgement, new Destination(console, output));
    return JudgementFormat.exitCode(
        judgement.verdict(), written && Stream.of(read).allMatch(Runs::isComplete));
  }
}
