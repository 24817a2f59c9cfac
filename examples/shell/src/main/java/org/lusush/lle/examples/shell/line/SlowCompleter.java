// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * A completer that waits before it completes, as one does that asks a server.
 *
 * @param delay how long, each time
 */
public record SlowCompleter(Completer completer, Duration delay) implements Completer {

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    completer.complete(reader, line, candidates);
  }
}
