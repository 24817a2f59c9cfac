// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.attach.TargetDump;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.analyzer.report.Check;
import org.lusush.lle.analyzer.report.CollapsedStacks;
import org.lusush.lle.analyzer.report.CsvReport;
import org.lusush.lle.analyzer.report.JsonReport;
import org.lusush.lle.analyzer.report.JunitReport;
import org.lusush.lle.analyzer.report.MarkdownReport;
import org.lusush.lle.analyzer.report.Report;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.report.TextReport;
import org.lusush.lle.analyzer.report.html.HtmlReport;
import org.lusush.lle.analyzer.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle analyze}: reads recordings, reports on them, and holds them against limits. */
@Command(
    name = "analyze",
    description = "Reports on recordings of a line editor; several give one report over all.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file was read, no limit is broken",
      "1:a limit is broken, or there is no data to hold against it",
      "2:the command line is wrong",
      "3:a file or process could not be read, or is incomplete under --strict, or the report not"
          + " written"
    })
final class AnalyzeCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    JSON,
    HTML,
    MARKDOWN,
    CSV,
    JUNIT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "recordings (.jfr), packed ones (.jfr.gz, .zip), or directories of them, searched through"
              + " to their depths")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description =
          "in place of files, what the shell of this process has recorded until now; jcmd -l lists"
              + " them")
  private Optional<Long> pid = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; text unless said otherwise")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the report to this file, in UTF-8")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "write the report as a page to this file; in another format, too, if that is asked for")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--collapsed",
      paramLabel = "FILE",
      description =
          "write the stacks sampled while keystrokes were answered to this file, for flame graphs")
  private Optional<Path> collapsed = Optional.empty();

  @Option(
      names = "--min-score",
      paramLabel = "N",
      converter = PercentConverter.class,
      description = "exit with 1 when the score is under N")
  private Optional<Double> minScore = Optional.empty();

  @Option(
      names = "--max-p99",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "exit with 1 when one keystroke in 100 takes longer, such as 20ms or 500us")
  private Optional<Duration> maxP99 = Optional.empty();

  @Option(
      names = "--max-error-rate",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "exit with 1 when more of the operations end in error")
  private Optional<Double> maxErrorPercent = Optional.empty();

  @Option(
      names = "--rules",
      description = "add what the rules of JDK Mission Control's page say; see lle rules")
  private boolean rules;

  @Option(names = "--strict", description = "exit with 3 when a recording is incomplete")
  private boolean strict;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  AnalyzeCommand(Console console) {
    this.console = console;
  }

  /** Makes one that was asked for nothing else. */
  AnalyzeCommand(Console console, List<Path> files) {
    this(console);
    this.files = files;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() == pid.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'FILE', or a process by --pid");
    }
    return pid.isPresent() ? ofProcess(pid.get()) : ofFiles();
  }

  private int ofProcess(long process) {
    try (var dump = TargetDump.of(process)) {
      ReadOutcome outcome = new RecordingReader().read(dump.file(), "process " + process);
      return reportOn(List.of(outcome), List.of(dump.file()));
    } catch (TargetException e) {
      console.say(e.sentence());
      return ExitCode.UNREADABLE;
    }
  }

  private int ofFiles() {
    List<Path> found = RecordingReader.files(files);
    requireHarmless("--output", output, found);
    requireHarmless("--html", html, found);
    requireHarmless("--collapsed", collapsed, found);
    try (var progress = new Progress(console)) {
      List<ReadOutcome> outcomes = new RecordingReader(progress).readEach(found);
      progress.close();
      return reportOn(outcomes, readable(outcomes));
    }
  }

  /**
   * @param readable files that rules can be asked about, if they are
   */
  private int reportOn(List<ReadOutcome> outcomes, List<Path> readable) {
    Report report = report(outcomes);
    if (rules) {
      report = report.withFindings(Rules.judge(readable).findings());
    }
    sayUnreadable(report);
    List<Check> checks = checks(report);
    boolean written = write(report, checks);
    written &= writeStacks(report);
    boolean incomplete = sayIncomplete(report);
    boolean broken = sayFindings(checks);
    if (!written || incomplete || !report.failures().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    return broken ? ExitCode.FINDING : ExitCode.FINE;
  }

  private static List<Path> readable(List<ReadOutcome> outcomes) {
    return outcomes.stream()
        .filter(ReadOutcome.Success.class::isInstance)
        .map(outcome -> Path.of(outcome.file()))
        .filter(Files::isRegularFile) // no entry of an archive
        .toList();
  }

  private static Report report(List<ReadOutcome> outcomes) {
    List<Recording> recordings = new ArrayList<>();
    List<ReadOutcome.Failure> failures = new ArrayList<>();
    for (ReadOutcome outcome : outcomes) {
      if (outcome instanceof ReadOutcome.Success success) {
        recordings.add(success.recording());
      } else if (outcome instanceof ReadOutcome.Failure failure) {
        failures.add(failure);
      }
    }
    Optional<Analysis> analysis =
        recordings.isEmpty()
            ? Optional.empty()
            : Optional.of(Analyzer.analyze(Recording.merged(recordings)));
    return new Report(analysis, failures);
  }

  private void sayUnreadable(Report report) {
    for (ReadOutcome.Failure failure : report.failures()) {
      console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
    }
  }

  /** Refuses to write over what is to be read. */
  private void requireHarmless(String option, Optional<Path> file, List<Path> inputs) {
    if (new Destination(console, file).isOneOf(inputs)) {
      throw new ParameterException(
          spec.commandLine(), option + " would overwrite a recording: " + file.orElseThrow());
    }
  }

  /** Writes what was asked for, and returns whether all of it is written. */
  private boolean write(Report report, List<Check> checks) {
    boolean written = true;
    if (html.isPresent()) {
      written = write(report, checks, Format.HTML, new Destination(console, html));
    }
    if (html.isEmpty() || format.isPresent() || output.isPresent()) {
      Format asked = format.orElse(Format.TEXT);
      written &= write(report, checks, asked, new Destination(console, output));
    }
    return written;
  }

  /** Writes the report; in text there is none when no file could be read. */
  private boolean write(Report report, List<Check> checks, Format asked, Destination destination) {
    return switch (asked) {
      case TEXT -> report.analysis().isEmpty() || destination.write(text(report), false);
      case JSON -> destination.write(JsonReport.render(report), true);
      case HTML -> destination.write(HtmlReport.render(report, console.zone()), true);
      case MARKDOWN -> destination.write(MarkdownReport.render(report, checks), true);
      case CSV -> destination.write(CsvReport.render(report), true);
      case JUNIT -> destination.write(JunitReport.render(report, checks, strict), true);
    };
  }

  /** Writes the stacks, if they were asked for and a file could be read. */
  private boolean writeStacks(Report report) {
    if (collapsed.isEmpty() || report.analysis().isEmpty()) {
      return true;
    }
    WorkTree frames = report.analysis().get().recording().contents().trees().frames();
    if (frames.isEmpty()) {
      console.say(
          "no stacks to write to "
              + Printable.of(collapsed.get().toString())
              + ": no sample was taken while a keystroke was answered; record with lle-detail.jfc");
      return false;
    }
    return new Destination(console, collapsed).write(CollapsedStacks.render(frames), true);
  }

  private String text(Report report) {
    boolean toFile = output.isPresent();
    var style =
        new Style(
            console.colors() && !toFile,
            toFile || console.charset().newEncoder().canEncode("µ…█·"),
            console.zone());
    return TextReport.render(report, style);
  }

  private boolean sayIncomplete(Report report) {
    if (!strict) {
      return false;
    }
    List<String> sentences =
        report.analysis().stream()
            .flatMap(analysis -> analysis.recording().sources().stream())
            .flatMap(
                source ->
                    source.gaps().stream()
                        .filter(gap -> gap.kind().isLossy())
                        .map(gap -> source.file() + ": incomplete: " + gap.sentence()))
            .toList();
    sentences.forEach(console::say);
    return !sentences.isEmpty();
  }

  private List<Check> checks(Report report) {
    var limits = new Limits(minScore, maxP99, maxErrorPercent);
    return report.analysis().map(limits::checks).orElse(List.of());
  }

  private boolean sayFindings(List<Check> checks) {
    List<Check> broken = checks.stream().filter(check -> !check.met()).toList();
    broken.forEach(check -> console.say(check.sentence()));
    return !broken.isEmpty();
  }
}
