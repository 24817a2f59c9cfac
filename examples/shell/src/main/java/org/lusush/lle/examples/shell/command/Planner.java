// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Stage.Redirects;
import org.lusush.lle.examples.shell.command.Stage.Target;
import org.lusush.lle.examples.shell.syntax.Script.Assignment;
import org.lusush.lle.examples.shell.syntax.Script.Command;
import org.lusush.lle.examples.shell.syntax.Script.Redirect;
import org.lusush.lle.examples.shell.syntax.Script.Word;

/** Expands a command and finds what it runs. */
final class Planner {
  private final Commands commands;
  private final ShellState state;
  private final WordExpander expander;

  Planner(Commands commands) {
    this.commands = commands;
    this.state = commands.state();
    this.expander = new WordExpander(state);
  }

  /** Returns what to run; a command that cannot be run becomes a stage that says why. */
  Stage plan(Command command) {
    Redirects redirects = Redirects.NONE;
    try {
      redirects = redirects(command.redirects());
      return stage(command, redirects);
    } catch (CommandException e) {
      return failure(e, redirects);
    } catch (InvalidPathException e) {
      return failure(
          new CommandException(1, "A file name may not hold such a character"), redirects);
    }
  }

  private Stage stage(Command command, Redirects redirects) throws CommandException {
    List<String> words = new ArrayList<>();
    for (Word word : command.words()) {
      words.addAll(expander.fields(word));
    }
    if (words.isEmpty()) {
      return new Stage.Internal(assignment(command), List.of(), redirects);
    }
    String name = words.get(0);
    Builtin builtin = commands.builtins().get(name);
    if (builtin != null) {
      assign(command);
      return new Stage.Internal(builtin, words.subList(1, words.size()), redirects);
    }
    words.set(0, program(name));
    return new Stage.Program(List.copyOf(words), environment(command), redirects);
  }

  private Builtin assignment(Command command) {
    return Builtin.of(
        "assignment",
        "Sets variables.",
        call -> {
          assign(command);
          return 0;
        });
  }

  private void assign(Command command) {
    for (Assignment assignment : command.assignments()) {
      state.variables().assign(assignment.name(), expander.text(assignment.value().parts()));
    }
  }

  private SortedMap<String, String> environment(Command command) {
    SortedMap<String, String> environment = state.variables().environment();
    for (Assignment assignment : command.assignments()) {
      environment.put(assignment.name(), expander.text(assignment.value().parts()));
    }
    return environment;
  }

  /** Returns what ProcessBuilder must be given so that the program found is the one that runs. */
  private String program(String name) throws CommandException {
    if (name.indexOf('/') < 0) {
      Path found = commands.index().find(name).orElse(null);
      if (found == null) {
        throw new CommandException(CommandException.NOT_FOUND, unknown(name));
      }
      boolean foundByJvm = state.variables().valueOr("PATH", "").equals(System.getenv("PATH"));
      return foundByJvm ? name : found.toString();
    }
    Path path = state.resolve(name);
    if (!Files.exists(path)) {
      throw new CommandException(CommandException.NOT_FOUND, name + ": no such file");
    }
    if (Files.isDirectory(path)) {
      throw new CommandException(CommandException.CANNOT_RUN, name + ": is a directory");
    }
    if (!Files.isExecutable(path)) {
      throw new CommandException(CommandException.CANNOT_RUN, name + ": permission denied");
    }
    return path.toString();
  }

  private String unknown(String name) {
    String sentence = name + ": command not found";
    return commands
        .nearest(name)
        .map(near -> sentence + ". Did you mean " + near + "?")
        .orElse(sentence);
  }

  private Redirects redirects(List<Redirect> redirects) throws CommandException {
    Path input = null;
    Target output = null;
    Target error = null;
    boolean merged = false;
    for (Redirect redirect : redirects) {
      String name = expander.text(redirect.target().parts());
      switch (redirect.channel()) {
        case INPUT -> input = readable(name);
        case OUTPUT -> output = writable(name, false);
        case OUTPUT_APPENDED -> output = writable(name, true);
        case ERROR -> error = writable(name, false);
        case ERROR_APPENDED -> error = writable(name, true);
        case OUTPUT_AND_ERROR -> {
          output = writable(name, false);
          merged = true;
        }
        case ERROR_TO_OUTPUT -> merged = true;
      }
    }
    return new Redirects(input, output, error, merged);
  }

  private Path readable(String name) throws CommandException {
    Path file = state.resolve(name);
    if (!Files.exists(file)) {
      throw new CommandException(1, name + ": no such file");
    }
    if (!Files.isReadable(file)) {
      throw new CommandException(1, name + ": permission denied");
    }
    return file;
  }

  private Target writable(String name, boolean append) throws CommandException {
    Path file = state.resolve(name);
    if (name.isEmpty() || Files.isDirectory(file)) {
      throw new CommandException(
          1, (name.isEmpty() ? "The file name is empty" : name + ": is a directory"));
    }
    @Nullable Path parent = file.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new CommandException(1, name + ": no such directory");
    }
    if (!Files.isWritable(Files.exists(file) || parent == null ? file : parent)) {
      throw new CommandException(1, name + ": permission denied");
    }
    return new Target(file, append);
  }

  private static Stage failure(CommandException failure, Redirects redirects) {
    Builtin report =
        Builtin.of(
            "error",
            "Says why a command cannot run.",
            call -> {
              call.err().println(failure.getMessage());
              return failure.status();
            });
    return new Stage.Internal(report, List.of(), redirects);
  }
}
