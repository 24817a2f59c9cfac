// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.jline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jline.utils.NonBlockingReader;

/**
 * A reader whose user types while it waits: before it looks for input, the keys that are due are
 * pressed. Nobody else needs to run for that.
 */
final class TypedReader extends NonBlockingReader {

  private static final long SHORTEST_MILLIS = 1;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final NonBlockingReader reader;
  private final Keyboard keyboard;

  TypedReader(NonBlockingReader reader, Keyboard keyboard) {
    this.reader = reader;
    this.keyboard = keyboard;
  }

  @Override
  protected int read(long timeout, boolean isPeek) throws IOException {
    int next = awaitInput(timeout);
    if (next < 0) {
      return next;
    }
    return isPeek ? reader.peek(SHORTEST_MILLIS) : reader.read(SHORTEST_MILLIS);
  }

  /** There in JLine before 3.22, where it is the only one. */
  @Override
  public int readBuffered(char[] buffer) throws IOException {
    int next = awaitInput(0);
    return next < 0 ? next : reader.readBuffered(buffer);
  }

  @Override
  public int readBuffered(char[] buffer, int offset, int length, long timeout) throws IOException {
    int next = awaitInput(timeout);
    return next < 0 ? next : reader.readBuffered(buffer, offset, length, SHORTEST_MILLIS);
  }

  /** Returns a negative number if there is no input, and why. */
  private int awaitInput(long timeoutMillis) throws IOException {
    long timeout =
        timeoutMillis > 0 ? TimeUnit.MILLISECONDS.toNanos(timeoutMillis) : Long.MAX_VALUE;
    long start = System.nanoTime();
    while (true) {
      long untilNext = keyboard.type();
      // A peek first would leave one character alone to a read of many.
      int next = keyboard.isSent() ? 0 : reader.peek(SHORTEST_MILLIS);
      if (next != READ_EXPIRED) {
        return next;
      }
      long left = timeout - (System.nanoTime() - start);
      if (left <= 0) {
        return READ_EXPIRED;
      } else if (keyboard.isGone()) {
        return EOF;
      }
      keyboard.await(Math.min(Math.min(untilNext, left), LOOK_NANOS));
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
