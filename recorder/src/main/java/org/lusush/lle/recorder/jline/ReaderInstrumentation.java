// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.lang.ref.WeakReference;
import java.util.Set;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Session;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;
import org.lusush.lle.recorder.monitor.Monitor;

/** What is observed of one reader beside its terminal. Used by the thread that reads. */
final class ReaderInstrumentation {

  private final EditorRecorder recorder;
  private final Monitor monitor;
  private final LineReader reader;
  private final ScreenSize size;
  private final KeystrokeTracker keystrokes;
  private final WidgetInstrumentation widgets;

  ReaderInstrumentation(
      EditorRecorder recorder, Monitor monitor, LineReader reader, ScreenSize size) {
    this.recorder = recorder;
    this.monitor = monitor;
    this.reader = reader;
    this.size = size;
    keystrokes = monitor.trackKeystrokes();
    widgets = new WidgetInstrumentation(reader, keystrokes);
  }

  KeystrokeTracker keystrokes() {
    return keystrokes;
  }

  /** Replaces the commands and parts of the reader by measured ones. */
  void install(Set<JLineInstrumentation.Part> parts) {
    widgets.install();
    installParts(parts);
  }

  /** Replaces parts of the reader by measured ones. */
  void installParts(Set<JLineInstrumentation.Part> parts) {
    if (reader instanceof LineReaderImpl impl) {
      parts.forEach(part -> replace(impl, part));
    }
    recorder.addSession(
        new ReaderSession(
            new WeakReference<>(reader), reader.getTerminal().getType(), keystrokes, size));
  }

  /** Replaces what a shell may have bound anew since the last line. */
  void renew() {
    try {
      widgets.install();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  /** Follows the line that is being read. */
  void join() {
    keystrokes.lineJoined(() -> reader.getBuffer().length());
  }

  private void replace(LineReaderImpl impl, JLineInstrumentation.Part part) {
    switch (part) {
      case COMPLETER -> {
        var completer = impl.getCompleter();
        if (completer != null
            && !(completer instanceof MeasuredCompleter ours && isOurs(ours.monitor()))) {
          impl.setCompleter(new MeasuredCompleter(completer, monitor));
        }
      }
      case HIGHLIGHTER -> {
        var highlighter = impl.getHighlighter();
        if (highlighter != null
            && !(highlighter instanceof MeasuredHighlighter ours && isOurs(ours.monitor()))) {
          impl.setHighlighter(new MeasuredHighlighter(highlighter, monitor));
        }
      }
      case PARSER -> {
        var parser = impl.getParser();
        if (parser != null && !(parser instanceof MeasuredParser ours && isOurs(ours.monitor()))) {
          impl.setParser(new MeasuredParser(parser, monitor));
        }
      }
      case HISTORY -> {
        var history = impl.getHistory();
        if (history != null
            && !(history instanceof MeasuredHistory ours && isOurs(ours.monitor()))) {
          impl.setHistory(new MeasuredHistory(history, monitor));
        }
      }
    }
  }

  /** Returns whether a part is measured already, which a second time would count twice. */
  private boolean isOurs(Monitor of) {
    return of == monitor;
  }

  /** What the reader and its terminal tell of themselves, for as long as there is the reader. */
  record ReaderSession(
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
