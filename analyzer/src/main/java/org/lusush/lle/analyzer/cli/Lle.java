// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.report.TerminalCharset;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code lle}. */
@Command(
    name = "lle",
    description = "Judges what JDK Flight Recorder has recorded of a line editor.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Lle implements Runnable {

  /** Those that are made when they come first, or when all have to be known. */
  private static final List<String> COMMANDS =
      List.of(
          "analyze", "compare", "nightly", "history", "explain", "attach", "detach", "record",
          "rules", "top");

  private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Etc/GMT");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    QuietLogging.install();
    System.exit(run(processConsole(), args));
  }

  /** Runs the command and returns its exit code. */
  static int run(Console console, String... args) {
    Optional<List<Path>> recordings = recordingsOnly(args);
    return recordings.isPresent() ? analyze(recordings.get(), console) : parsed(console, args);
  }

  /**
   * Returns the recordings to analyze where the command line names nothing else: that needs no
   * parser, which takes longer to be set up than some recordings to be read.
   */
  private static Optional<List<Path>> recordingsOnly(String... args) {
    if (args.length < 2 || !args[0].equals("analyze")) {
      return Optional.empty();
    }
    List<Path> files = new ArrayList<>();
    try {
      for (int i = 1; i < args.length; i++) {
        if (args[i].isEmpty() || args[i].startsWith("-") || args[i].startsWith("@")) {
          return Optional.empty();
        }
        files.add(Path.of(args[i]));
      }
    } catch (InvalidPathException e) {
      return Optional.empty(); // the parser says it
    }
    return Optional.of(files);
  }

  private static int analyze(List<Path> recordings, Console console) {
    try {
      return new AnalyzeCommand(console, recordings).call();
    } catch (RuntimeException e) {
      return failed(console, e);
    }
  }

  private static int parsed(Console console, String... args) {
    var out = new PrintWriter(new OutputStreamWriter(console.out(), console.charset()), true);
    return withCommands(new CommandLine(new Lle()), console, args.length == 0 ? "" : args[0])
        .setOut(out)
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colors() ? Ansi.ON : Ansi.OFF))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  /** Adds the command that comes first; or all, where there is no such. */
  private static CommandLine withCommands(CommandLine lle, Console console, String first) {
    if (COMMANDS.contains(first)) {
      return lle.addSubcommand(command(first, console));
    }
    LauncherCommand.addTo(lle);
    for (String name : COMMANDS) {
      lle.addSubcommand(command(name, console));
    }
    return lle.addSubcommand(new AutoComplete.GenerateCompletion())
        .addSubcommand(new ManCommand(console));
  }

  private static Object command(String name, Console console) {
    return switch (name) {
      case "analyze" -> new AnalyzeCommand(console);
      case "compare" -> new CompareCommand(console);
      case "nightly" -> new NightlyCommand(console);
      case "history" -> new HistoryCommand(console);
      case "explain" -> new ExplainCommand(console);
      case "attach" -> new AttachCommand(console);
      case "detach" -> new DetachCommand(console);
      case "record" -> new RecordCommand(console);
      case "rules" -> new RulesCommand(console);
      case "top" -> new TopCommand(console);
      default -> throw new IllegalArgumentException("no command: " + name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int failed(Console console, Exception e) {
    console.say("this should not have happened, please report it: " + Printable.of(e.toString()));
    return ExitCode.UNREADABLE;
  }

  private static Console processConsole() {
    return new Console(
        new FileOutputStream(FileDescriptor.out),
        new PrintWriter(new OutputStreamWriter(System.err, TerminalCharset.find()), true),
        TerminalCharset.find(),
        Ansi.AUTO.enabled(),
        zone());
  }

  /** Returns the user's zone; that of most servers needs no rules, which take long to be loaded. */
  private static ZoneId zone() {
    TimeZone zone = TimeZone.getDefault();
    return UTC.contains(zone.getID()) ? ZoneId.ofOffset("UTC", ZoneOffset.UTC) : zone.toZoneId();
  }
}
