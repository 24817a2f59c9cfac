// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.model.LatencyRecorder;
import org.lusush.lle.suite.tape.Step;
import org.lusush.lle.suite.tape.Tape;
import org.lusush.lle.testkit.Keystroke;

/**
 * Somebody who types a tape on a shell, and looks at when it answers. Used by one thread.
 *
 * <p>At a pace, a key's answer is the first that the shell writes after it and before the next key.
 */
public final class Typist {

  /** How many keys may be sent before the shell has written anything. */
  public static final int AHEAD = 16;

  /** How long a shell that writes nothing is waited for, before it is sent more. */
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final Shell shell;
  private final Tape tape;
  private final LatencyRecorder answers = new LatencyRecorder();
  private long nextNanos = System.nanoTime();
  private long paceNanos;
  private boolean awaitsAnswer;

  /** Sits down at a shell. */
  public Typist(Shell shell, Tape tape) {
    this.shell = shell;
    this.tape = tape;
  }

  /** Returns how long the shell took to answer keys typed at a pace, seen from here. */
  public Latency answers() {
    return answers.toLatency();
  }

  /** Types the tape once, at its own pace. */
  public void type() throws ShellException, InterruptedException {
    type(Optional.empty());
  }

  /**
   * Types the tape once, at a steady pace and without its pauses.
   *
   * @param pace time from key to key
   */
  public void type(Duration pace) throws ShellException, InterruptedException {
    type(Optional.of(pace));
  }

  private void type(Optional<Duration> pace) throws ShellException, InterruptedException {
    int place = 0;
    nextNanos = System.nanoTime();
    for (var step : tape.steps()) {
      place++;
      if (step instanceof Step.Press press) {
        sleepUntil(nextNanos);
        takeAnswer();
        long now = shell.press(press.key());
        awaitsAnswer = true;
        paceNanos = pace.orElse(press.pace()).toNanos();
        nextNanos = now + paceNanos;
      } else if (step instanceof Step.Pause pause && pace.isEmpty()) {
        nextNanos += pause.duration().toNanos();
      } else if (step instanceof Step.Wait wait) {
        await(wait, place);
      }
    }
    awaitLast(place);
    sleepUntil(nextNanos);
    takeAnswer();
  }

  /** Types the tape once as fast as the shell takes it, a few keys ahead, without its pauses. */
  public void rush() throws ShellException, InterruptedException {
    Deque<Long> sent = new ArrayDeque<>();
    int place = 0;
    for (var step : tape.steps()) {
      place++;
      if (step instanceof Step.Press press) {
        if (sent.size() == AHEAD) {
          shell.output().awaitAfter(sent.removeFirst(), System.nanoTime() + PATIENCE_NANOS);
        }
        sent.addLast(shell.press(press.key()));
      } else if (step instanceof Step.Wait wait) {
        await(wait, place);
        sent.clear();
      }
    }
    awaitLast(place);
  }

  /** Pastes a text, and takes the line back with Ctrl+U. */
  public void pasteAndDiscard(String text) throws ShellException {
    shell.press(Keystroke.ofPaste(text));
    shell.press(Keystroke.ofControl('u'));
  }

  private void awaitLast(int place) throws ShellException, InterruptedException {
    if (!(tape.steps().get(place - 1) instanceof Step.Wait)) {
      await(shell.prompt(), place);
    }
  }

  private void await(Step.Wait wait, int place) throws ShellException, InterruptedException {
    if (!shell.await(wait, wait.timeout())) {
      throw new ShellException(
          "the shell did not show "
              + (wait.forPrompt() ? "its prompt" : "what the tape waits for")
              + " within "
              + seconds(wait.timeout())
              + " after "
              + Shell.keys(shell.typed())
              + ", at step "
              + place
              + " of the tape");
    }
    nextNanos = Math.max(nextNanos, System.nanoTime() + paceNanos);
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private void takeAnswer() {
    long nanos = awaitsAnswer ? shell.output().answeredAfterNanos() : -1;
    if (nanos >= 0) {
      answers.record(nanos);
    }
    awaitsAnswer = false;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }
}
