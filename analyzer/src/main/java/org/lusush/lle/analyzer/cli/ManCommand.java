// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lusush.lle.analyzer.model.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lle generate-man}: writes manual pages. */
@Command(
    name = "generate-man",
    description = "Writes a manual page for lle and for each of its commands.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:the command line is wrong", "3:a page could not be written"})
final class ManCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      description =
          "where they go, such as ~/.local/share/man/man1; it is made where it is not there")
  private Path folder = Path.of(".");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Console console;

  ManCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, String> pages = new TreeMap<>();
    CommandLine lle = spec.root().commandLine();
    pages.put(lle.getCommandName(), ManPage.of(lle.getCommandSpec()));
    lle.getSubcommands()
        .values()
        .forEach(
            command ->
                pages.put(
                    lle.getCommandName() + "-" + command.getCommandName(),
                    ManPage.of(command.getCommandSpec())));
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Path file = folder.resolve(page.getKey() + ".1");
        Files.writeString(file, page.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      console.say(
          "the manual pages could not be written to "
              + Printable.of(folder.toString())
              + ": "
              + Printable.of(e.toString()));
      return ExitCode.UNREADABLE;
    }
    return ExitCode.FINE;
  }
}
