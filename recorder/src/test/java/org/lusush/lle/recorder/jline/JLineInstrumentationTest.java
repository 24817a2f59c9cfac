// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jdk.jfr.consumer.RecordedEvent;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.completer.StringsCompleter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.Session;

/** A real JLine reader that is typed on, and what a real recording says of it. */
final class JLineInstrumentationTest {

  private final EditorRecorder recorder = AwakeRecorder.start();

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void typedLine_plainKeys_areAsManyKeystrokesAsWereTyped() throws Exception {
    var text = "select 1 from dual";

    var events = recorded(UnaryOperator.identity(), line -> line.type(text + "\r"));

    var keystrokes = of(events, "lle.Keystroke");
    assertThat(keystrokes).hasSize(text.length() + 1);
    assertThat(keystrokes)
        .extracting(event -> event.getString("widget"))
        .startsWith("self-insert")
        .endsWith("accept-line")
        .containsOnlyOnce("accept-line");
    assertThat(keystrokes)
        .extracting(event -> event.getInt("bufferLength"))
        .startsWith(1, 2, 3)
        .endsWith(text.length(), text.length());
    assertThat(keystrokes)
        .extracting(event -> event.getLong("keystrokeId"))
        .doesNotHaveDuplicates();
    assertThat(keystrokes)
        .allSatisfy(
            event ->
                assertThat(event.getDuration("cpuTime").toNanos())
                    .isBetween(1L, event.getDuration().toNanos()));
    assertThat(recorder.snapshot().failures()).isZero();
    assertThat(recorder.snapshot().dropped()).isZero();
  }

  @Test
  void typedLine_everyStage_isAnOperationOfItsKeystroke() throws Exception {
    var jline = JLineInstrumentation.of(recorder);

    var events =
        recorded(
            builder ->
                builder
                    .completer(new StringsCompleter("select", "selectable"))
                    .completionMatcher(jline.matcher(new CompletionMatcherImpl())),
            line -> {
              line.type("warm upp\u007f\r");
              line.type("sel\tx\u001bOA\u001bOB\r");
            });

    assertThat(of(events, "lle.Operation"))
        .extracting(event -> event.getString("operation"))
        .contains(
            "terminal input",
            "terminal output",
            "buffer insert",
            "buffer delete",
            "event processing",
            "event dispatch",
            "display render",
            "display update",
            "history search",
            "history add",
            "completion search",
            "completion generate",
            "syntax highlight",
            "custom");
    var tab = keystroke(events, "expand-or-complete");
    assertThat(of(events, "lle.Operation"))
        .filteredOn(event -> event.getLong("keystrokeId") == tab.getLong("keystrokeId"))
        .extracting(event -> event.getString("name"))
        .contains("expand-or-complete", "StringsCompleter", "CompletionMatcherImpl", "parse");
  }

  @Test
  void typedLine_partsOfAKeystroke_addUpToItsDuration() throws Exception {
    var events = recorded(UnaryOperator.identity(), line -> line.type("abcdefghijklmnop\r"));

    assertThat(of(events, "lle.Keystroke"))
        .allSatisfy(
            event -> {
              long parts =
                  event.getLong("inputTime")
                      + event.getLong("editTime")
                      + event.getLong("paintTime");
              long whole = event.getDuration().toNanos();
              assertThat(parts).isBetween((long) (whole * 0.7), (long) (whole * 1.3) + 100_000);
            });
  }

  @Test
  void typedLine_completerThatThrows_isAnErrorAndTheLineGoesOn() throws Exception {
    var typed = new String[1];

    var events =
        recorded(
            builder ->
                builder.completer(
                    (reader, parsed, candidates) -> {
                      throw new IllegalStateException("no database");
                    }),
            line -> typed[0] = line.type("sel\tect\r"));

    assertThat(typed[0]).isEqualTo("select");
    assertThat(of(events, "lle.Operation"))
        .filteredOn(event -> event.getString("operation").equals("completion generate"))
        .extracting(event -> event.getString("result"))
        .containsExactly("error");
  }

