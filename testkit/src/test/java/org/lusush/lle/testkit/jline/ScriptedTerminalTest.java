// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.jline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.testkit.Key;
import org.lusush.lle.testkit.Script;

@Timeout(60)
final class ScriptedTerminalTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void readLine_onTheThreadThatGaveTheScript_readsWhatIsTyped() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      var reader = reader(terminal);
      var before = Thread.getAllStackTraces().keySet();

      terminal.type(
          Script.of().text("é漢😀 two").key(Key.LEFT).text("!").enter().text("three").enter());

      assertThat(reader.readLine("> ")).isEqualTo("é漢😀 tw!o");
      assertThat(reader.readLine("> ")).isEqualTo("three");
      assertThat(terminal.typed()).hasSize(7 + 3 + 6);
      assertThat(before).containsAll(Thread.getAllStackTraces().keySet());
    }
  }

  @Test
  void type_cursorKeys_areSentAsTheEditorWantsThem() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      var jline = terminal.terminal();

      terminal.type(Script.of().key(Key.UP));
      assertThat(read(terminal, 3)).isEqualTo("\u001b[A");
      jline.puts(Capability.keypad_xmit);
      jline.flush();
      terminal.type(Script.of().key(Key.UP));
      assertThat(read(terminal, 3)).isEqualTo("\u001bOA");
      jline.puts(Capability.keypad_local);
      jline.flush();
      terminal.type(Script.of().key(Key.UP));
      assertThat(read(terminal, 3)).isEqualTo("\u001b[A");
    }
  }

  @Test
  void type_pasteLargerThanThePipe_arrivesWhole() throws Exception {
    var text = "0123456789 漢 ".repeat(500);
    try (var terminal = ScriptedTerminal.open()) {
      terminal.type(Script.of().paste(text).text("end").enter());

      assertThat(reader(terminal).readLine("> ")).isEqualTo(text + "end");
      assertThat(terminal.typed()).hasSize(5);
    }
  }

  @Test
  void type_atAPace_takesTheTimeOfAllItsKeysAndPauses() throws Exception {
    var script = Script.of().text("abcd").pause(Duration.ofMillis(100)).enter();
    try (var terminal = ScriptedTerminal.open()) {
      var reader = reader(terminal);
      terminal.type(script, Duration.ofMillis(50));
      long start = System.nanoTime();

      assertThat(reader.readLine("> ")).isEqualTo("abcd");

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(5 * 50 + 100));
    }
  }

  @Test
  void read_withATimeoutBeforeTheNextKey_expires() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      terminal.type(Script.of().pause(Duration.ofMillis(300)).text("a"));

      assertThat(terminal.terminal().reader().read(20)).isEqualTo(-2);
      assertThat(terminal.terminal().reader().peek(20_000)).isEqualTo('a');
      assertThat(terminal.terminal().reader().read(20_000)).isEqualTo('a');
    }
  }

  @Test
  void readLine_nothingLeftToType_endsAfterThePatience() throws Exception {
    try (var terminal = impatient(Duration.ofMillis(300))) {
      terminal.type(Script.of().text("half a line"));

      assertThatExceptionOfType(EndOfFileException.class)
          .isThrownBy(() -> reader(terminal).readLine("> "));
      assertThat(terminal.typed()).hasSize(11);
    }
  }

  @Test
  void type_expectedTextThatNeverComes_saysWhatCameInstead() throws Exception {
    try (var terminal = impatient(Duration.ofMillis(300))) {
      terminal.type(Script.of().text("ab").expect("the prompt").text("never typed"));

      assertThatExceptionOfType(IOError.class)
          .isThrownBy(() -> reader(terminal).readLine("sql> "))
          .havingCause()
          .withMessageContaining("waited PT0.3S for \"the prompt\"")
          .withMessageContaining("b");
      assertThat(terminal.typed()).hasSize(2);
    }
  }

  @Test
  void awaitTyped_nobodyReads_saysWhatIsLeft() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      terminal.type(Script.of().text("ab"));

      assertThatIOException()
          .isThrownBy(() -> terminal.awaitTyped(Duration.ofMillis(50)))
          .withMessageContaining("left are 2 steps")
          .withMessageContaining("character \"a\"");
    }
  }

  @Test
  void control_c_interruptsTheLine() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      terminal.type(Script.of().text("ab").pause(Duration.ofMillis(20)).control('c'));

      assertThatExceptionOfType(UserInterruptException.class)
          .isThrownBy(() -> reader(terminal).readLine("> "));
    }
  }

  @Test
  void resize_whileALineIsRead_isSeenAndDrawn() throws Exception {
    try (var terminal = ScriptedTerminal.open()) {
      var reader = reader(terminal);
      var line = CompletableFuture.supplyAsync(() -> reader.readLine("sql> "));
      terminal.await("sql> ", 0, LONG);
      terminal.type(Script.of().text("x"));
      terminal.await("x", 0, LONG); // else it is drawn while the new size is
      int from = terminal.screen().length();

      terminal.resize(40, 10);

      terminal.await("sql> ", from, LONG);
      assertThat(terminal.terminal().getWidth()).isEqualTo(40);
      terminal.type(Script.of().enter());
      assertThat(line.get(30, TimeUnit.SECONDS)).isEqualTo("x");
    }
  }

  @Test
  void close_whileALineIsRead_endsIt() throws Exception {
    var terminal = ScriptedTerminal.open();
    var reader = reader(terminal);
    var line = CompletableFuture.supplyAsync(() -> reader.readLine("sql> "));
    terminal.await("sql> ", 0, LONG);

    terminal.close();

    assertThat(line.handle((read, e) -> e.getCause()).get(30, TimeUnit.SECONDS))
        .isInstanceOf(EndOfFileException.class);
  }

  private static ScriptedTerminal impatient(Duration patience) throws Exception {
    return ScriptedTerminal.open(ScriptedTerminal.Settings.defaults().withPatience(patience));
  }

  private static LineReader reader(ScriptedTerminal terminal) {
    return LineReaderBuilder.builder().terminal(terminal.terminal()).build();
  }

  private static String read(ScriptedTerminal terminal, int count) throws Exception {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) terminal.terminal().reader().read(20_000));
    }
    return text.toString();
  }
}
