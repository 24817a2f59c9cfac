// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.lusush.lle.examples.shell.command.Commands;

/**
 * Completes command names, options, variables and files, whichever the place in the line asks for.
 */
public final class ShellCompleter implements Completer {
  private final CommandCompletion commands;
  private final ArgumentCompletion arguments;
  private final FileCompletion files;
  private final VariableCompletion variables;

  /** A completer that reads every directory anew. */
  public ShellCompleter(Commands commands) {
    this(commands, DirectoryLister.ofFileSystem());
  }

  public ShellCompleter(Commands commands, DirectoryLister lister) {
    this.commands = new CommandCompletion(commands);
    this.files = new FileCompletion(commands.state(), lister);
    this.variables = new VariableCompletion(commands.state().variables());
    this.arguments = new ArgumentCompletion(commands, this.commands, variables, files);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    CompletionPoint point =
        CompletionPoint.of(line.line(), Math.min(line.cursor(), line.line().length()));
    candidates(point).forEach(candidates::add);
  }

  private Stream<Candidate> candidates(CompletionPoint point) {
    if (point.variable() != null) {
      return variables.after(point.raw(), point.variable());
    }
    return switch (point.kind()) {
      case COMMAND ->
          point.raw().indexOf('/') >= 0 || point.raw().startsWith("~")
              ? files.of(point.raw(), FileCompletion.Wanted.PROGRAMS)
              : commands.matching(point.raw());
      case ARGUMENT -> arguments.of(point);
      case TARGET -> files.of(point.raw(), FileCompletion.Wanted.ALL);
      case ASSIGNMENT -> assigned(point.raw());
      default -> Stream.empty();
    };
  }

  private Stream<Candidate> assigned(String raw) {
    int value = raw.indexOf('=') + 1;
    return files.of(raw.substring(0, value), raw.substring(value), FileCompletion.Wanted.ALL);
  }
}
