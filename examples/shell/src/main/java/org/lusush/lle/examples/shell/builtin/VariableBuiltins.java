// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.util.List;
import java.util.SortedMap;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;
import org.lusush.lle.examples.shell.command.Variables;
import org.lusush.lle.examples.shell.syntax.Names;

/** export, unset, set. */
final class VariableBuiltins {
  private VariableBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "export [NAME[=VALUE]...]",
            "Hands variables on to programs; lists them without an argument",
            VariableBuiltins::export),
        Builtin.of("unset NAME...", "Removes variables", VariableBuiltins::unset),
        Builtin.of(
            "set", "Lists all variables", call -> list(call, call.state().variables().all())));
  }

  private static int export(Call call) {
    Variables variables = call.state().variables();
    if (call.arguments().isEmpty()) {
      return list(call, variables.environment());
    }
    int status = 0;
    for (String argument : call.arguments()) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!Names.isName(name)) {
        status = call.fail(name + ": not a variable name");
        continue;
      }
      if (equals >= 0) {
        variables.assign(name, argument.substring(equals + 1));
      }
      variables.export(name);
    }
    return status;
  }

  private static int unset(Call call) {
    if (call.arguments().isEmpty()) {
      return call.misused();
    }
    call.arguments().forEach(call.state().variables()::remove);
    return 0;
  }

  private static int list(Call call, SortedMap<String, String> variables) {
    variables.forEach(
        (name, value) -> call.out().println(call.bold(name) + "=" + Quoting.quote(value)));
    return 0;
  }
}
