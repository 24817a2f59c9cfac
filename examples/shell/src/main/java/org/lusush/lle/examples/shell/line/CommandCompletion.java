// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Commands;

/** Offers built-ins, aliases and programs. */
final class CommandCompletion {
  private final Commands commands;

  CommandCompletion(Commands commands) {
    this.commands = commands;
  }

  /** Returns the names that begin with the text, in any case; where none does, all names. */
  Stream<Candidate> matching(String raw) {
    String wanted = raw.toLowerCase(Locale.ROOT);
    boolean anyBegins =
        Stream.of(commands.builtins().keySet(), aliasNames(), commands.index().names())
            .flatMap(Collection::stream)
            .anyMatch(name -> begins(name, wanted));
    String filter = anyBegins ? wanted : "";
    return Stream.concat(
        Stream.concat(builtins(filter), aliases(filter)),
        commands.index().names().stream()
            .filter(name -> begins(name, filter) && !isShadowed(name))
            .map(name -> candidate(name, null)));
  }

  /** Returns all built-ins, for those that take the name of one. */
  Stream<Candidate> builtins(String wanted) {
    return commands.builtins().values().stream()
        .filter(builtin -> begins(builtin.name(), wanted))
        .filter(builtin -> !commands.state().aliases().containsKey(builtin.name()))
        .map(CommandCompletion::candidate);
  }

  Stream<Candidate> aliases(String wanted) {
    return commands.state().aliases().entrySet().stream()
        .filter(alias -> begins(alias.getKey(), wanted))
        .map(alias -> candidate(alias.getKey(), "alias for " + alias.getValue()));
  }

  private Collection<String> aliasNames() {
    return commands.state().aliases().keySet();
  }

  private boolean isShadowed(String name) {
    return commands.builtins().containsKey(name) || commands.state().aliases().containsKey(name);
  }

  private static boolean begins(String name, String wanted) {
    return name.regionMatches(true, 0, wanted, 0, wanted.length());
  }

  private static Candidate candidate(Builtin builtin) {
    return candidate(builtin.name(), builtin.summary());
  }

  private static Candidate candidate(String name, @Nullable String description) {
    return new Candidate(name, name, null, description, null, null, true);
  }
}
