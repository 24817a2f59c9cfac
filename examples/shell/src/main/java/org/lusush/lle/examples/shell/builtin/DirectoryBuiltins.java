// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;
import org.lusush.lle.examples.shell.command.ShellState;

/** cd, pwd. */
final class DirectoryBuiltins {
  private DirectoryBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "cd [DIRECTORY | -]",
            "Goes to a directory: home without an argument, the last one with -",
            DirectoryBuiltins::cd),
        Builtin.of("pwd", "Writes the current directory", DirectoryBuiltins::pwd));
  }

  private static int cd(Call call) {
    if (call.arguments().size() > 1) {
      return call.misused();
    }
    ShellState state = call.state();
    String wanted = call.arguments().isEmpty() ? state.home().toString() : call.arguments().get(0);
    boolean back = wanted.equals("-");
    if (back) {
      wanted = state.variables().valueOr("OLDPWD", "");
      if (wanted.isEmpty()) {
        return call.fail("there is no directory to go back to");
      }
    }
    try {
      return move(call, state.resolve(wanted).normalize(), wanted, back);
    } catch (InvalidPathException e) {
      return call.fail("this cannot be the name of a directory");
    }
  }

  private static int move(Call call, Path target, String wanted, boolean tell) {
    if (!Files.exists(target)) {
      return call.fail(wanted + ": no such directory");
    }
    if (!Files.isDirectory(target)) {
      return call.fail(wanted + ": not a directory");
    }
    if (!Files.isExecutable(target)) {
      return call.fail(wanted + ": permission denied");
    }
    call.state().moveTo(target);
    if (tell) {
      call.out().println(target);
    }
    return 0;
  }

  private static int pwd(Call call) {
    call.out().println(call.state().directory());
    return 0;
  }
}
