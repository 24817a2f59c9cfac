// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.util.List;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;

/** echo, true, false. */
final class TextBuiltins {
  private TextBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of("echo [-n] [WORD...]", "Writes its arguments", TextBuiltins::echo),
        Builtin.of("true", "Succeeds", call -> 0),
        Builtin.of("false", "Fails", call -> 1));
  }

  private static int echo(Call call) {
    List<String> words = call.arguments();
    boolean newline = words.isEmpty() || !words.get(0).equals("-n");
    call.out().print(String.join(" ", newline ? words : words.subList(1, words.size())));
    if (newline) {
      call.out().println();
    }
    return 0;
  }
}
