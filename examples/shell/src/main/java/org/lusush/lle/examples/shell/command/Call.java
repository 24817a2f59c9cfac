// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.PrintStream;
import java.util.List;

/**
 * One run of a built-in.
 *
 * @param arguments what follows the name
 * @param out where it writes; the terminal, a file or the next program
 * @param styled whether {@code out} is a terminal that understands styles
 */
public record Call(
    Builtin builtin,
    List<String> arguments,
    ShellState state,
    Frontend frontend,
    PrintStream out,
    PrintStream err,
    boolean styled) {

  public Call {
    arguments = List.copyOf(arguments);
  }

  /** Says what went wrong, in one sentence that begins with the command's name. */
  public int fail(String message) {
    err.println(builtin.name() + ": " + message);
    return 1;
  }

  /** Says how the built-in is called. */
  public int misused() {
    err.println("usage: " + builtin.usage());
    return 2;
  }

  public String bold(String text) {
    return styled ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  public String faint(String text) {
    return styled ? "\u001b[2m" + text + "\u001b[0m" : text;
  }
}
