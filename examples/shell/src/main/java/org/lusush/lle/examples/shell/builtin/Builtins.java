// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.CommandIndex;
import org.lusush.lle.examples.shell.command.Commands;
import org.lusush.lle.examples.shell.command.ShellState;

/** All built-ins by name. */
public final class Builtins {
  private Builtins() {}

  /** Returns the commands of a session: its built-ins, its aliases, the programs of the index. */
  public static Commands in(ShellState state, CommandIndex index) {
    SortedMap<String, Builtin> table = new TreeMap<>();
    Commands commands = new Commands(state, Collections.unmodifiableSortedMap(table), index);
    Stream.of(
            TextBuiltins.all(),
            DirectoryBuiltins.all(),
            VariableBuiltins.all(),
            AliasBuiltins.all(),
            EditorBuiltins.all(),
            SessionBuiltins.all(),
            LookupBuiltins.all(commands))
        .flatMap(List::stream)
        .forEach(builtin -> table.put(builtin.name(), builtin));
    return commands;
  }
}
