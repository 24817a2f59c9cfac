// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;

/**
 * A command that the shell runs itself.
 *
 * @param usage how it is called, for example {@code cd [DIRECTORY]}
 * @param summary one line for help and completion
 */
public record Builtin(String name, String usage, String summary, Action action) {

  /** What a built-in does; returns its exit status. */
  @FunctionalInterface
  public interface Action {
    int run(Call call) throws IOException;
  }

  /** Returns a built-in whose name is the first word of its usage. */
  public static Builtin of(String usage, String summary, Action action) {
    int blank = usage.indexOf(' ');
    return new Builtin(blank < 0 ? usage : usage.substring(0, blank), usage, summary, action);
  }
}