  @Test
  void typedLine_widgetBoundLater_isMeasuredFromTheNextLineOn() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(),
            line -> {
              line.reader
                  .getWidgets()
                  .put(
                      "shout",
                      () -> {
                        line.reader.getBuffer().write("!");
                        return true;
                      });
              line.reader
                  .getKeyMaps()
                  .get(LineReader.MAIN)
                  .bind(new Reference("shout"), KeyMap.ctrl('G'));
              assertThat(line.type("hey\u0007\r")).isEqualTo("hey!");
            });

    assertThat(keystroke(events, "shout").getString("kind")).isEqualTo("control");
  }

  @Test
  void typedLine_endOfFile_isAKeystrokeWithoutACommand() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(),
            line -> assertThat(line.type("\u0004")).isEqualTo("end of file"));

    assertThat(of(events, "lle.Keystroke"))
        .hasSize(1)
        .allSatisfy(event -> assertThat(event.getString("widget")).isEmpty());
  }

  @Test
  void typedLine_bracketedPaste_isOneKeystroke() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(), line -> line.type("\u001b[200~one two three\u001b[201~\r"));

    var paste = keystroke(events, "begin-paste");
    assertThat(paste.getString("kind")).isEqualTo("paste");
    assertThat(paste.getInt("characters")).isGreaterThan("one two three".length());
  }

  /** Of a paste that ends anywhere in one of the pieces that JLine reads it in. */
  @ParameterizedTest
  @ValueSource(ints = {1, 50, 53, 55, 57, 58, 59, 64, 120, 200})
  void typedLine_keysTypedAheadAfterAPaste_areKeystrokesOfTheirOwn(int length) throws Exception {
    var pasted = "p".repeat(length);

    var events =
        recorded(
            UnaryOperator.identity(),
            line ->
                assertThat(line.type("\u001b[200~" + pasted + "\u001b[201~ab\r"))
                    .isEqualTo(pasted + "ab"));

    assertThat(of(events, "lle.Keystroke"))
        .extracting(event -> event.getString("kind"))
        .containsExactly("paste", "character", "character", "control");
  }

  @Test
  void typedLine_sameResultAsWithoutUs_toTheByteOnTheScreen() throws Exception {
    var keys =
        List.of(
            "plain\r",
            "a b\u001bOD\u001bODx\r",
            "\u0012pl\r",
            "\u001b[200~p q\u001b[201~x\u001bOD!\r");

    try (var observed = new TypedLine(recorder, UnaryOperator.identity());
        var plain = new TypedLine()) {
      for (var line : keys) {
        assertThat(observed.type(line)).isEqualTo(plain.type(line));
      }
      assertThat(observed.screen.toString(StandardCharsets.UTF_8))
          .isEqualTo(plain.screen.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void typedSecret_maskedOrNot_isNowhereInTheRecording() throws Exception {
    var secret = "hunter2-Zq9";

    var events =
        recorded(
            builder ->
                builder.completer((reader, parsed, out) -> out.add(new Candidate("candidate"))),
            line -> {
              line.type("login " + secret + "\t\r");
              line.plain.processInputBytes((secret + "\r").getBytes(StandardCharsets.UTF_8));
              assertThat(line.reader.readLine("Password: ", '*')).isEqualTo(secret);
            });

    assertThat(events).isNotEmpty().noneMatch(event -> event.toString().contains(secret));
    assertThat(recorder.snapshot().toString()).doesNotContain(secret);
  }

  @Test
  void typedSecret_charactersWithCommandsOfTheirOwn_areNotTold() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(),
            line -> {
              line.reader.getWidgets().put("quote", () -> true);
              line.reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference("quote"), "'");
              line.plain.processInputBytes("a)b}c]'\r".getBytes(StandardCharsets.UTF_8));
              assertThat(line.reader.readLine("Password: ", '*')).isEqualTo("a)b}c]");
            });

    assertThat(of(events, "lle.Keystroke"))
        .extracting(event -> event.getString("widget"))
        .containsOnly("self-insert", "of the shell's own", "accept-line");
    assertThat(events)
        .noneMatch(event -> event.toString().contains("close"))
        .noneMatch(event -> event.toString().contains("quote"));
  }

  @Test
  void quietly_aSecret_leavesNoTrace() throws Exception {
    var jline = JLineInstrumentation.of(recorder);
    var events =
        Recorded.during(
            () -> {
              try (var line = new TypedLine(jline)) {
                line.plain.processInputBytes("hunter2\r".getBytes(StandardCharsets.UTF_8));
                assertThat(jline.quietly(() -> line.reader.readLine("Password: ", '*')))
                    .isEqualTo("hunter2");
              }
            });

    assertThat(of(events, "lle.Keystroke")).isEmpty();
    assertThat(of(events, "lle.Operation")).isEmpty();
  }

  @Test
  void typedLine_interruptedInsideACommand_isCancelledAndNoError() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(),
            line -> {
              var reader = Thread.currentThread();
              var interrupter =
                  new Thread(
                      () -> {
                        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                        while (recorder.snapshot().keystrokes().completed() < 3
                            && System.nanoTime() < deadline) {
                          Thread.onSpinWait();
                        }
                        reader.interrupt();
                      });
              interrupter.start();
              assertThat(line.type("\u0012he")).isEqualTo("interrupted");
              interrupter.join();
            });

    assertThat(of(events, "lle.Operation"))
        .extracting(event -> event.getString("result"))
        .doesNotContain("error");
  }

  @Test
  void typedLine_attributesSetInItsMidst_goesOnBeingObserved() throws Exception {
    var events =
        recorded(
            UnaryOperator.identity(),
            line -> {
              line.reader
                  .getWidgets()
                  .put(
                      "pager",
                      () -> {
                        var terminal = line.reader.getTerminal();
                        terminal.setAttributes(terminal.enterRawMode());
                        return true;
                      });
              line.reader
                  .getKeyMaps()
                  .get(LineReader.MAIN)
                  .bind(new Reference("pager"), KeyMap.ctrl('G'));
              line.type("ab\u0007cd\r");
            });

    assertThat(of(events, "lle.Keystroke")).hasSize(6);
  }

  @Test
  void typedLine_shellTakesTheInitCallback_isObservedAndTheCallbackRuns() throws Exception {
    var calls = new int[1];

    var events =
        recorded(
            UnaryOperator.identity(),
            line -> {
              line.reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> ++calls[0] > 0);
              line.type("ab\r");
              line.type("cd\r");
            });

    assertThat(calls[0]).isEqualTo(2);
    assertThat(of(events, "lle.Keystroke")).hasSize(6);
  }

  @Test
  void reader_onATerminalThatIsNotWrapped_isRefused() throws Exception {
    try (var line = new TypedLine()) {
      var jline = JLineInstrumentation.of(recorder);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> jline.reader(line.reader))
          .withMessageContaining("was not made by terminal");
    }
  }

  @Test
  void build_onATerminalOfTheShells_observesEveryKeystroke() throws Exception {
    try (var line = new TypedLine()) {
      var reader =
          JLineInstrumentation.build(
              recorder, line.plain, builder -> builder.completer(new StringsCompleter("selected")));

      var events =
          Recorded.during(
              () -> {
                line.plain.processInputBytes("sel\t;\r".getBytes(StandardCharsets.UTF_8));
                assertThat(reader.readLine("> ")).isEqualTo("selected ;");
              });

      assertThat(of(events, "lle.Keystroke")).hasSize(6);
      assertThat(of(events, "lle.Operation"))
          .extracting(event -> event.getString("operation"))
          .contains("completion generate");
    }
  }

  @Test
  void build_withABuilderOfTheShells_observesEveryKeystroke() throws Exception {
    try (var line = new TypedLine();
        var other = new TypedLine()) {
      var builder =
          LineReaderBuilder.builder()
              .terminal(other.plain)
              .completer(new StringsCompleter("selected"));
      var reader = JLineInstrumentation.build(recorder, line.plain, builder);

      var events =
          Recorded.during(
              () -> {
                line.plain.processInputBytes("sel\t;\r".getBytes(StandardCharsets.UTF_8));
                assertThat(reader.readLine("> ")).isEqualTo("selected ;");
              });

      assertThat(of(events, "lle.Keystroke")).hasSize(6);
    }
  }

  @Test
  void build_secretReadQuietlyByTheRecorder_leavesNoTrace() throws Exception {
    try (var line = new TypedLine()) {
      var reader = JLineInstrumentation.build(recorder, line.plain, builder -> {});

      var events =
          Recorded.during(
              () -> {
                line.plain.processInputBytes("hunter2\rab\r".getBytes(StandardCharsets.UTF_8));
                assertThat(recorder.quietly(() -> reader.readLine("Password: ", '*')))
                    .isEqualTo("hunter2");
                assertThat(reader.readLine("> ")).isEqualTo("ab");
              });

      assertThat(of(events, "lle.Keystroke")).hasSize(3);
    }
  }

  @Test
  void build_withAnotherTerminal_isRefused() throws Exception {
    try (var line = new TypedLine();
        var other = new TypedLine()) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  JLineInstrumentation.build(
                      recorder, line.plain, builder -> builder.terminal(other.plain)))
          .withMessageContaining("was not made by terminal");
    }
  }

  @Test
  void attach_readerOfSomebodyElse_measuresItsPartsAndNoKeystrokes() throws Exception {
    try (var line = new TypedLine()) {
      ((LineReaderImpl) line.reader).setCompleter(new StringsCompleter("selected"));
      assertThat(JLineInstrumentation.attach(recorder, line.reader)).isSameAs(line.reader);
      JLineInstrumentation.attach(recorder, line.reader);

      var events = Recorded.during(() -> assertThat(line.type("sel\t;\r")).isEqualTo("selected ;"));

      assertThat(of(events, "lle.Keystroke")).isEmpty();
      assertThat(of(events, "lle.Operation"))
          .extracting(event -> event.getString("operation"), event -> event.getString("name"))
          .contains(
              tuple("completion generate", "StringsCompleter"),
              tuple("history add", "DefaultHistory"),
              tuple("custom", "parse"),
              tuple("syntax highlight", "DefaultHighlighter"));
      assertThat(of(events, "lle.Operation"))
          .extracting(event -> event.getString("operation"))
          .containsOnlyOnce("completion generate", "history add");
      assertThat(of(events, "lle.Operation"))
          .allSatisfy(event -> assertThat(event.getLong("keystrokeId")).isZero());
      assertThat(of(events, "lle.Session")).isNotEmpty();
      assertThat(recorder.snapshot().failures()).isZero();
    }
  }

  @Test
  void readers_closedAndForgotten_areNotKept() throws Exception {
    var readers = new ArrayList<WeakReference<LineReader>>();
    for (int i = 0; i < 5; i++) {
      try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
        line.type("typed\r");
        readers.add(new WeakReference<>(line.reader));
      }
    }

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (readers.stream().anyMatch(reader -> !reader.refersTo(null))) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      System.gc();
    }
  }

  @Test
  void sessionThatThrows_isCountedAndTheOthersAreWritten() throws Exception {
    recorder.addSession(
        new Session() {
          @Override
          public boolean isOver() {
            return false;
          }

          @Override
          public Status status() {
            throw new IllegalStateException("gone");
          }
        });

    var events = recorded(UnaryOperator.identity(), line -> line.type("abc\r"));

    assertThat(of(events, "lle.Session")).isNotEmpty();
    assertThat(recorder.snapshot().failures()).isPositive();
  }

  @Test
  void operations_selfTime_isNeverMoreThanTheirDuration() throws Exception {
    var events = recorded(UnaryOperator.identity(), line -> line.type("some words\r"));

    assertThat(of(events, "lle.Operation"))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.getLong("selfTime"))
                    .isLessThanOrEqualTo(event.getDuration().toNanos()));
  }

  @Test
  void statistics_atTheEndOfAShortRecording_areComplete() throws Exception {
    var events = recorded(UnaryOperator.identity(), line -> line.type("abc\r"));

    long operations =
        of(events, "lle.Operation").stream()
            .filter(event -> event.getString("operation").equals("buffer insert"))
            .count();
    var statistics =
        of(events, "lle.OperationStatistics").stream()
            .filter(event -> event.getString("operation").equals("buffer insert"))
            .toList();
    assertThat(statistics).isNotEmpty();
    assertThat(statistics.get(statistics.size() - 1).getLong("count")).isEqualTo(operations);
  }

  @Test
  void typedLine_withoutARecording_isInTheStatistics() throws Exception {
    try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
      line.type("abc\r");
    }

    assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(4);
    assertThat(recorder.snapshot().operations()).hasSizeGreaterThan(5);
    assertThat(recorder.snapshot().score().value()).isPresent();
  }

  @Test
  void recorderClosed_readerGoesOnUnobserved() throws Exception {
    try (var line = new TypedLine(recorder, UnaryOperator.identity())) {
      line.type("abc\r");
      recorder.close();

      assertThat(line.type("def\r")).isEqualTo("def");
    }
    assertThat(recorder.snapshot().keystrokes().completed()).isEqualTo(4);
  }

  @Test
  void session_inEveryRecording_namesTheEditorAndTheTerminal() throws Exception {
    var events = recorded(UnaryOperator.identity(), line -> line.type("abc\r"));

    var session = of(events, "lle.Session").get(of(events, "lle.Session").size() - 1);
    assertThat(session.getString("shell")).isEqualTo("test");
    assertThat(session.getString("editor")).isEqualTo("JLine 3.30.6");
    assertThat(session.getString("terminal")).isEqualTo("xterm");
    assertThat(session.getInt("columns")).isEqualTo(80);
    assertThat(session.getLong("lines")).isEqualTo(1);
    assertThat(session.getLong("keystrokes")).isEqualTo(4);
  }

  @Test
  void secondRecorder_whileOneRuns_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EditorRecorder.start(RecorderConfig.of("second")))
        .withMessageContaining("runs already in this process");
  }

  /** Work on a typed line that may fail. */
  @FunctionalInterface
  private interface Typing {
    void on(TypedLine line) throws Exception;
  }

  private List<RecordedEvent> recorded(UnaryOperator<LineReaderBuilder> setUp, Typing typing)
      throws Exception {
    try (var line = new TypedLine(recorder, setUp)) {
      return Recorded.during(() -> typing.on(line));
    }
  }

  private static List<RecordedEvent> of(List<RecordedEvent> events, String type) {
    return events.stream().filter(event -> event.getEventType().getName().equals(type)).toList();
  }

  private static RecordedEvent keystroke(List<RecordedEvent> events, String widget) {
    return of(events, "lle.Keystroke").stream()
        .filter(event -> event.getString("widget").equals(widget))
        .findFirst()
        .orElseThrow();
  }
}
