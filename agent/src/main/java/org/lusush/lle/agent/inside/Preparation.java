// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Weaves JLine where it most likely is, while the shell does other things at its start: weaving for
 * the first time in a process takes a good part of a tenth of a second, most of it to load what
 * weaves.
 */
final class Preparation extends Thread {

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String prefix;
  private final Map<String, Prepared> prepared = new HashMap<>();
  private boolean over;

  private Preparation(String prefix) {
    super("lle-agent");
    this.prefix = prefix;
    setDaemon(true);
  }

  /** A class that was woven ahead of time. */
  @SuppressWarnings("ArrayRecordComponent") // made once, and compared by hand
  private record Prepared(byte[] original, Weave.Outcome outcome) {}

  /**
   * Makes one for the JLine on the class path, or that of the JDK.
   *
   * @param command the main class of this process, and its arguments
   */
  static Preparation of(String command) {
    return new Preparation(
        command.startsWith("jdk.jshell") ? "jdk/internal/org/jline/" : "org/jline/");
  }

  @Override
  public void run() {
    try {
      prepare(Site.READER);
      prepare(Site.KEYS);
      prepare(Site.DISPLAY);
    } catch (IOException | RuntimeException | LinkageError e) {
      return; // it is not there, or is not understood: which is said when it is loaded
    } finally {
      synchronized (this) {
        over = true;
        notifyAll();
      }
    }
  }

  private void prepare(String simple) throws IOException {
    try (var in = ClassLoader.getSystemResourceAsStream(prefix + simple + ".class")) {
      if (in != null) {
        var bytes = in.readAllBytes();
        var outcome = Weave.of(bytes, prefix, simple);
        synchronized (this) {
          prepared.put(simple, new Prepared(bytes, outcome));
          notifyAll();
        }
      }
    }
  }

  /** Returns what was made of a class, waiting for a moment if need be, or null. */
  synchronized Weave.@Nullable Outcome outcome(String ofPrefix, String simple, byte[] bytes) {
    if (!prefix.equals(ofPrefix)) {
      return null;
    }
    try {
      long until = System.nanoTime() + PATIENCE_NANOS;
      for (long left = PATIENCE_NANOS;
          !over && left > 0 && !prepared.containsKey(simple);
          left = until - System.nanoTime()) {
        wait(left / NANOS_PER_MILLI + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var found = prepared.remove(simple);
    return found != null && Arrays.equals(found.original(), bytes) ? found.outcome() : null;
  }
}
