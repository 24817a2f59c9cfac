// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/**
 * Observes one JLine line reader, through JLine's public API. Tested with JLine 3.19 to 4.5.
 *
 * <p>{@link #build} makes an observed reader in one step. In two, the terminal is wrapped before
 * the reader is built, and the reader is changed in place afterwards:
 *
 * <pre>{@code
 * var jline = JLineInstrumentation.of(recorder);
 * var terminal = jline.terminal(TerminalBuilder.terminal());
 * var reader = jline.reader(LineReaderBuilder.builder().terminal(terminal).build());
 * }</pre>
 *
 * <p>Before the recorder is awake only the terminal is wrapped, and the reader is as it was: so the
 * first prompt waits for next to nothing. The rest follows with the first key.
 *
 * <p>Of use to one reader at a time, by one thread at a time, as a JLine reader is. What cannot be
 * observed this way: redraws that a command makes in its own midst (their flushes are), and
 * commands called by their built-in name.
 *
 * <p>The wrapped terminal has the interfaces of the other, not its class: JLine's {@code Status}
 * line, which asks for that, is not available through it.
 */
public final class JLineInstrumentation {

  /** A part of the reader that is replaced by a measured one of the same interface. */
  public enum Part {
    COMPLETER,
    HIGHLIGHTER,
    PARSER,
    HISTORY;

    /** Not loaded before there is somebody to ask for it. */
    static final Set<Part> ALL = Set.of(values());
  }

  private final EditorRecorder recorder;
  private @Nullable ScreenSize size;
  private @Nullable LineReader reader;
  private @Nullable Set<Part> parts;
  private @Nullable ReaderInstrumentation installed;
  private boolean unobserved;
  private int quiet;

  private JLineInstrumentation(EditorRecorder recorder) {
    this.recorder = recorder;
    recorder.whileStarting(new Loading(recorder));
  }

  /**
   * Makes a reader on a terminal, both of them observed: the short way.
   *
   * <pre>{@code
   * var reader =
   *     JLineInstrumentation.build(
   *         recorder, TerminalBuilder.terminal(), builder -> builder.parser(parser));
   * }</pre>
   *
   * <p>The terminal is asked for because a builder keeps to itself what it was given, and a reader
   * keeps its terminal for good.
   *
   * @param recorder what observes them
   * @param terminal the terminal as JLine made it
   * @param setUp sets the rest of the builder, but no terminal
   * @return the reader; its {@code getTerminal()} is the observed terminal
   * @throws IllegalArgumentException when the reader was set up with another terminal
   */
  public static LineReader build(
      EditorRecorder recorder, Terminal terminal, Consumer<LineReaderBuilder> setUp) {
    requireNonNull(setUp, "setUp");
    var jline = of(recorder);
    var builder = LineReaderBuilder.builder().terminal(jline.terminal(terminal));
    setUp.accept(builder);
    return jline.reader(builder.build());
  }

  /**
   * Makes a reader with a builder that the shell has, both reader and terminal observed.
   *
   * @param recorder what observes them
   * @param terminal the terminal as JLine made it
   * @param builder set up but for its terminal, which is set here, whatever it was
   * @return the reader; its {@code getTerminal()} is the observed terminal
   */
  public static LineReader build(
      EditorRecorder recorder, Terminal terminal, LineReaderBuilder builder) {
    requireNonNull(builder, "builder");
    var jline = of(recorder);
    return jline.reader(builder.terminal(jline.terminal(terminal)).build());
  }

  /**
   * Observes what can be of a reader that somebody else has made: its completer, highlighter,
   * parser and history, as operations.
   *
   * <p>A reader's terminal cannot be replaced, so keys and paints stay unseen: there are no
   * keystrokes, and nothing tells which of them an operation was for. Commands are not measured
   * either, since only the terminal tells what of their time is the user's. Wakes the recorder,
   * whom no prompt would. A second call does nothing.
   *
   * @return the same reader
   */
  public static LineReader attach(EditorRecorder recorder, LineReader reader) {
    requireNonNull(reader, "reader");
    var monitor = recorder.monitor();
    try {
      new ReaderInstrumentation(recorder, monitor, reader, new ScreenSize()).installParts(Part.ALL);
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
    return reader;
  }

  /** Returns a new instrumentation, for one terminal and the reader on it. */
  public static JLineInstrumentation of(EditorRecorder recorder) {
    return new JLineInstrumentation(requireNonNull(recorder, "recorder"));
  }

  /**
   * Returns a terminal that does the same as another and tells when keys come and paints go; or the
   * same terminal, unobserved and counted as a failure, where Java cannot make such a one.
   */
  public Terminal terminal(Terminal terminal) {
    requireNonNull(terminal, "terminal");
    recorder.promptExpected();
    try {
      return MeasuredTerminal.wrap(terminal, this);
    } catch (IllegalArgumentException | LinkageError e) {
      recorder.monitor().countFailure();
      unobserved = true;
      return terminal;
    }
  }

  /**
   * Reads a secret, or does other work of which nothing is to be measured.
   *
   * <p>Text is never recorded; but of a line that is read with a mask, outside of this, the number
   * and the times of the keys are.
   *
   * @return what the work returns
   */
  public <T> T quietly(Supplier<T> work) {
    requireNonNull(work, "work");
    if (installed != null) {
      return installed.keystrokes().quietly(work);
    }
    quiet++;
    try {
      return recorder.quietly(work);
    } finally {
      quiet--;
    }
  }

  /** Returns a matcher that does the same as another and is measured, for the reader's builder. */
  public CompletionMatcher matcher(CompletionMatcher matcher) {
    return new MeasuredCompletionMatcher(requireNonNull(matcher, "matcher"), recorder);
  }

  /**
   * Observes a reader on the wrapped terminal, with all its parts.
   *
   * @return the same reader
   */
  public LineReader reader(LineReader reader) {
    return observe(reader, null);
  }

  /**
   * Observes a reader on the wrapped terminal.
   *
   * @param reader the reader, changed in place
   * @param parts what of it to replace; leave out a part that the shell casts to its own class
   * @return the same reader
   * @throws IllegalArgumentException when the reader's terminal is not from {@link #terminal}
   */
  public LineReader reader(LineReader reader, Set<Part> parts) {
    return observe(reader, Set.copyOf(requireNonNull(parts, "parts")));
  }

  /** Observes a reader with some of its parts, or with all for null. */
  private LineReader observe(LineReader reader, @Nullable Set<Part> parts) {
    requireNonNull(reader, "reader");
    if (MeasuredTerminal.isOf(reader.getTerminal(), this)) {
      this.reader = reader;
      this.parts = parts;
      installIfAwake();
    } else if (!unobserved) {
      throw new IllegalArgumentException(
          "the reader's terminal was not made by terminal(…) of this instrumentation");
    }
    return reader;
  }

  /** The terminal is made ready to read a line, on the thread that reads. */
  void lineStarts() {
    if (installed != null) {
      installed.renew();
    } else {
      installIfAwake();
    }
  }

  /** Somebody reads from the terminal while nothing is followed yet. */
  void waiting() {
    if (reader != null && quiet == 0) {
      recorder.promptPainted();
    }
  }

  /** A key came while nothing is followed yet, but may be from now on. */
  void keyCame() {
    if (reader != null && quiet == 0) {
      installIfAwake();
      if (installed != null) {
        installed.join();
      }
    }
  }

  /** Returns what follows the keystrokes, or null while the recorder is asleep. */
  @Nullable KeystrokeTracker keystrokes() {
    return installed == null ? null : installed.keystrokes();
  }

  ScreenSize size() {
    var known = size;
    if (known == null) {
      known = new ScreenSize();
      size = known;
    }
    return known;
  }

  private void installIfAwake() {
    var monitor = recorder.monitorIfAwake();
    var waiting = reader;
    if (monitor == null || waiting == null) {
      return;
    }
    reader = null;
    try {
      var made = new ReaderInstrumentation(recorder, monitor, waiting, size());
      made.install(parts != null ? parts : Part.ALL);
      installed = made;
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }
}
