// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;

/** history, bind, clear. */
final class EditorBuiltins {
  private EditorBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "history [-c | COUNT]",
            "Lists the last lines entered; forgets them all with -c",
            EditorBuiltins::history),
        Builtin.of(
            "bind [TEXT]",
            "Lists the keys and what they do, or those about TEXT",
            EditorBuiltins::bind),
        Builtin.of(
            "clear",
            "Clears the screen",
            call -> {
              call.frontend().clearScreen();
              return 0;
            }));
  }

  private static int history(Call call) throws IOException {
    String argument = call.arguments().isEmpty() ? "" : call.arguments().get(0);
    if (call.arguments().size() > 1) {
      return call.misused();
    }
    if (argument.equals("-c")) {
      call.frontend().clearHistory();
      return 0;
    }
    SortedMap<Integer, String> lines = call.frontend().history();
    if (!argument.isEmpty()) {
      if (!argument.matches("\\d{1,9}")) {
        return call.misused();
      }
      int skipped = Math.max(0, lines.size() - Integer.parseInt(argument));
      lines = lines.isEmpty() ? lines : lines.tailMap(lines.firstKey() + skipped);
    }
    lines.forEach(
        (number, line) ->
            call.out()
                .println(call.faint(String.format(Locale.ROOT, "%5d", number)) + "  " + line));
    return 0;
  }

  private static int bind(Call call) {
    String wanted = String.join(" ", call.arguments()).toLowerCase(Locale.ROOT);
    int shown = 0;
    for (Map.Entry<String, String> binding : call.frontend().bindings()) {
      String line = String.format(Locale.ROOT, "%-12s", binding.getKey());
      if ((line + binding.getValue()).toLowerCase(Locale.ROOT).contains(wanted)) {
        call.out().println(call.bold(line) + " " + binding.getValue());
        shown++;
      }
    }
    return shown > 0
        ? 0
        : call.fail(wanted.isEmpty() ? "there are no keys here" : "no key is about " + wanted);
  }
}
