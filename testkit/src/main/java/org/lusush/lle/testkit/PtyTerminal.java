// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program on a pseudo-terminal, and somebody who types scripts on it, on the calling thread. To
 * be used by one thread.
 */
public final class PtyTerminal implements TypedTerminal {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PtySession session;
  private final List<Keystroke> typed = new ArrayList<>();

  private PtyTerminal(PtySession session) {
    this.session = session;
  }

  /** Returns somebody who types on a program; closing it ends the program. */
  public static PtyTerminal of(PtySession session) {
    return new PtyTerminal(requireNonNull(session, "session"));
  }

  /**
   * Starts a program.
   *
   * @throws IOException when there is no pseudo-terminal to be had, or no such program
   */
  public static PtyTerminal start(PtySession.Settings settings) throws IOException {
    return of(PtySession.start(settings));
  }

  /** Returns the program. */
  public PtySession session() {
    return session;
  }

  @Override
  public void type(Script script, Duration pace) throws IOException, InterruptedException {
    int from = session.screen().length();
    for (var step : script.steps()) {
      if (step instanceof Script.Press press) {
        session.pause(pace);
        from = session.screen().length();
        press(press);
      } else if (step instanceof Script.Pause pause) {
        session.pause(pause.duration());
      } else if (step instanceof Script.Expectation expectation) {
        session.await(expectation.text(), from, PATIENCE);
      }
    }
  }

  private void press(Script.Press press) throws IOException, InterruptedException {
    var keystroke = press.keystroke();
    var sent = keystroke.sent();
    if (!sent.equals(keystroke.sentInApplicationMode())) {
      sent = keystroke.sent(CursorKeys.areInApplicationMode(session.screen()));
    }
    if (press.halt().isZero()) {
      session.press(sent);
    } else {
      int first = sent.offsetByCodePoints(0, 1);
      session.press(sent.substring(0, first));
      session.pause(press.halt());
      session.send(sent.substring(first));
    }
    typed.add(keystroke);
  }

  /** Returns at once: {@link #type} returns when everything is typed. */
  @Override
  public void awaitTyped(Duration timeout) {}

  @Override
  public List<Keystroke> typed() {
    return List.copyOf(typed);
  }

  @Override
  public String screen() {
    return session.screen();
  }

  @Override
  public void await(String text, int from, Duration timeout)
      throws IOException, InterruptedException {
    session.await(text, from, timeout);
  }

  @Override
  public void resize(int columns, int rows) {
    session.resize(columns, rows);
  }

  @Override
  public void close() {
    session.close();
  }
}
