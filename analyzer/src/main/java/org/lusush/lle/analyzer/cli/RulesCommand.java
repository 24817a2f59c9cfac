// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome.Failure;
import org.lusush.lle.analyzer.report.RuleReport;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle rules}: judges recordings by the rules that JDK Mission Control runs. */
@Command(
    name = "rules",
    description =
        "Judges recordings by the rules that run inside JDK Mission Control; several as one.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file was read; no rule says what --fail-on asks for",
      "1:a rule does, or --fail-on was asked for and no rule could judge",
      "2:the command line is wrong",
      "3:a file could not be read, or the report not written"
    })
final class RulesCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum FailOn {
    INFO(Severity.INFO),
    WARNING(Severity.WARNING);

    private final Severity severity;

    FailOn(Severity severity) {
      this.severity = severity;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "recordings (.jfr)")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the report to this file, in UTF-8")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--brief", description = "one sentence a rule, without explanation and solution")
  private boolean brief;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit with 1 when a rule says this or worse: ${COMPLETION-CANDIDATES}")
  private Optional<FailOn> failOn = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var destination = new Destination(console, output);
    if (destination.isOneOf(files)) {
      throw new ParameterException(
          spec.commandLine(), "--output would overwrite a recording: " + output.get());
    }
    Rules.Outcome outcome = Rules.judge(files);
    for (Failure failure : outcome.failures()) {
      console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
    }
    if (!write(outcome, destination) || !outcome.failures().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    return outcome.findings().map(found -> verdict(found.all())).orElse(ExitCode.FINE);
  }

  private boolean write(Rules.Outcome outcome, Destination destination) {
    if (format == Format.JSON) {
      return destination.write(RuleReport.json(outcome.findings(), outcome.failures()), true);
    }
    boolean toFile = output.isPresent();
    var style =
        new Style(
            console.colors() && !toFile,
            toFile || console.charset().newEncoder().canEncode("µ…█·"),
            console.zone());
    return outcome
        .findings()
        .map(found -> destination.write(RuleReport.text(found, brief, style), false))
        .orElse(true);
  }

  private int verdict(List<Finding> findings) {
    if (failOn.isEmpty()) {
      return ExitCode.FINE;
    }
    if (findings.stream().allMatch(f -> f.severity() == Severity.NOT_JUDGED)) {
      console.say("no rule could judge: the recordings hold too little; record for longer");
      return ExitCode.FINDING;
    }
    Severity least = failOn.get().severity;
    boolean broken = findings.stream().anyMatch(f -> f.severity().compareTo(least) >= 0);
    return broken ? ExitCode.FINDING : ExitCode.FINE;
  }
}
