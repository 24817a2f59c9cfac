// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.builtin.Builtins;
import org.lusush.lle.examples.shell.command.Frontend;
import org.lusush.lle.examples.shell.command.Interpreter;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.Streams;
import org.lusush.lle.examples.shell.syntax.ScriptParser;
import org.lusush.lle.examples.shell.syntax.SyntaxException;

/**
 * A session without a line editor: commands come from a pipe, a file, or a terminal that can only
 * write.
 */
final class PlainSession {
  private static final Charset CHARSET =
      Charset.forName(System.getProperty("native.encoding", "UTF-8"));

  private final ShellState state;
  private final InputStream input;
  private final Manners manners;
  private final Interpreter interpreter;

  /** What happens around the reading of a line. */
  interface Manners {
    /** Nothing, as when nobody watches. */
    Manners NONE = new Manners() {};

    default void beforeLine(boolean continued) {}

    default void afterLine() {}

    default void beforeSecret(String prompt) {}

    default void afterSecret() {}
  }

  /**
   * @param input read byte by byte, so that programs find what comes after their own line
   */
  PlainSession(
      ShellState state,
      InputStream input,
      Streams streams,
      Manners manners,
      Instrumentation instrumentation) {
    this.state = state;
    this.input = input;
    this.manners = manners;
    this.interpreter =
        new Interpreter(
            Builtins.in(state, ShellAssembly.index(state, ShellAssembly.scanner(instrumentation))),
            streams,
            Frontend.plain(this::readSecret));
  }

  /** Runs one command line and returns its status. */
  int run(String command) {
    return interpreter.run(command);
  }

  /** Runs everything that the input holds and returns the last status. */
  int run() throws IOException {
    StringBuilder pending = new StringBuilder();
    while (!state.isExiting()) {
      manners.beforeLine(!pending.isEmpty());
      String line = readLine();
      manners.afterLine();
      if (line == null) {
        break;
      }
      pending.append(line);
      if (isFinished(pending.toString())) {
        interpreter.run(pending.toString());
        pending.setLength(0);
      } else {
        pending.append('\n');
      }
    }
    if (!pending.isEmpty()) {
      interpreter.run(pending.toString());
    }
    return state.status();
  }

  private static boolean isFinished(String text) {
    try {
      ScriptParser.parse(text);
      return true;
    } catch (SyntaxException e) {
      return e.missing() == null;
    }
  }

  private String readSecret(String prompt) throws IOException {
    manners.beforeSecret(prompt);
    try {
      String line = readLine();
      if (line == null) {
        throw new EOFException("no password was given");
      }
      return line;
    } finally {
      manners.afterSecret();
    }
  }

  private @Nullable String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = input.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = input.read();
    }
    return line.toString(CHARSET);
  }
}
