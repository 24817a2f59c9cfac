// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistorySettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle collect}: writes the histories of shells. */
@Command(
    name = "collect",
    customSynopsis = "lle collect PID…|--all --history=DIR [OPTION…]",
    description =
        "Writes the histories of observed shells, until they end or Ctrl-C is pressed; lle history reads them.",
    mixinStandardHelpOptions = true,
    version = "see lle --version",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:collected until the end, of the shells or of the command",
      "2:the command line is wrong",
      "3:a shell could not be entered, or no history be written"
    })
public final class Collect implements Callable<Integer> {

  private static final int FAILED = 3;

  @Parameters(paramLabel = "PID", arity = "0..*", description = "process ids of shells")
  private List<Long> pids = List.of();

  @Option(names = "--all", description = "every observed shell of yours, also those started later")
  private boolean all;

  @Option(
      names = "--history",
      required = true,
      paramLabel = "DIR",
      description = "where histories go; made unless it is there, readable by you alone")
  private Path directory = Path.of("");

  @Option(
      names = "--keep-days",
      paramLabel = "DAYS",
      description = "older days are removed; 400 unless said otherwise")
  private Optional<Integer> keepDays = Optional.empty();

  @Option(
      names = "--max-megabytes",
      paramLabel = "MB",
      description = "what all may take, or the oldest days are removed; 2048 unless said otherwise")
  private Optional<Integer> maxMegabytes = Optional.empty();

  @Option(names = "--wait", description = "wait until the shells are observed, a minute at most")
  private boolean waits;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      description = "how long; without end unless said otherwise")
  private Optional<Integer> seconds = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final PrintWriter err;

  private Collect(PrintWriter err) {
    this.err = err;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    var charset =
        Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
    var err = new PrintWriter(new OutputStreamWriter(System.err, charset), true);
    System.exit(run(err, args));
  }

  static int run(PrintWriter err, String... args) {
    var collect = new Collect(err);
    return new CommandLine(collect)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              collect.say("this should not have happened, please report it: " + e);
              return FAILED;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (all != pids.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name process ids of shells, or --all; jcmd -l lists JVMs");
    }
    try (var collector = new Collector(directory, settings(), this::say)) {
      for (long pid : pids) {
        if (waits) {
          collector.awaitObserved(pid);
        }
        collector.add(pid);
      }
      if (all) {
        say("looks for observed shells; Ctrl-C ends it");
        collector.collectAll(limit());
      } else {
        collector.await(limit());
      }
      return 0;
    } catch (TargetException e) {
      say(e.sentence());
      return FAILED;
    } catch (HistoryException e) {
      say(e.sentence());
      return FAILED;
    }
  }

  private HistorySettings settings() {
    var settings = HistorySettings.defaults();
    if (keepDays.isPresent()) {
      settings = settings.withKeep(Duration.ofDays(over0("--keep-days", keepDays.get())));
    }
    if (maxMegabytes.isPresent()) {
      settings =
          settings.withMaxBytes((long) over0("--max-megabytes", maxMegabytes.get()) * 1_000_000);
    }
    return settings;
  }

  private Duration limit() {
    return seconds
        .map(value -> Duration.ofSeconds(over0("--seconds", value)))
        .orElse(Duration.ofDays(100_000));
  }

  private int over0(String option, int value) {
    if (value <= 0) {
      throw new ParameterException(spec.commandLine(), option + " must be over 0, was " + value);
    }
    return value;
  }

  private synchronized void say(String sentence) {
    err.println("lle: " + sentence);
    err.flush();
  }
}
