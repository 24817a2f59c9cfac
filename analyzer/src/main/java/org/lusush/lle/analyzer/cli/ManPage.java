// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page of a command, from what its help says. Not thread-safe. */
final class ManPage {

  private final StringBuilder text = new StringBuilder();

  private ManPage() {}

  /** Returns the page as {@code man} reads it. */
  static String of(CommandSpec command) {
    var page = new ManPage();
    page.addHead(command);
    page.addArguments(command);
    page.addCommands(command);
    page.addExitCodes(command);
    page.addSeeAlso(command);
    return page.text.toString();
  }

  private void addHead(CommandSpec command) {
    String name = command.qualifiedName("-");
    macro("TH \"%s\" 1 \"\" \"LLE Flight\"".formatted(escaped(name).toUpperCase(Locale.ROOT)));
    macro("SH NAME");
    line(name + " - " + firstWordSmall(description(command)));
    macro("SH SYNOPSIS");
    macro("nf");
    String synopsis =
        new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF)).synopsis(0);
    synopsis.strip().lines().forEach(this::line);
    macro("fi");
    macro("SH DESCRIPTION");
    line(description(command));
  }

  private void addArguments(CommandSpec command) {
    List<PositionalParamSpec> parameters = command.positionalParameters();
    List<OptionSpec> options = command.options().stream().filter(o -> !o.hidden()).toList();
    if (!parameters.isEmpty()) {
      macro("SH ARGUMENTS");
      parameters.stream()
          .filter(p -> !p.hidden())
          .forEach(p -> entry(p.paramLabel(), description(p)));
    }
    if (!options.isEmpty()) {
      macro("SH OPTIONS");
      options.forEach(option -> entry(names(option), description(option)));
    }
  }

  private static String names(OptionSpec option) {
    String label = option.typeInfo().isBoolean() ? "" : "=" + option.paramLabel();
    return Arrays.stream(option.names())
            .sorted(Comparator.comparingInt(String::length))
            .collect(Collectors.joining(", "))
        + label;
  }

  private void addCommands(CommandSpec command) {
    Map<String, CommandLine> commands = command.subcommands();
    if (commands.isEmpty()) {
      return;
    }
    macro("SH COMMANDS");
    commands.forEach((name, sub) -> entry(name, description(sub.getCommandSpec())));
  }

  private void addExitCodes(CommandSpec command) {
    Map<String, String> codes = command.usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      macro("SH EXIT STATUS");
      codes.forEach(this::entry);
    }
  }

  private void addSeeAlso(CommandSpec command) {
    String others =
        command.parent() == null
            ? command.subcommands().keySet().stream()
                .map(name -> command.name() + "-" + name + "(1)")
                .collect(Collectors.joining(", "))
            : command.root().name() + "(1)";
    macro("SH SEE ALSO");
    line(others + ", jcmd(1), jfr(1)");
  }

  private void entry(String name, String description) {
    macro("TP");
    text.append("\\fB").append(escaped(name)).append("\\fR\n");
    line(description);
  }

  private static String description(CommandSpec command) {
    return plain(command.usageMessage().description());
  }

  /** Returns the description with what stands for values in it filled in, as help shows it. */
  private static String description(ArgSpec argument) {
    return plain(argument.description());
  }

  private static String plain(String[] lines) {
    return Arrays.stream(lines)
        .map(line -> Ansi.OFF.string(line.replace("%n", " ")))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static String firstWordSmall(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT)
            + sentence.substring(1).replaceFirst("\\.$", "");
  }

  private void macro(String macro) {
    text.append('.').append(macro).append('\n');
  }

  private void line(String line) {
    String escaped = escaped(line);
    boolean control = escaped.startsWith(".") || escaped.startsWith("'");
    text.append(control ? "\\&" : "").append(escaped).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
