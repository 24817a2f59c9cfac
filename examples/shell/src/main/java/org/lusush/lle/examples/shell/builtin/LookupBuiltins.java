// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;
import org.lusush.lle.examples.shell.command.Commands;
import org.lusush.lle.examples.shell.command.Commands.Kind;

/** help, type, which. */
final class LookupBuiltins {
  private final Commands commands;

  private LookupBuiltins(Commands commands) {
    this.commands = commands;
  }

  static List<Builtin> all(Commands commands) {
    LookupBuiltins lookup = new LookupBuiltins(commands);
    return List.of(
        Builtin.of("help [NAME]", "Lists the built-ins, or explains one", lookup::help),
        Builtin.of("type NAME...", "Says what a command is", lookup::type),
        Builtin.of("which NAME...", "Writes where a program is", lookup::which));
  }

  private int help(Call call) {
    if (call.arguments().isEmpty()) {
      for (Builtin builtin : commands.builtins().values()) {
        String name = String.format(Locale.ROOT, "%-9s", builtin.name());
        call.out().println(call.bold(name) + " " + builtin.summary());
      }
      return 0;
    }
    Builtin builtin = commands.builtins().get(call.arguments().get(0));
    if (builtin == null || call.arguments().size() > 1) {
      return call.fail("no such built-in; help without a name lists them");
    }
    call.out().println(call.bold(builtin.usage()));
    call.out().println(builtin.summary() + ".");
    return 0;
  }

  private int type(Call call) {
    if (call.arguments().isEmpty()) {
      return call.misused();
    }
    int status = 0;
    for (String name : call.arguments()) {
      switch (commands.kindOf(name)) {
        case ALIAS ->
            call.out().println(name + " is an alias for " + commands.state().aliases().get(name));
        case BUILTIN -> call.out().println(name + " is a shell built-in");
        case PROGRAM -> call.out().println(name + " is " + place(name));
        case UNKNOWN -> status = call.fail(name + ": not found");
      }
    }
    return status;
  }

  private int which(Call call) {
    if (call.arguments().isEmpty()) {
      return call.misused();
    }
    int status = 0;
    for (String name : call.arguments()) {
      Kind kind = commands.kindOf(name);
      Optional<Path> program = commands.index().find(name);
      if (program.isPresent()) {
        call.out().println(program.get());
      } else if (kind == Kind.PROGRAM) {
        call.out().println(place(name));
      } else {
        status = call.fail(name + ": no such program");
      }
    }
    return status;
  }

  private String place(String name) {
    return commands
        .index()
        .find(name)
        .orElseGet(() -> commands.state().resolve(name).normalize())
        .toString();
  }
}
