// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedString;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.examples.shell.Instrumentation;
import org.lusush.lle.examples.shell.Shell;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.Streams;
import org.lusush.lle.examples.shell.line.Suggester;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.jline.JLineInstrumentation;

/**
 * The example shell in this JVM, on a terminal in memory, with parts that keep busy: each for times
 * of its own, from a tenth of a millisecond to some milliseconds, the same in every session.
 */
final class BusyShell implements Instrumentation {

  /** Lines and what edits them, all typed ahead; with all rounds some 480 keys. */
  private static final List<String> LINES =
      List.of(
          "echo \"three words here\"\r",
          "ec\u001bOC\r",
          "ehco\u007f\u007f\u007fcho one\r",
          "cd no\t\r",
          "cd ..\r",
          "\u001bOA\u001bOA\r",
          "\u0012words\r\r",
          "which ls\u001bOD\u001bOD\u0005\r");

  private static final int ROUNDS = 6;
  private static final String END = "exit\r";

  private final EditorRecorder recorder;
  private final JLineInstrumentation jline;
  private final Random random = new Random(20_250_107);

  private BusyShell(EditorRecorder recorder) {
    this.recorder = recorder;
    jline = JLineInstrumentation.of(recorder);
  }

  /** Runs a whole session, observed by a recorder. */
  static void run(EditorRecorder recorder, Path home) throws IOException {
    var screen = new ByteArrayOutputStream();
    var state = new ShellState(Map.of("HOME", home.toString(), "PATH", ""), home);
    var settings =
        new Shell.Settings(home.resolve("history"), null, false, Streams.copiedTo(screen));
    try (var terminal =
        new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(100, 30));
      var keys = String.join("", LINES).repeat(ROUNDS) + END;
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      Shell.open(terminal, state, settings, new BusyShell(recorder)).run();
    }
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("three words here\n");
  }

  @Override
  public Terminal terminal(Terminal terminal) {
    return jline.terminal(terminal);
  }

  @Override
  public LineReader reader(LineReader reader) {
    return jline.reader(reader);
  }

  @Override
  public Highlighter highlighter(Highlighter highlighter) {
    return new Highlighter() {
      @Override
      public AttributedString highlight(LineReader reader, String buffer) {
        work(OperationType.CUSTOM, Component.SYNTAX, "words", 120);
        spin(350);
        return highlighter.highlight(reader, buffer);
      }
    };
  }

  @Override
  public Suggester suggester(Suggester suggester) {
    return text -> {
      try (var measurement = recorder.measure(OperationType.AUTOSUGGESTION, "history")) {
        work(OperationType.CUSTOM, Component.AUTOSUGGESTION, "words", 180);
        work(OperationType.CACHE_LOOKUP, Component.AUTOSUGGESTION, "lines", 60);
        spin(800);
        measurement.result(text.endsWith("o") ? Result.ERROR : Result.SUCCESS);
        return suggester.suggest(text);
      }
    };
  }

  @Override
  public Completer completer(Completer completer) {
    return new Completer() {
      @Override
      public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        work(OperationType.CUSTOM, Component.COMPLETION, "scan", 2_500);
        spin(900);
        completer.complete(reader, line, candidates);
      }
    };
  }

  @Override
  public <T> T customization(String name, Supplier<T> work) {
    try (var measurement = recorder.measure(OperationType.CUSTOM, Component.CUSTOMIZATION, name)) {
      spin(1_500);
      return work.get();
    }
  }

  private void work(OperationType type, Component component, String name, int micros) {
    try (var measurement = recorder.measure(type, component, name)) {
      spin(micros);
      measurement.result(random.nextInt(20) == 0 ? Result.TIMEOUT : Result.SUCCESS);
    }
  }

  /** Keeps busy for about so long, at times much longer. */
  private void spin(int micros) {
    spinFor(Math.round(1_000.0 * micros * Math.exp(0.5 * random.nextGaussian())));
  }

  /** Keeps the processor busy for so long. */
  static void spinFor(long nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
