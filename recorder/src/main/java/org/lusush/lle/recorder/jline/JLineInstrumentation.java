// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static java.util.Objects.requireNonNull;

import java.lang.ref.WeakReference;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Session;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;
import org.lusush.lle.recorder.monitor.Monitor;

/**
 * Observes one JLine line reader, through JLine's public API.
 *
 * <p>The terminal is wrapped before the reader is built, the reader is changed in place afterwards:
 *
 * <pre>{@code
 * var jline = JLineInstrumentation.of(recorder);
 * var terminal = jline.terminal(TerminalBuilder.terminal());
 * var reader = jline.reader(LineReaderBuilder.builder().terminal(terminal).build());
 * }</pre>
 *
 * <p>Of use to one reader at a time, by one thread at a time, as a JLine reader is. What cannot be
 * observed this way: redraws that a command makes in its own midst (their flushes are), and
 * commands called by their built-in name.
 *
 * <p>The wrapped terminal is a proxy of its interfaces: JLine's {@code Status} line, which asks for
 * its class, is not available through it.
 */
public final class JLineInstrumentation {

  /** A part of the reader that is replaced by a measured one of the same interface. */
  public enum Part {
    COMPLETER,
    HIGHLIGHTER,
    PARSER,
    HISTORY
  }

  private final EditorRecorder recorder;
  private final Monitor monitor;
  private final KeystrokeTracker keystrokes;
  private final ScreenSize size = new ScreenSize();
  private boolean unobserved;

  private JLineInstrumentation(EditorRecorder recorder) {
    this.recorder = recorder;
    monitor = recorder.monitor();
    keystrokes = monitor.trackKeystrokes();
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
    try {
      return MeasuredTerminal.wrap(terminal, keystrokes, size);
    } catch (IllegalArgumentException | LinkageError e) {
      monitor.countFailure();
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
    return keystrokes.quietly(requireNonNull(work, "work"));
  }

  /** Returns a matcher that does the same as another and is measured, for the reader's builder. */
  public CompletionMatcher matcher(CompletionMatcher matcher) {
    return new MeasuredCompletionMatcher(requireNonNull(matcher, "matcher"), monitor);
  }

  /**
   * Observes a reader on the wrapped terminal, with all its parts.
   *
   * @return the same reader
   */
  public LineReader reader(LineReader reader) {
    return reader(reader, EnumSet.allOf(Part.class));
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
    requireNonNull(reader, "reader");
    requireNonNull(parts, "parts");
    var terminal = MeasuredTerminal.of(reader.getTerminal(), keystrokes);
    if (terminal.isEmpty()) {
      if (unobserved) {
        return reader;
      }
      throw new IllegalArgumentException(
          "the reader's terminal was not made by terminal(…) of this instrumentation");
    }
    var widgets = new WidgetInstrumentation(reader, keystrokes);
    widgets.install();
    terminal.get().beforeLine(() -> reinstall(widgets));
    if (reader instanceof LineReaderImpl impl) {
      parts.forEach(part -> replace(impl, part));
    }
    recorder.addSession(
        new ReaderSession(
            new WeakReference<>(reader), reader.getTerminal().getType(), keystrokes, size));
    return reader;
  }

  private void reinstall(WidgetInstrumentation widgets) {
    try {
      widgets.install();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  private void replace(LineReaderImpl reader, Part part) {
    switch (part) {
      case COMPLETER -> {
        if (reader.getCompleter() != null) {
          reader.setCompleter(new MeasuredCompleter(reader.getCompleter(), monitor));
        }
      }
      case HIGHLIGHTER -> {
        if (reader.getHighlighter() != null) {
          reader.setHighlighter(new MeasuredHighlighter(reader.getHighlighter(), monitor));
        }
      }
      case PARSER -> {
        if (reader.getParser() != null) {
          reader.setParser(new MeasuredParser(reader.getParser(), monitor));
        }
      }
      case HISTORY -> {
        if (reader.getHistory() != null) {
          reader.setHistory(new MeasuredHistory(reader.getHistory(), monitor));
        }
      }
    }
  }

  /** What the reader and its terminal tell of themselves, for as long as there is the reader. */
  private record ReaderSession(
      WeakReference<LineReader> reader,
      String terminal,
      KeystrokeTracker keystrokes,
      ScreenSize size)
      implements Session {

    private static final String EDITOR = "JLine " + JLineVersion.get();

    @Override
    public boolean isOver() {
      return reader.refersTo(null);
    }

    @Override
    public Status status() {
      return new Status(
          EDITOR,
          terminal,
          size.columns(),
          size.rows(),
          keystrokes.lines(),
          keystrokes.keystrokes());
    }
  }
}
