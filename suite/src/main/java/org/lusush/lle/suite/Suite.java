// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lusush.lle.suite.report.SuiteJson;
import org.lusush.lle.suite.result.SuiteResult;
import org.lusush.lle.suite.result.TargetTable;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.run.OutputFolder;
import org.lusush.lle.suite.run.Plan;
import org.lusush.lle.suite.run.Scratch;
import org.lusush.lle.suite.run.SuiteRunner;
import org.lusush.lle.suite.shell.ShellCommand;
import org.lusush.lle.suite.shell.Shells;
import org.lusush.lle.suite.tape.Tape;
import org.lusush.lle.suite.tape.TapeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle suite}: the performance tests of a shell. */
@Command(
    name = "suite",
    customSynopsis = "lle suite [OPTION…] [-- COMMAND [ARGUMENT…]]",
    description = {
      "Types a tape on a shell, measures latency, throughput, memory, processor time, stress and"
          + " regression, and holds the figures to targets.",
      "The command is any shell whose line editor is JLine; without one, the example shell."
    },
    mixinStandardHelpOptions = true,
    version = "see lle --version",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every target that was measured is met",
      "1:a target is missed, or something got worse than in the baseline",
      "2:the command line or the tape is wrong",
      "3:a test failed, or the results could not be written",
      "5:nothing is missed, but the comparison with the baseline is inconclusive"
    })
public final class Suite implements Callable<Integer> {

  /** System properties by which the launcher says where what it has built is. */
  private static final String AGENT = "lle.agent.jar";

  private static final String EXAMPLE_SHELL = "lle.example.shell.jar";

  /** Held on to, since a logger that nobody holds forgets its level. */
  private static final Logger PARSER_LOGGER = Logger.getLogger("org.openjdk.jmc");

  private static final int WRONG_USE = 2;

  @Option(
      names = "--tests",
      split = ",",
      paramLabel = "TEST",
      converter = TestConverter.class,
      description = "which tests, by commas: ${COMPLETION-CANDIDATES}; all unless said otherwise")
  private List<TestKind> tests = List.of(TestKind.values());

  @Option(
      names = "--tape",
      paramLabel = "FILE",
      description =
          "what is typed, in the syntax of VHS, see docs/suite.md; unless said otherwise lines that"
              + " are taken back, or the example shell's own")
  private Optional<Path> tape = Optional.empty();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "fresh JVMs of the latency test; 5, or 3 with --quick")
  private Optional<Integer> iterations = Optional.empty();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "shells at once in the stress test; 4, or 2 with --quick")
  private Optional<Integer> concurrency = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "how long the other tests type; 12, or 3 with --quick")
  private Optional<Double> seconds = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "KEYS",
      description = "keys a second in the test of processor time; 25 unless said otherwise")
  private double rate = 25;

  @Option(names = "--quick", description = "less of everything, in about a minute")
  private boolean quick;

  @Option(
      names = "--target",
      paramLabel = "NAME=VALUE",
      converter = TargetOption.Converter.class,
      description = "another target, such as latency.p99=20ms or stress.errors=1%%, or =none")
  private List<TargetOption> changes = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description = "folder of an earlier run, to compare with")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "where recordings and suite.json go; a new lle-suite-DATE-TIME unless said otherwise")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "of the summary: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise")
  private Format format = Format.TEXT;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "the shell and its arguments; the example shell unless said otherwise")
  private List<String> command = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  private Suite(Console console) {
    this.console = console;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  static int run(Console console, String... args) {
    PARSER_LOGGER.setLevel(Level.OFF);
    return new CommandLine(new Suite(console))
        .setOut(console.out())
        .setErr(console.err())
        .setStopAtPositional(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, arguments) -> {
              console.say(e.getMessage() + "; see lle help suite");
              return WRONG_USE;
            })
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              console.say("this should not have happened, please report it: " + e);
              return ExitCode.FAILED;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    var plan = plan();
    try (var scratch = Scratch.create()) {
      var shell = shell(scratch);
      var folder = OutputFolder.create(output.orElseGet(Suite::newFolder));
      return run(plan, shell, folder, scratch);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int run(Plan plan, ShellCommand shell, OutputFolder folder, Scratch scratch)
      throws InterruptedException {
    try (var shells = new Shells(shell)) {
      var result = new SuiteRunner(plan, shells, folder, scratch, console::show).run();
      console.hide();
      if (result.isEmpty()) {
        return ExitCode.FAILED;
      }
      folder.write(OutputFolder.SUMMARY, SuiteJson.render(result.get()));
      print(result.get());
      console.say("recordings and suite.json are in " + folder.path());
      return ExitCode.of(result.get());
    } catch (IOException e) {
      console.say("the results could not be written: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private void print(SuiteResult result) {
    PrintWriter out = console.out();
    out.print(format.render(result, console.style()));
    out.flush();
  }

  private static Path newFolder() {
    return Path.of(
        "lle-suite-"
            + LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT)));
  }

  private Plan plan() {
    var targets = TargetTable.defaults();
    for (TargetOption change : changes) {
      targets = change.in(targets);
    }
    baseline.ifPresent(this::requireBaseline);
    try {
      return new Plan(
          tests,
          tape(),
          iterations.orElse(quick ? 3 : 5),
          concurrency.orElse(quick ? 2 : 4),
          Duration.ofMillis(Math.round(1_000 * seconds.orElse(quick ? 3.0 : 12.0))),
          rate,
          targets,
          baseline);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    } catch (TapeException e) {
      throw new ParameterException(spec.commandLine(), e.sentence(), e);
    }
  }

  private Tape tape() throws TapeException {
    if (tape.isPresent()) {
      return Tape.read(tape.get());
    }
    return command.isEmpty() ? Tape.example() : Tape.any();
  }

  private void requireBaseline(Path folder) {
    if (!Files.isRegularFile(folder.resolve(OutputFolder.SUMMARY))) {
      throw new ParameterException(
          spec.commandLine(),
          "--baseline takes the folder of an earlier run; "
              + folder
              + " has no "
              + OutputFolder.SUMMARY);
    }
    if (output.isPresent()
        && output.get().toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
      throw new ParameterException(
          spec.commandLine(), "--output would overwrite the baseline; name another folder");
    }
  }

  private ShellCommand shell(Scratch scratch) throws IOException {
    var agent = Path.of(System.getProperty(AGENT, ""));
    if (!command.isEmpty()) {
      return new ShellCommand(command, Path.of("").toAbsolutePath(), Map.of(), agent);
    }
    var jar = System.getProperty(EXAMPLE_SHELL);
    if (jar == null) {
      throw new ParameterException(spec.commandLine(), "name the shell behind --");
    }
    var home = scratch.home();
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            jar,
            "--no-banner",
            "--history",
            home.resolve("history").toString()));
    return new ShellCommand(
        line, home, Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8"), agent);
  }
}
