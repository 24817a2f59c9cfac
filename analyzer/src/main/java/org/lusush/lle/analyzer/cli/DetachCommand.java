// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lle detach}: has the agent leave a shell, as it was before. */
@Command(
    name = "detach",
    description = "Stops to observe a shell, and restores its classes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the shell is as it was",
      "2:the command line is wrong",
      "3:the shell could not be entered, or a class not be restored"
    })
final class DetachCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PID", description = "process id of the shell")
  private long pid;

  @Mixin private AgentOptions agent = new AgentOptions();

  private final Console console;

  DetachCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (var target = TargetJvm.open(pid)) {
      if (target.agentStatus().isEmpty()) {
        console.report(target, "not attached; nothing was done");
        return ExitCode.FINE;
      }
      var status = target.load(agent.jar(), "detach");
      status.lines().forEach(line -> console.report(target, line));
      return status.startsWith("detached") || status.startsWith("not attached")
          ? ExitCode.FINE
          : ExitCode.UNREADABLE;
    } catch (TargetException e) {
      console.say(e.sentence());
      return ExitCode.UNREADABLE;
    }
  }
}
