// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Interpreter;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.Streams;

/** An interactive session: prompt, line, command, until the end. Used by one thread. */
public final class Shell {
  private static final int INTERRUPTED = 130;
  private static final int FIRST_SIGNAL_STATUS = 129;

  private final Terminal terminal;
  private final LineReader reader;
  private final ShellState state;
  private final Interpreter interpreter;
  private final Prompt prompt;
  private final Runnable beforePrompt;
  private Duration lastCommand = Duration.ZERO;

  Shell(
      Terminal terminal,
      LineReader reader,
      ShellState state,
      Interpreter interpreter,
      Prompt prompt,
      Runnable beforePrompt) {
    this.terminal = terminal;
    this.reader = reader;
    this.state = state;
    this.interpreter = interpreter;
    this.prompt = prompt;
    this.beforePrompt = beforePrompt;
  }

  /**
   * Where a session keeps its things.
   *
   * @param history the history file, or null for none
   * @param inputrc the key file, or null for none
   * @param streams where commands write
   */
  public record Settings(
      @Nullable Path history, @Nullable Path inputrc, boolean banner, Streams streams) {
    public Settings {
      requireNonNull(streams, "streams");
    }
  }

  /** Puts a shell together on a terminal, with its parts as the instrumentation wants them. */
  public static Shell open(
      Terminal terminal, ShellState state, Settings settings, Instrumentation instrumentation) {
    return new ShellAssembly(terminal, state, settings, instrumentation).assemble();
  }

  /** Runs the session and returns its exit status. */
  public int run() {
    terminal.handle(Signal.INT, signal -> interpreter.interrupt());
    while (!state.isExiting()) {
      beforePrompt.run();
      try {
        execute(
            reader.readLine(prompt.left(state), prompt.right(lastCommand), (Character) null, null));
      } catch (UserInterruptException e) {
        state.setStatus(INTERRUPTED);
        lastCommand = Duration.ZERO;
      } catch (EndOfFileException e) {
        break;
      }
    }
    terminal.flush();
    return state.status();
  }

  private void execute(String line) {
    if (line.isBlank()) {
      return;
    }
    Attributes before = terminal.getAttributes();
    long start = System.nanoTime();
    int status = interpreter.run(line);
    lastCommand = Duration.ofNanos(System.nanoTime() - start);
    if (status >= FIRST_SIGNAL_STATUS) {
      terminal.setAttributes(before); // A program that was killed could not tidy up.
    }
    if (status == INTERRUPTED) {
      terminal.writer().println();
      terminal.flush();
    }
  }
}
