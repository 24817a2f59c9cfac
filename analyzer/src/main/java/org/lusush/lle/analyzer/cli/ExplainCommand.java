// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.explain.Guide;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.analyzer.report.ExplainReport;
import org.lusush.lle.analyzer.report.Style;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lle explain}: says what an operation is, and what a recording says of it. */
@Command(
    name = "explain",
    description =
        "Says what an operation is, what it is held to, what usually makes it slow, and which events"
            + " show it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:said",
      "2:the command line is wrong, or there is no such operation",
      "3:the recording could not be read"
    })
final class ExplainCommand implements Callable<Integer> {

  /** Names of operations, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Guide.names().stream().map(name -> name.replace(' ', '-')).iterator();
    }
  }

  @Parameters(
      paramLabel = "OPERATION",
      arity = "1..*",
      completionCandidates = Names.class,
      description = "its type, such as completion-search, or keystroke")
  private List<String> words = List.of();

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "say what this recording says of it, too")
  private Optional<Path> recording = Optional.empty();

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = String.join(" ", words);
    Optional<Guide.Entry> known = Guide.find(name);
    if (known.isEmpty()) {
      sayUnknown(name);
      return CommandLine.ExitCode.USAGE;
    }
    Optional<Analysis> analysis = Optional.empty();
    if (recording.isPresent()) {
      ReadOutcome outcome = RecordingReader.readAll(List.of(recording.get())).get(0);
      if (outcome instanceof ReadOutcome.Failure failure) {
        console.say(Printable.of(failure.file()) + ": " + failure.problem().sentence());
        return ExitCode.UNREADABLE;
      }
      if (outcome instanceof ReadOutcome.Success success) {
        analysis = Optional.of(Analyzer.analyze(Recording.merged(List.of(success.recording()))));
      }
    }
    var style =
        new Style(
            console.colors(), console.charset().newEncoder().canEncode("µ…█·"), console.zone());
    boolean written =
        new Destination(console, Optional.empty())
            .write(ExplainReport.render(known.get(), analysis, style), false);
    return written ? ExitCode.FINE : ExitCode.UNREADABLE;
  }

  private void sayUnknown(String name) {
    List<String> similar = Guide.similar(name);
    String hint =
        similar.isEmpty()
            ? "there are: " + String.join(", ", Guide.names())
            : "did you mean " + String.join(" or ", similar) + "?";
    console.say("there is no operation '" + Printable.of(name) + "'; " + hint);
  }
}
