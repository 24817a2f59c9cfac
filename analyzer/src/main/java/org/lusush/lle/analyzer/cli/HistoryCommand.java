// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.history.HistorySummary;
import org.lusush.lle.analyzer.reader.history.HistorySummaries;
import org.lusush.lle.analyzer.report.HistoryExport;
import org.lusush.lle.analyzer.report.HistoryJson;
import org.lusush.lle.analyzer.report.HistoryText;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.trend.Trends;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle history}: what the histories of shells hold. */
@Command(
    name = "history",
    description = "Reads the histories that lle collect has written, also while it writes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; damage was named on standard error, and the rest read",
      "2:the command line is wrong",
      "3:there is no such directory, verify found damage, or output failed"
    })
final class HistoryCommand implements Callable<Integer> {

  /** What can be done with histories. */
  enum Action {
    LIST,
    STATS,
    TREND,
    EXPORT,
    VERIFY,
    PRUNE
  }

  /** How the result is written. */
  enum Output {
    TEXT,
    JSON,
    CSV,
    JSONL
  }

  private static final int FILE_BUFFER = 1 << 16;

  @Parameters(index = "0", paramLabel = "DIR", description = "the directory of the histories")
  private Path directory = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACTION",
      description = {
        "list      the runs of shells; unless said otherwise",
        "stats     figures of operations, caches, pools, resources, targets",
        "trend     where the percentiles of operations are heading",
        "export    every record, as CSV or JSON lines",
        "verify    whether anything is damaged or missing",
        "prune     remove the oldest days"
      })
  private Action action = Action.LIST;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "the first time of the range: 2026-11-27, 2026-11-27T08:15, or 7d, 12h ago")
  private Optional<TimeConverter.Time> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "the end of the range, likewise; a day is included as a whole")
  private Optional<TimeConverter.Time> to = Optional.empty();

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      description = "this type of operation only, such as keystroke or \"display update\"")
  private Optional<String> operation = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; csv or jsonl for export. text and csv unless said otherwise")
  private Optional<Output> format = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "where it goes, if not to standard output")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--keep-days",
      paramLabel = "DAYS",
      description = "prune: days that ended longer ago go")
  private Optional<Integer> keepDays = Optional.empty();

  @Option(
      names = "--max-megabytes",
      paramLabel = "MB",
      description = "prune: of more than this the oldest days go")
  private Optional<Integer> maxMegabytes = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    requireSense();
    Instant now = Instant.now();
    Instant start = from.map(t -> t.start(now, console.zone())).orElse(HistoryReader.EARLIEST);
    Instant end = to.map(t -> t.end(now, console.zone())).orElse(HistoryReader.LATEST);
    if (!start.isBefore(end)) {
      throw wrong("--from must be before --to");
    }
    try {
      return switch (action) {
        case LIST, STATS, TREND, VERIFY -> report(start, end);
        case EXPORT -> export(start, end);
        case PRUNE -> prune(now);
      };
    } catch (HistoryException e) {
      console.say(Printable.safe(e.sentence()));
      return ExitCode.UNREADABLE;
    }
  }

  private void requireSense() {
    boolean isExport = action == Action.EXPORT;
    Output given = format.orElse(isExport ? Output.CSV : Output.TEXT);
    if (isExport != (given == Output.CSV || given == Output.JSONL)) {
      throw wrong(
          "--format is csv or jsonl for export, and text or json for all else, was "
              + given.name().toLowerCase(Locale.ROOT));
    }
    boolean isPrune = action == Action.PRUNE;
    if (isPrune && keepDays.isEmpty() && maxMegabytes.isEmpty()) {
      throw wrong("prune takes --keep-days or --max-megabytes, or both");
    }
    if (!isPrune && (keepDays.isPresent() || maxMegabytes.isPresent())) {
      throw wrong("--keep-days and --max-megabytes are for prune");
    }
    if (isPrune && (from.isPresent() || to.isPresent() || operation.isPresent())) {
      throw wrong("prune takes no range and no operation");
    }
    if (keepDays.filter(days -> days < 0).isPresent()
        || maxMegabytes.filter(megabytes -> megabytes < 0).isPresent()) {
      throw wrong("--keep-days and --max-megabytes must be at least 0");
    }
    if (output
        .filter(file -> file.toAbsolutePath().startsWith(directory.toAbsolutePath()))
        .isPresent()) {
      throw wrong("--output would be in the directory of the histories; name another");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private int report(Instant start, Instant end) throws HistoryException {
    boolean isTrend = action == Action.TREND;
    HistorySummary history =
        HistorySummaries.read(
            directory, start, end, operation, isTrend ? Optional.of(Trends::of) : Optional.empty());
    boolean isJson = format.filter(Output.JSON::equals).isPresent();
    String text = isJson ? HistoryJson.render(history) : text(history);
    if (!new Destination(console, output).write(text, isJson)) {
      return ExitCode.UNREADABLE;
    }
    if (action == Action.VERIFY) {
      return history.isSound() ? ExitCode.FINE : ExitCode.UNREADABLE;
    }
    history
        .sources()
        .forEach(
            source ->
                source.problems().forEach(problem -> console.say(source.name() + ": " + problem)));
    return ExitCode.FINE;
  }

  private String text(HistorySummary history) {
    boolean unicode = console.charset().newEncoder().canEncode("µ…");
    var style = new Style(console.colors() && output.isEmpty(), unicode, console.zone());
    return switch (action) {
      case STATS -> HistoryText.statistics(history, style);
      case TREND -> HistoryText.trends(history, style);
      case VERIFY -> HistoryText.verification(history, style);
      case LIST, EXPORT, PRUNE -> HistoryText.list(history, style);
    };
  }

  private int export(Instant start, Instant end) throws HistoryException {
    var written =
        format.filter(Output.JSONL::equals).isPresent()
            ? HistoryExport.Format.JSONL
            : HistoryExport.Format.CSV;
    try {
      OutputStream out = output.isPresent() ? Files.newOutputStream(output.get()) : console.out();
      var writer =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FILE_BUFFER);
      try {
        var export = HistoryExport.to(writer, written, operation);
        var reports = HistoryReader.read(directory, start, end, export);
        export.end();
        reports.stream()
            .filter(report -> !report.isSound())
            .forEach(
                report ->
                    console.say(
                        report.name()
                            + " is damaged in part; lle history DIR verify says what is missing"));
      } finally {
        writer.flush();
        if (output.isPresent()) {
          writer.close();
        }
      }
      return ExitCode.FINE;
    } catch (UncheckedIOException e) {
      return failed(requireNonNull(e.getCause(), "cause"));
    } catch (IOException e) {
      return failed(e);
    }
  }

  private int failed(IOException e) {
    if (output.isEmpty() && String.valueOf(e.getMessage()).contains("pipe")) {
      return ExitCode.FINE; // its reader has seen enough
    }
    console.say(
        "the export could not be written: " + Printable.safe(String.valueOf(e.getMessage())));
    return ExitCode.UNREADABLE;
  }

  private int prune(Instant now) throws HistoryException {
    Instant before =
        keepDays.map(days -> now.minus(Duration.ofDays(days))).orElse(HistoryReader.EARLIEST);
    long most = maxMegabytes.map(megabytes -> megabytes * 1_000_000L).orElse(Long.MAX_VALUE);
    var gone = HistoryReader.prune(directory, before, most);
    var text = new StringBuilder();
    gone.forEach(
        file ->
            text.append("removed ")
                .append(
                    Printable.safe(
                        directory.toAbsolutePath().relativize(file.toAbsolutePath()).toString()))
                .append('\n'));
    text.append(gone.isEmpty() ? "nothing to remove\n" : "");
    return new Destination(console, output).write(text.toString(), false)
        ? ExitCode.FINE
        : ExitCode.UNREADABLE;
  }
}
