// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.reader.ReadProgress;

/**
 * Shows on a terminal how far reading has come, once it takes a while, and takes it away in the
 * end. Elsewhere it shows nothing.
 */
final class Progress implements ReadProgress, AutoCloseable {

  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final long PAUSE_NANOS = 200_000_000;
  private static final int WIDTH = 70;
  private static final String CLEAR = "\r\u001B[K";

  private final Console console;
  private final LongSupplier nanoTime;
  private final long start;
  private long shown;

  Progress(Console console) {
    this(console, System::nanoTime);
  }

  Progress(Console console, LongSupplier nanoTime) {
    this.console = console;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
  }

  @Override
  public synchronized void read(String file, long readBytes, long totalBytes) {
    long now = nanoTime.getAsLong();
    boolean due = shown == 0 ? now - start >= PATIENCE_NANOS : now - shown >= PAUSE_NANOS;
    if (!console.colors() || !due) {
      return;
    }
    shown = now;
    Path name = Path.of(file).getFileName();
    String line =
        String.format(
            Locale.US,
            "reading %s: %d %% of %,d MB",
            Printable.of(name == null ? file : name.toString()),
            100 * readBytes / Math.max(1, totalBytes),
            totalBytes >> 20);
    console.err().print(CLEAR + line.substring(0, Math.min(WIDTH, line.length())));
    console.err().flush();
  }

  @Override
  public synchronized void close() {
    if (shown != 0) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }
}
