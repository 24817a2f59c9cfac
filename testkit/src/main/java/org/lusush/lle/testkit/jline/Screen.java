// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.jline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.testkit.Printable;

/** Everything that was written on a terminal. Thread-safe. */
final class Screen extends OutputStream {

  private static final long POLL_MILLIS = 5;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int value) {
    written.write(value);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    written.write(bytes, offset, length);
  }

  synchronized String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  boolean shows(String text, int from) {
    return text().indexOf(text, from) >= 0;
  }

  void await(String text, int from, Duration timeout) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!shows(text, from)) {
      if (System.nanoTime() >= deadline) {
        throw new IOException(missing(text, from, timeout));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  String missing(String text, int from, Duration timeout) {
    var screen = text();
    return "waited "
        + timeout
        + " for "
        + Printable.of(text)
        + "; the terminal shows: "
        + Printable.of(screen.substring(Math.min(from, screen.length())));
  }
}
