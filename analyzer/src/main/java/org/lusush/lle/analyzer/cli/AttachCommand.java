// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lle attach}: has the agent enter a shell that runs. */
@Command(
    name = "attach",
    description = "Observes a shell that runs already, until lle detach or its end.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the shell is observed, or will be once it loads JLine",
      "2:the command line is wrong",
      "3:the shell could not be entered, or nothing of it be observed"
    })
final class AttachCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PID", description = "process id of the shell; jcmd -l lists them")
  private long pid;

  @Option(names = "--name", paramLabel = "NAME", description = "the shell's name in recordings")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--prefix",
      paramLabel = "PACKAGE",
      description =
          "where JLine is, if it was moved to a package whose name does not end in jline, such as"
              + " org.example.shaded.lineeditor")
  private Optional<String> prefix = Optional.empty();

  @Mixin private AgentOptions agent = new AgentOptions();

  private final Console console;

  AttachCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (var target = TargetJvm.open(pid)) {
      var status = agent.attach(target, options());
      status.lines().forEach(line -> console.report(target, line));
      return status.startsWith("failed") || status.contains("left as it was")
          ? ExitCode.UNREADABLE
          : ExitCode.FINE;
    } catch (TargetException e) {
      console.say(e.sentence());
      return ExitCode.UNREADABLE;
    }
  }

  private String options() {
    var options = new StringBuilder();
    name.ifPresent(given -> options.append("name=").append(given).append(','));
    prefix.ifPresent(given -> options.append("prefix=").append(given));
    return options.toString();
  }
}
