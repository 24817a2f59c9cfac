// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.concurrent.TimeUnit;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The example shell with a highlighter that is slow on purpose. */
public final class SlowShell {

  private static final long DELAY_MILLIS = 30;

  private SlowShell() {}

  public static void main(String... arguments) {
    System.exit(Main.run(options -> new Slowed(Flight.start()), arguments));
  }

  private record Slowed(Flight flight) implements Instrumentation {

    @Override
    public Terminal terminal(Terminal terminal) {
      return flight.terminal(terminal);
    }

    @Override
    public LineReader reader(LineReader reader) {
      return flight.reader(reader);
    }

    @Override
    public Highlighter highlighter(Highlighter highlighter) {
      return new Highlighter() {
        @Override
        public AttributedString highlight(LineReader reader, String buffer) {
          try {
            TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return highlighter.highlight(reader, buffer);
        }
      };
    }
  }
}
