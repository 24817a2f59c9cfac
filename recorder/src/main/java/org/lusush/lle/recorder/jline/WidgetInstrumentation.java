// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOError;
import java.io.InterruptedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/** Puts a measured widget in the place of every widget of a reader, those that come later too. */
final class WidgetInstrumentation {

  private static final int DELETE = 127;

  private final LineReader reader;
  private final KeystrokeTracker keystrokes;

  WidgetInstrumentation(LineReader reader, KeystrokeTracker keystrokes) {
    this.reader = reader;
    this.keystrokes = keystrokes;
  }

  /** Replaces what is not replaced yet. Called before each line, since a shell may bind anew. */
  void install() {
    var widgets = reader.getWidgets();
    var init = widgets.get(LineReader.CALLBACK_INIT);
    if (!(init instanceof LineStart ours && ours.isOf(this))) {
      widgets.put(LineReader.CALLBACK_INIT, new LineStart(plain(init == null ? () -> true : init)));
    }
    widgets.replaceAll(this::measured);
  }

  private Widget measured(String name, Widget widget) {
    if (name.startsWith("callback-") || (widget instanceof Measured ours && ours.isOf(this))) {
      return widget;
    }
    return new MeasuredWidget(plain(widget), WidgetTypes.of(name), name);
  }

  /** Returns a widget without the measurement of an earlier instrumentation. */
  private static Widget plain(Widget widget) {
    return widget instanceof Measured measured ? measured.widget() : widget;
  }

  /**
   * Returns the name that a command is recorded by. A command of the shell's own that is bound to
   * one character may be named after it, and is not named.
   */
  private String recordedName(String name, boolean isBuiltIn) {
    if (isBuiltIn) {
      return WidgetTypes.recordedName(name);
    }
    var key = reader.getLastBinding();
    boolean isCharacter =
        key != null
            && key.codePointCount(0, key.length()) == 1
            && key.codePointAt(0) >= ' '
            && key.codePointAt(0) != DELETE;
    return isCharacter ? WidgetTypes.SHELLS_OWN : name;
  }

  /** A widget that this class made. */
  private abstract static class Measured implements Widget {
    private final WidgetInstrumentation owner;
    private final Widget widget;

    Measured(WidgetInstrumentation owner, Widget widget) {
      this.owner = owner;
      this.widget = widget;
    }

    boolean isOf(WidgetInstrumentation other) {
      return owner == other;
    }

    Widget widget() {
      return widget;
    }

    @Override
    public String toString() {
      return widget.toString();
    }
  }

  /** Runs at the start of each line, before the prompt is painted. */
  final class LineStart extends Measured {
    LineStart(Widget widget) {
      super(WidgetInstrumentation.this, widget);
    }

    @Override
    public boolean apply() {
      keystrokes.lineStarted(() -> reader.getBuffer().length());
      return widget().apply();
    }
  }

  /** A widget that does the same as another and is measured. */
  final class MeasuredWidget extends Measured {
    private final OperationType type;
    private final String name;
    private final boolean builtIn;

    MeasuredWidget(Widget widget, OperationType type, String name) {
      super(WidgetInstrumentation.this, widget);
      this.type = type;
      this.name = name;
      builtIn = reader.getBuiltinWidgets().containsKey(name);
    }

    @Override
    public boolean apply() {
      var recorded = recordedName(name, builtIn);
      var measurement =
          builtIn
              ? keystrokes.commandStarted(type, recorded)
              : keystrokes.commandStarted(OperationType.CUSTOM, Component.CUSTOMIZATION, recorded);
      var result = Result.ERROR;
      try {
        boolean done = widget().apply();
        result = done ? Result.SUCCESS : Result.WARNING;
        return done;
      } catch (UserInterruptException | EndOfFileException e) {
        result = Result.CANCELLED;
        throw e;
      } catch (IOError e) {
        // So does JLine say that Ctrl-C came while a command read.
        result = e.getCause() instanceof InterruptedIOException ? Result.CANCELLED : Result.ERROR;
        throw e;
      } finally {
        keystrokes.commandEnded(measurement, result);
      }
    }
  }
}
