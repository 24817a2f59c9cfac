// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.Palette;

/** A plain prompt on a terminal without cursor movement, whose own line editing is used. */
final class DumbTerminalManners implements PlainSession.Manners {
  private static final int INTERRUPTED = 130;
  private static final int SIGNAL_DELAY_MILLIS = 200;

  private final Terminal terminal;
  private final ShellState state;
  private final Prompt prompt;
  private final Semaphore interrupts = new Semaphore(0);
  private volatile boolean reading;

  DumbTerminalManners(Terminal terminal, ShellState state) {
    this.terminal = terminal;
    this.state = state;
    this.prompt = new Prompt(terminal, Palette.shipped());
    terminal.handle(Signal.INT, signal -> interrupted());
  }

  /** A line that is given up: the terminal has dropped it already. */
  private void interrupted() {
    if (reading) {
      write(System.lineSeparator() + prompt.text(state));
    } else {
      interrupts.release();
    }
  }

  /**
   * Waits for the signal that has ended a program already, so that it does not end the next line.
   */
  private void settle() {
    try {
      if (state.status() == INTERRUPTED
          && interrupts.tryAcquire(SIGNAL_DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
        write(System.lineSeparator());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    interrupts.drainPermits();
  }

  @Override
  public void beforeLine(boolean continued) {
    settle();
    reading = true;
    write(continued ? "> " : prompt.text(state));
  }

  @Override
  public void afterLine() {
    reading = false;
  }

  @Override
  public void beforeSecret(String text) {
    write(text);
    terminal.echo(false);
  }

  @Override
  public void afterSecret() {
    terminal.echo(true);
    write(System.lineSeparator());
  }

  private void write(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }
}
