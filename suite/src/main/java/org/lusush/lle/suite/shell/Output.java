// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lusush.lle.suite.tape.Step;

/**
 * What a shell writes, and when. The thread of the terminal adds to it, the typist waits for it:
 * both by its lock.
 */
final class Output implements Consumer<String> {

  private static final String APPLICATION_KEYS = "\u001b[?1h";
  private static final String NORMAL_KEYS = "\u001b[?1l";

  /** More than a screen; what is before it is forgotten. */
  private static final int KEPT = 1 << 16;

  private static final long MILLI_NANOS = 1_000_000;

  private final LongSupplier nanoTime;
  private final StringBuilder sinceKey = new StringBuilder();
  private boolean applicationKeys;
  private long lastNanos;
  private long keyNanos;
  private long answerNanos;

  Output() {
    this(System::nanoTime);
  }

  Output(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    lastNanos = nanoTime.getAsLong();
    keyNanos = lastNanos;
  }

  @Override
  public synchronized void accept(String written) {
    lastNanos = nanoTime.getAsLong();
    if (answerNanos == 0) {
      answerNanos = lastNanos;
    }
    int joint = Math.max(0, sinceKey.length() - NORMAL_KEYS.length());
    sinceKey.append(written);
    int application = sinceKey.lastIndexOf(APPLICATION_KEYS);
    int normal = sinceKey.lastIndexOf(NORMAL_KEYS);
    if (Math.max(application, normal) >= joint) {
      applicationKeys = application > normal;
    }
    if (sinceKey.length() > KEPT) {
      sinceKey.delete(0, sinceKey.length() - KEPT);
    }
    notifyAll();
  }

  /** Begins to wait for the answer to a key, which is about to be sent; returns the time. */
  synchronized long keyComes() {
    sinceKey.setLength(0);
    keyNanos = nanoTime.getAsLong();
    answerNanos = 0;
    return keyNanos;
  }

  /** Returns the time from the last key to the first output after it, or -1 before that. */
  synchronized long answeredAfterNanos() {
    return answerNanos == 0 ? -1 : answerNanos - keyNanos;
  }

  /** Returns whether the terminal was told to send cursor keys in application mode. */
  synchronized boolean wantsApplicationKeys() {
    return applicationKeys;
  }

  /** Waits until something was written after a time; returns whether it was. */
  synchronized boolean awaitAfter(long nanos, long deadline) throws InterruptedException {
    return await(() -> lastNanos - nanos > 0, deadline);
  }

  /** Waits for a pattern for a while; returns whether it was there. */
  synchronized boolean awaitMatch(Step.Wait wait, boolean afterEnter, long deadline)
      throws InterruptedException {
    return await(() -> matches(wait, afterEnter), deadline);
  }

  /** Waits until nothing was written for a while. */
  synchronized void awaitQuiet(long quietNanos) throws InterruptedException {
    long left = quietNanos;
    while (left > 0) {
      wait(left / MILLI_NANOS, (int) (left % MILLI_NANOS));
      left = quietNanos - (nanoTime.getAsLong() - lastNanos);
    }
  }

  /** Waits, as who holds the lock, until something holds; returns whether it does. */
  private synchronized boolean await(BooleanSupplier holds, long deadline)
      throws InterruptedException {
    while (!holds.getAsBoolean()) {
      long left = deadline - nanoTime.getAsLong();
      if (left <= 0) {
        return false;
      }
      wait(left / MILLI_NANOS, (int) (left % MILLI_NANOS));
    }
    return true;
  }

  private boolean matches(Step.Wait wait, boolean afterEnter) {
    // What an editor paints anew before it ends the line is no prompt.
    if (wait.forPrompt() && afterEnter && sinceKey.indexOf("\n") < 0) {
      return false;
    }
    return wait.pattern()
        .matcher(wait.wholeScreen() ? LastLine.plain(sinceKey) : LastLine.beforeCursor(sinceKey))
        .find();
  }
}
