// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.line.SlowCompleter;
import org.lusush.lle.examples.shell.line.Suggester;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.jline.JLineInstrumentation;
import org.lusush.lle.recorder.tuning.TuningSettings;

/** A shell that is observed by a recorder: all that a shell has to do for it. */
final class Flight implements Instrumentation {

  private static final String NAME = "lle-shell";

  private final EditorRecorder recorder;
  private final int smallCaches;
  private final int slowMillis;
  private final JLineInstrumentation jline;
  private final LineBuilders lineBuilders;

  private Flight(EditorRecorder recorder, int smallCaches, int slowMillis) {
    this.recorder = recorder;
    this.smallCaches = smallCaches;
    this.slowMillis = slowMillis;
    jline = JLineInstrumentation.of(recorder);
    lineBuilders = new LineBuilders(recorder);
    recorder.beforeWaking(lineBuilders);
  }

  /** Starts to observe this process. */
  static Flight start() {
    return new Flight(EditorRecorder.start(NAME), 0, 0);
  }

  /** Starts to observe this process, with what the options want slow or small. */
  static Flight start(Options options) {
    var recorder =
        options.smallCaches() > 0
            ? EditorRecorder.start(RecorderConfig.of(NAME).withTuning(Impatience.SETTINGS))
            : EditorRecorder.start(NAME);
    return new Flight(recorder, options.smallCaches(), options.slowCompleter());
  }

  @Override
  public Completer completer(Completer completer) {
    return slowMillis > 0 ? new SlowCompleter(completer, Duration.ofMillis(slowMillis)) : completer;
  }

  @Override
  public Terminal terminal(Terminal terminal) {
    return jline.terminal(terminal);
  }

  @Override
  public LineReader reader(LineReader reader) {
    if (reader instanceof LineReaderImpl impl) {
      impl.setCompletionMatcher(jline.matcher(new CompletionMatcherImpl()));
    }
    return jline.reader(reader);
  }

  @Override
  public DirectoryScanner scanner(DirectoryScanner scanner) {
    return new MeasuredScanner(scanner, recorder);
  }

  @Override
  public Suggester suggester(Suggester suggester) {
    return new MeasuredSuggester(suggester, recorder);
  }

  @Override
  public <T> T customization(String name, Supplier<T> work) {
    if (recorder.monitorIfAwake() == null) {
      return work.get(); // and no class of a measurement is loaded for nothing
    }
    try (var measurement =
        recorder
            .measure(OperationType.CUSTOM, Component.CUSTOMIZATION, name)
            .result(Result.ERROR)) {
      T outcome = work.get();
      measurement.result(Result.SUCCESS);
      return outcome;
    }
  }

  @Override
  public <K, V> Memo<K, V> memo(String name, long maximumEntries) {
    var memo = new CacheMemo<K, V>(recorder, name, maximumEntries, smallCaches);
    recorder.beforeWaking(memo);
    return memo;
  }

  @Override
  public String secret(Supplier<String> reading) {
    return jline.quietly(reading);
  }

  @Override
  public <T> T withLineBuilder(Function<AttributedStringBuilder, T> work) {
    return lineBuilders.with(work);
  }

  /** A class of its own, which only a demonstration loads. */
  private static final class Impatience {
    static final TuningSettings SETTINGS =
        new TuningSettings(
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            3,
            100,
            2.33);
  }
}
