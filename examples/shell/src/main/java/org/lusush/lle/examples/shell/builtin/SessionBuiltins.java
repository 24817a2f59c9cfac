// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.builtin;

import java.io.IOException;
import java.util.List;
import org.lusush.lle.examples.shell.command.Builtin;
import org.lusush.lle.examples.shell.command.Call;

/** exit, login. */
final class SessionBuiltins {
  private SessionBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of("exit [STATUS]", "Ends the shell", SessionBuiltins::exit),
        Builtin.of(
            "login NAME",
            "Asks for a password without showing or keeping it, and greets NAME",
            SessionBuiltins::login));
  }

  private static int exit(Call call) {
    String status = call.arguments().isEmpty() ? call.state().expand("?") : call.arguments().get(0);
    if (call.arguments().size() > 1
        || !status.matches("\\d{1,3}")
        || Integer.parseInt(status) > 255) {
      return call.fail("the status is a number from 0 to 255");
    }
    call.state().exit();
    return Integer.parseInt(status);
  }

  private static int login(Call call) throws IOException {
    if (call.arguments().size() != 1) {
      return call.misused();
    }
    String secret = call.frontend().readSecret("Password: ");
    if (secret.isEmpty()) {
      return call.fail("an empty password opens nothing");
    }
    call.out().println("Hello, " + call.arguments().get(0));
    return 0;
  }
}
