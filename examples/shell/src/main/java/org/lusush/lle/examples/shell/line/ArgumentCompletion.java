// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Commands;
import org.lusush.lle.examples.shell.line.FileCompletion.Wanted;
import org.lusush.lle.examples.shell.line.OptionTable.Entry;
import org.lusush.lle.examples.shell.syntax.Lexer;
import org.lusush.lle.examples.shell.syntax.Token;

/** Offers what the command at hand takes: options, subcommands, names, files. */
final class ArgumentCompletion {
  private final Commands commands;
  private final CommandCompletion names;
  private final VariableCompletion variables;
  private final FileCompletion files;
  private final OptionTable options = OptionTable.shipped();

  ArgumentCompletion(
      Commands commands,
      CommandCompletion names,
      VariableCompletion variables,
      FileCompletion files) {
    this.commands = commands;
    this.names = names;
    this.variables = variables;
    this.files = files;
  }

  Stream<Candidate> of(CompletionPoint point) {
    String raw = point.raw();
    return switch (point.command()) {
      case "cd" -> files.of(raw, Wanted.DIRECTORIES);
      case "help" -> names.builtins("");
      case "unalias", "alias" -> names.aliases("");
      case "type", "which" -> names.matching(raw);
      case "export", "unset" -> variables.names();
      default -> ofProgram(program(point), raw);
    };
  }

  private Stream<Candidate> ofProgram(Program program, String raw) {
    if (raw.startsWith("-")) {
      return options
          .options(program.name(), program.subcommand())
          .map(ArgumentCompletion::candidate);
    }
    if (program.subcommand() == null && options.hasSubcommands(program.name())) {
      return options.subcommands(program.name()).map(ArgumentCompletion::candidate);
    }
    return files.of(raw, Wanted.ALL);
  }

  /** Sees through an alias, so that {@code ll} has the options of {@code ls}. */
  private Program program(CompletionPoint point) {
    String name = point.command();
    String alias = commands.state().aliases().get(name);
    List<Token> written = alias == null ? List.of() : Lexer.lex(alias);
    String real = written.isEmpty() ? name : written.get(0).text();
    String subcommand =
        Stream.concat(written.stream().skip(1), point.before().stream().skip(1))
            .map(Token::text)
            .filter(word -> !word.startsWith("-"))
            .findFirst()
            .orElse(null);
    return new Program(real, subcommand);
  }

  private static Candidate candidate(Entry entry) {
    boolean takesValue = entry.word().endsWith("=");
    return new Candidate(
        entry.word(), entry.word(), null, entry.description(), null, null, !takesValue);
  }

  private record Program(String name, @Nullable String subcommand) {}
}
