// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A terminal, and somebody who types scripts on it.
 *
 * <p>There are two: {@link org.lusush.lle.testkit.jline.ScriptedTerminal} in the process of the
 * test, fast and without threads; and {@link PtyTerminal} with a program of its own on a
 * pseudo-terminal, as a user has it. Whatever is typed on either arrives as from an xterm: cursor
 * keys are sent in application mode while the editor has it switched on.
 */
public interface TypedTerminal extends AutoCloseable {

  /** Types a script, every key as soon as the one before is sent. */
  default void type(Script script) throws IOException, InterruptedException {
    type(script, Duration.ZERO);
  }

  /**
   * Types a script.
   *
   * @param script what to type
   * @param pace time from one key to the next
   * @throws IOException when the terminal is gone, or does not show what the script expects
   */
  void type(Script script, Duration pace) throws IOException, InterruptedException;

  /**
   * Waits until everything is typed that was given to be.
   *
   * @throws IOException when it was not in time, with what is left
   */
  void awaitTyped(Duration timeout) throws IOException, InterruptedException;

  /** Returns every keystroke that was sent so far, in order. */
  List<Keystroke> typed();

  /** Returns everything written on the terminal so far, escape sequences included. */
  String screen();

  /**
   * Waits until a text is written after a point.
   *
   * @param text what to wait for
   * @param from length of the screen from which to look
   * @param timeout how long to wait
   * @throws IOException when it did not come in time, with what came instead
   */
  void await(String text, int from, Duration timeout) throws IOException, InterruptedException;

  /** Changes the size of the terminal; who draws on it is told. */
  void resize(int columns, int rows);

  @Override
  void close() throws IOException;
}
