// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.jline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.testkit.CursorKeys;
import org.lusush.lle.testkit.Keystroke;
import org.lusush.lle.testkit.Script;

/**
 * What is to be typed, and when. Scripts are added by any thread; the thread that reads from the
 * terminal presses the keys, as soon as they are due.
 */
final class Keyboard {

  /** Where the keys go. */
  interface Line {
    /** Returns how many bytes it takes without anybody reading them. */
    int room();

    /** Returns whether there are bytes that nobody has read. */
    boolean isSent();

    void send(byte[] bytes, int offset, int length) throws IOException;
  }

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private record Due(Script.Step step, Duration pace) {}

  private final Line line;
  private final Screen screen;
  private final Duration patience;
  private final Deque<Due> steps = new ArrayDeque<>();
  private final List<Keystroke> typed = new ArrayList<>();
  private long idleNanos = System.nanoTime();

  // Of the thread that reads.
  private boolean waiting;
  private long sinceNanos;
  private int from;
  private byte[] sending = new byte[0];
  private int sent;
  private int halt;
  private long halted;

  Keyboard(Line line, Screen screen, Duration patience) {
    this.line = line;
    this.screen = screen;
    this.patience = patience;
  }

  synchronized void add(Script script, Duration pace) {
    script.steps().forEach(step -> steps.add(new Due(step, pace)));
    idleNanos = System.nanoTime();
    notifyAll();
  }

  synchronized List<Keystroke> typed() {
    return List.copyOf(typed);
  }

  /** Does what is due, and returns how many nanoseconds there are until the next is. */
  long type() throws IOException {
    for (var next = head(); next != null; next = head()) {
      long left = untilDue(next, System.nanoTime());
      if (left > 0 || !isDone(next)) {
        return left > 0 ? left : LOOK_NANOS;
      }
      done(next);
    }
    waiting = false;
    return Long.MAX_VALUE;
  }

  private synchronized @Nullable Due head() {
    return steps.peek();
  }

  /** What is typed at a pace keeps its times, even if nobody has read meanwhile. */
  private long untilDue(Due next, long now) {
    if (!waiting) {
      waiting = true;
      sinceNanos = now;
    }
    if (sent > 0) {
      return sent == halt ? halted - now : 0;
    } else if (next.step() instanceof Script.Pause pause) {
      return sinceNanos + pause.duration().toNanos() - now;
    } else if (next.step() instanceof Script.Press) {
      return sinceNanos + next.pace().toNanos() - now;
    }
    return 0;
  }

  private boolean isDone(Due next) throws IOException {
    if (next.step() instanceof Script.Press press) {
      return press(press);
    } else if (next.step() instanceof Script.Expectation expectation) {
      return isShown(expectation.text());
    }
    return true;
  }

  private void done(Due done) {
    if (done.step() instanceof Script.Pause pause) {
      sinceNanos += pause.duration().toNanos();
    } else if (done.step() instanceof Script.Press press && press.halt().isZero()) {
      sinceNanos += done.pace().toNanos();
    } else {
      sinceNanos = System.nanoTime();
    }
    synchronized (this) {
      steps.remove();
      if (done.step() instanceof Script.Press press) {
        typed.add(press.keystroke());
      }
      idleNanos = System.nanoTime();
      notifyAll();
    }
  }

  private boolean isShown(String text) throws IOException {
    if (screen.shows(text, from)) {
      return true;
    } else if (isTooLong(System.nanoTime())) {
      throw new IOException(screen.missing(text, from, patience));
    }
    return false;
  }

  /** Sends a key, or as much of it as there is room for, and returns whether that was all. */
  private boolean press(Script.Press press) throws IOException {
    if (sent == 0) {
      begin(press);
    }
    int limit = sent < halt ? halt : sending.length;
    int length = Math.min(line.room(), limit - sent);
    if (length > 0) {
      line.send(sending, sent, length);
      sent += length;
    }
    if (sent == halt) {
      halted = System.nanoTime() + press.halt().toNanos();
    }
    if (sent < sending.length) {
      return false;
    }
    sent = 0;
    return true;
  }

  private void begin(Script.Press press) {
    var text = screen.text();
    var keys = press.keystroke().sent(CursorKeys.areInApplicationMode(text));
    sending = keys.getBytes(StandardCharsets.UTF_8);
    int first =
        keys.substring(0, keys.offsetByCodePoints(0, 1)).getBytes(StandardCharsets.UTF_8).length;
    halt = press.halt().isZero() ? 0 : first;
    from = text.length();
  }

  /** Waits for the next key, or for somebody who gives something to type. */
  @SuppressWarnings("WaitNotInLoop") // the caller looks for itself
  synchronized void await(long nanos) throws InterruptedIOException {
    try {
      wait(Math.max(1, nanos / NANOS_PER_MILLI));
    } catch (InterruptedException e) {
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    }
  }

  synchronized void awaitTyped(Duration timeout) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!steps.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IOException(
            "after "
                + timeout
                + " nobody had read what was typed; left are "
                + steps.size()
                + " steps from "
                + steps.element().step()
                + " on");
      }
      wait(left / NANOS_PER_MILLI + 1);
    }
  }

  /** Returns whether keys were pressed that nobody has read. */
  boolean isSent() {
    return line.isSent();
  }

  /** Returns whether nothing was typed for so long that nothing will be. */
  synchronized boolean isGone() {
    return steps.isEmpty() && isTooLong(System.nanoTime());
  }

  private synchronized boolean isTooLong(long now) {
    return now - idleNanos > patience.toNanos();
  }

  synchronized void wake() {
    notifyAll();
  }
}
