// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.jline;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.testkit.Keystroke;
import org.lusush.lle.testkit.Script;
import org.lusush.lle.testkit.TypedTerminal;

/**
 * A JLine terminal in this process, and somebody who types scripts on it. No thread is started:
 * keys are pressed by the thread that reads, at their time, while it waits for them. So one thread
 * can hand over a script and then read the lines that it types:
 *
 * <pre>{@code
 * try (var terminal = ScriptedTerminal.open()) {
 *   var reader = LineReaderBuilder.builder().terminal(terminal.terminal()).build();
 *   terminal.type(Script.of().text("select 1").enter());
 *   assertThat(reader.readLine("sql> ")).isEqualTo("select 1");
 * }
 * }</pre>
 *
 * <p>Scripts may as well be given, and the screen looked at, by other threads than the one that
 * reads. Who reads on when nothing is left to type is told after a while, the patience of the
 * settings, that the input has ended: no test waits for ever.
 */
public final class ScriptedTerminal implements TypedTerminal {

  private final Screen screen = new Screen();
  private final Discipline terminal;
  private final Keyboard keyboard;

  /**
   * What the terminal is like.
   *
   * @param type what TERM would be
   * @param columns its width in characters
   * @param rows its height in lines
   * @param patience after how long without a key its input ends, and how long a script waits for
   *     what it expects
   */
  public record Settings(String type, int columns, int rows, Duration patience) {
    public Settings {
      requireNonNull(type, "type");
      requireNonNull(patience, "patience");
      if (columns <= 0 || rows <= 0) {
        throw new IllegalArgumentException(
            "columns and rows must be over 0, were " + columns + " and " + rows);
      }
    }

    /** Returns the settings of an xterm of 100 by 30 characters, and a patience of 30 seconds. */
    public static Settings defaults() {
      return new Settings("xterm-256color", 100, 30, Duration.ofSeconds(30));
    }

    /** Returns the same settings with another patience. */
    public Settings withPatience(Duration patience) {
      return new Settings(type, columns, rows, patience);
    }
  }

  private ScriptedTerminal(Settings settings) throws IOException {
    terminal = new Discipline(settings.type(), screen);
    terminal.setSize(new Size(settings.columns(), settings.rows()));
    keyboard = new Keyboard(new Cable(terminal), screen, settings.patience());
    terminal.typedBy(keyboard);
  }

  /** Opens a terminal as {@link Settings#defaults} says. */
  public static ScriptedTerminal open() throws IOException {
    return open(Settings.defaults());
  }

  /** Opens a terminal. */
  public static ScriptedTerminal open(Settings settings) throws IOException {
    return new ScriptedTerminal(requireNonNull(settings, "settings"));
  }

  /** Returns what an editor reads from, by its {@code reader()}, and writes on. */
  public Terminal terminal() {
    return terminal;
  }

  /** Returns at once: the keys are pressed when somebody reads. */
  @Override
  public void type(Script script, Duration pace) {
    requireNonNull(script, "script");
    requireNonNull(pace, "pace");
    keyboard.add(script, pace);
  }

  @Override
  public void awaitTyped(Duration timeout) throws IOException, InterruptedException {
    keyboard.awaitTyped(timeout);
  }

  @Override
  public List<Keystroke> typed() {
    return keyboard.typed();
  }

  @Override
  public String screen() {
    return screen.text();
  }

  @Override
  public void await(String text, int from, Duration timeout)
      throws IOException, InterruptedException {
    screen.await(text, from, timeout);
  }

  /** {@inheritDoc} Who draws on it is told on the calling thread. */
  @Override
  public void resize(int columns, int rows) {
    terminal.setSize(new Size(columns, rows));
    terminal.raise(Terminal.Signal.WINCH);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
    keyboard.wake();
  }

  /** JLine's own line discipline, as behind a network connection. */
  private static final class Discipline extends LineDisciplineTerminal {

    private @Nullable NonBlockingReader typed;

    Discipline(String type, Screen screen) throws IOException {
      super("scripted", type, screen, StandardCharsets.UTF_8);
    }

    void typedBy(Keyboard keyboard) {
      typed = new TypedReader(super.reader(), keyboard);
    }

    int pending() {
      return slaveInput.available();
    }

    @Override
    public NonBlockingReader reader() {
      return requireNonNull(typed, "typed");
    }
  }

  /** The way from the keyboard; no interface of the terminal's, which might be looked at. */
  private record Cable(Discipline terminal) implements Keyboard.Line {

    /** Well under what JLine keeps, of which a byte more would wait for a reader for ever. */
    private static final int ROOM = 512;

    @Override
    public int room() {
      return ROOM - terminal.pending();
    }

    @Override
    public boolean isSent() {
      return terminal.pending() > 0;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        terminal.processInputByte(bytes[i]);
      }
    }
  }
}
