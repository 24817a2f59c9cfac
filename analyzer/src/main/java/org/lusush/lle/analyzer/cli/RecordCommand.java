// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import org.lusush.lle.analyzer.attach.TargetRecording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle record}: records a shell that runs for a while, and reports on it. */
@Command(
    name = "record",
    description = "Records a shell that runs, and reports on what was recorded.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:recorded and reported",
      "2:the command line is wrong",
      "3:the shell could not be recorded, or the recording not be read"
    })
final class RecordCommand implements Callable<Integer> {

  private static final String RECORDING = "lle-record";

  @Parameters(paramLabel = "PID", description = "process id of the shell; jcmd -l lists them")
  private long pid;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "how long; ${DEFAULT-VALUE} unless said otherwise. It ends with the shell, too")
  private Duration duration = Duration.ZERO;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "where the recording goes; lle-PID.jfr unless said otherwise")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--no-attach", description = "record only what the shell tells without the agent")
  private boolean unattached;

  @Mixin private AgentOptions agent = new AgentOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var file = output.orElse(Path.of("lle-" + pid + ".jfr")).toAbsolutePath();
    if (Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(), "--output would overwrite " + file + "; remove it or name another");
    }
    boolean attached = false;
    try {
      attached = !unattached && attach();
      record(file);
    } catch (TargetException e) {
      console.say(e.sentence());
      return ExitCode.UNREADABLE;
    } finally {
      if (attached) {
        detach();
      }
    }
    console.say("recorded in " + file);
    return Lle.run(console, "analyze", file.toString());
  }

  /** Returns whether the agent is in the shell on our account. */
  private boolean attach() throws TargetException {
    try (var target = TargetJvm.open(pid)) {
      if (target.agentStatus().filter(status -> !status.startsWith("detached")).isPresent()) {
        return false;
      }
      var status = agent.attach(target, "");
      status.lines().forEach(line -> console.report(target, line));
      return !status.startsWith("failed");
    }
  }

  private void detach() {
    if (ProcessHandle.of(pid).isEmpty()) {
      return;
    }
    try (var target = TargetJvm.open(pid)) {
      target.load(agent.jar(), "detach");
    } catch (TargetException e) {
      console.say("the agent stays in the shell: " + e.sentence());
    }
  }

  private void record(Path file) throws TargetException {
    var recording = TargetRecording.start(pid, RECORDING, file);
    // Ctrl-C ends the command, but the recording may not go on.
    var end = new Thread(recording::close, "lle-record-end");
    Runtime.getRuntime().addShutdownHook(end);
    console.say("records for " + duration.toSeconds() + " s; Ctrl-C ends it, and keeps " + file);
    try {
      awaitEnd();
      recording.stop();
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private void awaitEnd() throws TargetException {
    var exit =
        ProcessHandle.of(pid)
            .map(ProcessHandle::onExit)
            .orElse(CompletableFuture.completedFuture(null));
    try {
      exit.get(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return; // as long as was asked for
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted");
    } catch (ExecutionException e) {
      throw new TargetException("process " + pid + " could not be waited for: " + e.getMessage());
    }
  }
}
