// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/** Puts a measured widget in the place of every widget of a reader, those that come later too. */
final class WidgetInstrumentation {

  private final LineReader reader;
  private final KeystrokeTracker keystrokes;

  WidgetInstrumentation(LineReader reader, KeystrokeTracker keystrokes) {
    this.reader = reader;
    this.keystrokes = keystrokes;
  }

  void install() {
    var widgets = reader.getWidgets();
    var init = widgets.get(LineReader.CALLBACK_INIT);
    widgets.put(LineReader.CALLBACK_INIT, new LineStart(init == null ? () -> true : init));
    replaceAll();
  }

  private void replaceAll() {
    reader.getWidgets().replaceAll(this::measured);
  }

  private Widget measured(String name, Widget widget) {
    return widget instanceof Measured || name.startsWith("callback-")
        ? widget
        : new MeasuredWidget(widget, WidgetTypes.of(name), name);
  }

  /** A widget that this class made. */
  private interface Measured extends Widget {}

  /** Runs at the start of each line, before the prompt is painted. */
  private final class LineStart implements Measured {
    private final Widget widget;

    LineStart(Widget widget) {
      this.widget = widget;
    }

    @Override
    public boolean apply() {
      keystrokes.lineStarted(() -> reader.getBuffer().length());
      replaceAll();
      return widget.apply();
    }
  }

  /** A widget that does the same as another and is measured. */
  private final class MeasuredWidget implements Measured {
    private final Widget widget;
    private final OperationType type;
    private final String name;

    MeasuredWidget(Widget widget, OperationType type, String name) {
      this.widget = widget;
      this.type = type;
      this.name = name;
    }

    @Override
    @SuppressWarnings("Finally")
    public boolean apply() {
      var measurement = keystrokes.commandStarted(type, name);
      var result = Result.ERROR;
      try {
        boolean done = widget.apply();
        result = done ? Result.SUCCESS : Result.WARNING;
        return done;
      } catch (UserInterruptException | EndOfFileException e) {
        result = Result.CANCELLED;
        throw e;
      } finally {
        keystrokes.commandEnded(measurement, result);
      }
    }

    @Override
    public String toString() {
      return widget.toString();
    }
  }
}
