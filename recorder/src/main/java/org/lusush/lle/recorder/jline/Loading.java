// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.lusush.lle.recorder.EditorRecorder;

/**
 * Loads classes on the recorder's thread that the shell's thread would otherwise wait for: the
 * largest while the shell starts, and those of the first key before it comes.
 *
 * <p>No more than that while the shell starts: where two processors have the JVM's compilers to
 * run, too, whatever is done beside the shell's thread is paid for by it in part.
 */
final class Loading implements Runnable {

  private final EditorRecorder recorder;

  Loading(EditorRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void run() {
    try {
      if (!MeasuredTerminal.isPlain()) {
        new MeasuredTerminal.Making().make();
      }
      initialize(List.of(LineReaderImpl.class));
    } catch (LinkageError e) {
      // Then the shell's thread loads what it needs, and tells what it lacks.
      System.getLogger(Loading.class.getName())
          .log(System.Logger.Level.DEBUG, "not all classes of the terminal yet", e);
    }
    recorder.beforeWaking(new OfFirstKey());
  }

  private static void initialize(List<Class<?>> types) {
    var lookup = MethodHandles.lookup();
    try {
      for (var type : types) {
        lookup.ensureInitialized(type);
      }
    } catch (IllegalAccessException e) {
      throw new LinkageError("of the same package, or public", e);
    }
  }

  private static final class OfFirstKey implements Runnable {
    @Override
    public void run() {
      initialize(
          List.of(
              ReaderInstrumentation.class,
              ReaderInstrumentation.ReaderSession.class,
              WidgetInstrumentation.class,
              WidgetInstrumentation.LineStart.class,
              WidgetInstrumentation.MeasuredWidget.class,
              WidgetTypes.class,
              MeasuredCompleter.class,
              MeasuredHighlighter.class,
              MeasuredParser.class,
              MeasuredHistory.class,
              Names.class));
    }
  }
}
