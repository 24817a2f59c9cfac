// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lusush.lle.analyzer.model.Printable;
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

  /** Held on to, since a logger that nobody holds forgets its level. */
  private static final Logger PARSER_LOGGER = Logger.getLogger("org.openjdk.jmc");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(processConsole(), args));
  }

  /** Runs the command and returns its exit code. */
  static int run(Console console, String... args) {
    PARSER_LOGGER.setLevel(Level.OFF);
    var out = new PrintWriter(new OutputStreamWriter(console.out(), console.charset()), true);
    return LauncherCommand.addTo(new CommandLine(new Lle()))
        .addSubcommand(new AnalyzeCommand(console))
        .addSubcommand(new CompareCommand(console))
        .addSubcommand(new NightlyCommand(console))
        .addSubcommand(new HistoryCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new AttachCommand(console))
        .addSubcommand(new DetachCommand(console))
        .addSubcommand(new RecordCommand(console))
        .addSubcommand(new RulesCommand(console))
        .addSubcommand(new TopCommand(console))
        .addSubcommand(new AutoComplete.GenerateCompletion())
        .addSubcommand(new ManCommand(console))
        .setOut(out)
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colors() ? Ansi.ON : Ansi.OFF))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
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
        new PrintWriter(new OutputStreamWriter(System.err, terminalCharset()), true),
        terminalCharset(),
        Ansi.AUTO.enabled(),
        ZoneId.systemDefault());
  }

  private static Charset terminalCharset() {
    String name =
        System.getProperty(
            "stdout.encoding",
            System.getProperty(
                "sun.stdout.encoding",
                System.getProperty("native.encoding", Charset.defaultCharset().name())));
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Charset.defaultCharset();
    }
  }
}
