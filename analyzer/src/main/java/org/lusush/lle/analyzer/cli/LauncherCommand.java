// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A command that the launcher script runs and this program only knows of, so that completion, the
 * manual and suggestions for mistyped names know all of them.
 */
@Command
final class LauncherCommand implements Runnable {

  @Unmatched private final List<String> arguments = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Adds those that the launcher has to a command line. */
  static CommandLine addTo(CommandLine lle) {
    add(lle, "demo", "Types a session on the example shell, records it, analyzes it, judges it.");
    add(lle, "shell", "Starts the example shell, observed.");
    add(lle, "settings", "Prints the path of the recording settings.");
    add(lle, "collect", "Writes the history of a shell, or of all of them.");
    add(lle, "suite", "Types a tape on a shell, and holds what is measured to targets.");
    add(lle, "bench", "Measures what observing costs on this machine, beside its peers.");
    return lle;
  }

  private static void add(CommandLine lle, String name, String description) {
    var command = new CommandLine(new LauncherCommand());
    command.getCommandSpec().name(name).usageMessage().description(description);
    lle.addSubcommand(name, command);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "lle %s is run by the launcher, the script 'lle' at the top of the project%s"
            .formatted(spec.name(), arguments.isEmpty() ? "" : ", which takes its arguments, too"));
  }
}
