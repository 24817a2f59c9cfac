// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lusush.lle.agent.TestShell.ENTER;
import static org.lusush.lle.agent.TestShell.KEYS;
import static org.lusush.lle.agent.TestShell.LEFT;
import static org.lusush.lle.agent.TestShell.PASTE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.agent.shell.IsolatedShell;
import org.lusush.lle.agent.shell.MiniShell;

/** Shells that know nothing of us, on real pseudo-terminals, with the packed agent. */
final class AgentIT {

  @TempDir private Path home;

  static Stream<String> jlines() {
    return Stream.of("3.19.0", "3.21.0", "3.25.1", "3.30.6", "4.5.0");
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void premain_anyJLine_recordsEveryKeyOnce(String version) throws Exception {
    try (var shell = TestShell.jline(home, version, MiniShell.class, TestShell.AGENT)) {
      shell.awaitObserved();

      shell.press(KEYS);
      shell.await("said 10");
      var events = shell.dump();

      assertThat(shell.status()).contains("observes org.jline").doesNotContain("left as it was");
      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(KEYS.size());
      assertThat(widgets(events))
          .contains("self-insert", "begin-paste", "backward-char", "accept-line", "mini-greet");
      assertThat(operations(events))
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
      assertThat(last(events, "lle.Session").getString("editor")).isEqualTo("JLine " + version);
      assertThat(last(events, "lle.Session").getLong("failures")).isZero();
      assertThat(last(events, "lle.Session").getLong("dropped")).isZero();
      assertThat(last(events, "lle.Session").getInt("columns")).isEqualTo(100);
      assertThat(last(events, "lle.Session").getString("recorder")).isEqualTo(TestShell.version());
    }
  }

  @Test
  void premain_keysTypedAheadAfterAPaste_areKeystrokes() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class, TestShell.AGENT)) {
      shell.awaitObserved();

      shell.press(List.of("a", PASTE + "b" + LEFT + "é", "c", ENTER));
      shell.await("said 15");
      var events = shell.dump();

      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(7);
      assertThat(widgets(events))
          .containsExactly(
              "self-insert",
              "begin-paste",
              "self-insert",
              "backward-char",
              "self-insert",
              "self-insert",
              "accept-line");
    }
  }

  @Test
  void premain_classLoaderThatHidesUs_recordsEveryKeyOnce() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", IsolatedShell.class, TestShell.AGENT)) {
      shell.awaitObserved();

      shell.press(KEYS);
      shell.await("said 10");

      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSize(KEYS.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"org/example/shaded/jline/, ''", "org/example/line/, =prefix=org.example.line"})
  void premain_jlineInAnotherPackage_recordsEveryKeyOnce(String to, String options)
      throws Exception {
    try (var shell = TestShell.relocated(home, "3.30.6", to, TestShell.AGENT + options)) {
      shell.awaitObserved();

      shell.press(KEYS);
      shell.await("said 10");

      assertThat(shell.status())
          .contains("observes " + to.replace('/', '.').replaceAll("\\.$", ""));
      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSize(KEYS.size());
    }
  }

  @Test
  void premain_theJdksOwnShell_recordsEveryKeyOnce() throws Exception {
    try (var shell = TestShell.jshell(home)) {
      shell.awaitObserved();
      var keys = List.of("1", "+", "1", LEFT, "\u0005", "\u007f", "2", ENTER);

      shell.press(keys);
      shell.await("==> 3");
      var events = shell.dump();

      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(keys.size());
      assertThat(last(events, "lle.Session").getString("editor"))
          .isEqualTo("JLine of Java " + Runtime.version().feature());
      assertThat(last(events, "lle.Session").getString("terminal")).isEqualTo("xterm-256color");
    }
  }

  @Test
  void premain_twice_recordsEveryKeyOnce() throws Exception {
    try (var shell =
        TestShell.jline(home, "3.30.6", MiniShell.class, TestShell.AGENT, TestShell.AGENT)) {
      shell.awaitObserved();

      shell.press(KEYS);
      shell.await("said 10");

      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSize(KEYS.size());
    }
  }

  @Test
  void premain_shellWithARecorderOfItsOwn_weavesNothing() throws Exception {
    try (var shell = TestShell.withRecorder(home)) {
      shell.press(KEYS);
      shell.await("said 10");

      assertThat(shell.status()).contains("the shell has a recorder of its own");
      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).isEmpty();
    }
  }

  @Test
  void attach_processOfAnotherKind_isLeftAlone() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class)) {
      shell.load("prefix=org.example.shaded.jline");
      shell.press(KEYS);
      shell.await("said 10");

      assertThat(shell.status()).startsWith("no JLine has been loaded so far");
    }
  }

  @Test
  void premain_wrongOption_leavesTheShellAlone() throws Exception {
    try (var shell =
        TestShell.jline(home, "3.30.6", MiniShell.class, TestShell.AGENT + "=nome=x")) {
      shell.press(KEYS);
      shell.await("said 10");

      assertThat(shell.status())
          .isEqualTo(
              "failed: there is no option 'nome'; there are name=…, prefix=…, redraw and detach");
      assertThat(shell.screen()).doesNotContain("nome", "Exception");
    }
  }

  @Test
  void premain_password_isNotEvenCounted() throws Exception {
    var password = "correcthorsebattery";
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class, TestShell.AGENT)) {
      shell.awaitObserved();
      shell.press(List.of("s", "e", "c", "r", "e", "t", ENTER));
      shell.await("Password: ");

      shell.type(password + ENTER);
      shell.await(Integer.toString(password.length()));
      shell.press(List.of("o", "k", ENTER));
      shell.await("said 2");
      var events = shell.dump();

      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(10);
      assertThat(shell.status()).doesNotContain(password);
      assertThat(Files.readString(shell.recording(), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain(password)
          .doesNotContain(
              new String(
                  password.getBytes(java.nio.charset.StandardCharsets.UTF_16LE),
                  java.nio.charset.StandardCharsets.ISO_8859_1));
      assertThat(events.toString()).doesNotContain(password);
    }
  }

  @Test
  void premain_printAboveAndResize_areNoKeystrokes() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class, TestShell.AGENT)) {
      shell.awaitObserved();
      shell.press(List.of("a", "b", "o", "v", "e", ENTER));

      shell.press(List.of("w", "a", "i", "t"));
      shell.await("from above");
      shell.resize(80, 24);
      shell.awaitSize(80);
      shell.press(List.of("x", ENTER));
      shell.await("said 5");
      var events = shell.dump();

      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(12);
      var names = TestShell.of(events, "lle.Operation").stream().map(e -> e.getString("name"));
      assertThat(names).contains("print above", "signal");
      assertThat(
              TestShell.of(events, "lle.Operation").stream()
                  .filter(e -> e.getString("name").equals("print above"))
                  .map(e -> e.getLong("keystrokeId")))
          .containsOnly(0L);
    }
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void attach_inTheMidstOfALine_recordsEveryKeyFromThenOn(String version) throws Exception {
    try (var shell = TestShell.jline(home, version, MiniShell.class)) {
      shell.press(List.of("b", "e"));
      shell.load("");
      shell.awaitObserved();

      shell.press(List.of("f", "o", LEFT, "r", PASTE, "\u0005", "e", ENTER));
      shell.await("said 17");
      shell.press(List.of("a", "f", ENTER));
      shell.await("said 2");
      var events = shell.dump();

      assertThat(TestShell.of(events, "lle.Keystroke")).hasSize(11);
      assertThat(widgets(events)).doesNotContain("");
      assertThat(widgets(events)).contains("self-insert", "backward-char", "accept-line");
    }
  }

  @Test
  void detach_betweenKeys_restoresAndReattachGoesOn() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class)) {
      shell.load("");
      shell.awaitObserved();
      shell.press(List.of("a", "b"));
      shell.load("detach");
      assertThat(shell.status()).isEqualTo("detached; JLine is as it was");
      shell.press(List.of("c", "d"));
      shell.load("detach");
      assertThat(shell.status()).isEqualTo("not attached; nothing was done");

      shell.load("");
      shell.load("");
      assertThat(shell.status()).contains("attached already");
      shell.press(List.of("e", ENTER));
      shell.await("said 5");

      assertThat(shell.screen()).doesNotContain("Exception");
      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSizeBetween(2, 4);
    }
  }

  @Test
  void attach_jvmWroteOverTheLine_paintsItAnewWithTheNextKey() throws Exception {
    try (var shell = TestShell.jline(home, "3.30.6", MiniShell.class)) {
      shell.press(List.of("b", "e"));
      shell.load("redraw");
      shell.press(List.of("f"));
      shell.await(MiniShell.PROMPT + "bef");
      shell.press(List.of("o"));
      shell.await("o");

      assertThat(shell.written()).doesNotContain(MiniShell.PROMPT); // once is enough
      shell.press(List.of(ENTER));
      shell.await("said 4");
      shell.press(List.of("x", ENTER));
      shell.await("said 1");
      assertThat(shell.written()).containsOnlyOnce(MiniShell.PROMPT);
      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSizeBetween(4, 5);
    }
  }

  private static List<String> widgets(List<RecordedEvent> events) {
    return TestShell.of(events, "lle.Keystroke").stream().map(e -> e.getString("widget")).toList();
  }

  private static List<String> operations(List<RecordedEvent> events) {
    return TestShell.of(events, "lle.Operation").stream()
        .map(e -> e.getString("operation"))
        .toList();
  }

  private static RecordedEvent last(List<RecordedEvent> events, String type) {
    var all = TestShell.of(events, type);
    return all.get(all.size() - 1);
  }
}
