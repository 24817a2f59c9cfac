// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.util.List;
import java.util.SortedMap;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;

/** alias, unalias. */
final class AliasBuiltins {
  private AliasBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "alias [NAME[=COMMAND]...]",
            "Gives a command a short name; lists the names without an argument",
            AliasBuiltins::alias),
        Builtin.of("unalias NAME...", "Removes short names", AliasBuiltins::unalias));
  }

  private static int alias(Call call) {
    SortedMap<String, String> aliases = call.state().aliases();
    if (call.arguments().isEmpty()) {
      aliases.keySet().forEach(name -> show(call, name));
    }
    int status = 0;
    for (String argument : call.arguments()) {
      int equals = argument.indexOf('=');
      if (equals > 0) {
        aliases.put(argument.substring(0, equals), argument.substring(equals + 1));
      } else if (aliases.containsKey(argument)) {
        show(call, argument);
      } else {
        status = call.fail(argument + ": no such alias");
      }
    }
    return status;
  }

  private static void show(Call call, String name) {
    String value = call.state().aliases().getOrDefault(name, "");
    call.out().println(call.bold(name) + "=" + Quoting.quote(value));
  }

  private static int unalias(Call call) {
    if (call.arguments().isEmpty()) {
      return call.misused();
    }
    int status = 0;
    for (String name : call.arguments()) {
      if (call.state().aliases().remove(name) == null) {
        status = call.fail(name + ": no such alias");
      }
    }
    return status;
  }
}
