// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.Shell.Settings;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.Streams;

/**
 * Sessions on a terminal in memory: the keys are typed in advance, the session reads them to the
 * end.
 */
@Timeout(60)
final class ShellSessionTest {
  private static final String RIGHT = "\u001bOC";
  private static final String UP = "\u001bOA";
  private static final String ALT_F = "\u001bf";
  private static final String CTRL_D = "\u0004";
  private static final String CTRL_E = "\u0005";
  private static final String CTRL_R = "\u0012";
  private static final String CTRL_U = "\u0015";
  private static final String CTRL_Y = "\u0019";

  @TempDir Path directory;
  private Path history;
  private ShellState state;

  @BeforeEach
  void open() throws IOException {
    directory = directory.toRealPath();
    history = directory.resolve("history");
    state =
        new ShellState(
            Map.of("HOME", directory.toString(), "PATH", System.getenv("PATH")), directory);
  }

  @Test
  void session_commands_runAndTheLastStatusIsReturned() throws IOException {
    Session session = type("echo one\r/bin/echo two\rfalse\r" + CTRL_D);

    assertThat(session.screen()).contains("\none\n", "\ntwo\n");
    assertThat(session.status()).isEqualTo(1);
  }

  @Test
  void session_suggestion_isShownFaintAndAccepted() throws IOException {
    Session session = type("echo first line\rec" + RIGHT + " more\rexit\r");

    assertThat(session.raw()).containsPattern("\u001b\\[([0-9]+;)*2(;[0-9]+)*m");
    assertThat(session.screen()).contains("first line more");
    assertThat(lines()).containsExactly("echo first line", "echo first line more", "exit");
  }

  @Test
  void session_suggestion_isAcceptedByWordAndByEnd() throws IOException {
    type(
        "echo a b c\rec"
            + ALT_F
            + ALT_F
            + "\rpw\rechx"
            + CTRL_U
            + "echo a b"
            + CTRL_E
            + "\rexit\r");

    assertThat(lines()).containsExactly("echo a b c", "echo a", "pw", "echo a b c", "exit");
  }

  @Test
  void session_up_searchesByPrefix() throws IOException {
    type("echo one\rpwd\rec" + UP + "\rexit\r");

    assertThat(lines()).containsExactly("echo one", "pwd", "echo one", "exit");
  }

  @Test
  void session_ctrlR_searchesAnywhere() throws IOException {
    type("echo needle\rpwd\r" + CTRL_R + "need\r\rexit\r");

    assertThat(lines()).contains("echo needle");
    assertThat(lines()).containsSubsequence("echo needle", "pwd", "echo needle");
  }

  @Test
  void session_tab_completesFile() throws IOException {
    Files.createFile(directory.resolve("a long name.txt"));

    Session session = type("echo a\\ l\t\rexit\r");

    assertThat(session.screen()).contains("\na long name.txt\n");
  }

  @Test
  void session_secret_isKeptNowhere() throws IOException {
    Session session =
        type("login bob\rhunter2" + CTRL_U + "hun'ter3\t" + UP + "\r" + CTRL_Y + "echo $?\rexit\r");

    assertThat(session.screen()).contains("Hello, bob").doesNotContain("hunter2", "ter3");
    assertThat(lines()).containsExactly("login bob", "echo $?", "exit");
    assertThat(state.variables().all().toString()).doesNotContain("hun");
  }

  @Test
  void session_history_isPrivateAndLeavesOutWhatItShould() throws IOException {
    type("echo a\recho a\r echo hidden\rexit\r");

    assertThat(lines()).containsExactly("echo a", "exit");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  @Test
  void session_historyCleared_startsAgainPrivately() throws IOException {
    Session session = type("echo a\rhistory -c\rpwd\rhistory\rexit\r");

    assertThat(lines()).containsExactly("pwd", "history", "exit");
    assertThat(session.screen()).contains("1  pwd");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  @Test
  void session_historyUnreadable_saysSoAndGoesOn() throws IOException {
    Files.write(history, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, '\n'});

    Session session = type("echo on\rexit\r");

    assertThat(session.screen()).contains("cannot be used").contains("\non\n");
    assertThat(Files.readAllBytes(history)).hasSize(5);
  }

  @Test
  void session_unfinishedLine_goesOnInTheNext() throws IOException {
    Session session = type("echo 'a\rb'\recho x |\rcat\rexit\r");

    assertThat(session.screen()).contains("quote> ", "pipe> ", "\na\nb\n", "\nx\n");
  }

  @Test
  void session_badKeyFile_isOneSentence() throws IOException {
    Path keys = directory.resolve("keys");
    Files.writeString(keys, "\"unclosed: x\n\"\\C-xg\": undo\n");

    assertThat(type(keys, "bind undo\rexit\r").screen())
        .contains("keys one line was not understood.")
        .contains("Ctrl-X g");
    assertThat(type(directory.resolve("none"), "exit\r").screen()).contains("none is not there");
    Files.writeString(keys, "\"\\C-xg\": no-such-widget\n");
    assertThat(type(keys, "exit\r").screen()).contains("no-such-widget, which does not exist");
  }

  @Test
  void session_keyFile_bindsMacros() throws IOException {
    Path keys = directory.resolve("keys");
    Files.writeString(keys, "\"\\C-xh\": \"echo macro\\C-m\"\n");

    assertThat(type(keys, "\u0018h" + "exit\r").screen()).contains("\nmacro\n");
  }

  @Test
  void session_failure_turnsThePromptAndTheBranchIsShown() throws IOException {
    Files.createDirectories(directory.resolve(".git"));
    Files.writeString(directory.resolve(".git/HEAD"), "ref: refs/heads/topic/x\n");

    Session session = type("false\rexit\r");

    assertThat(session.raw()).contains("topic/x").containsPattern("31(;[0-9]+)*m❯");
  }

  @Test
  void session_strangeDirectory_isShownHarmlessly() throws IOException {
    Files.createDirectories(directory.resolve("a%{b\u001b[5m"));

    Session session = type("cd a*\rpwd > /dev/null\rexit\r");

    assertThat(session.screen()).contains("~/a%{b?[5m");
  }

  private java.util.List<String> lines() throws IOException {
    return Files.readAllLines(history);
  }

  private Session type(String keys) throws IOException {
    return type(null, keys);
  }

  private Session type(Path inputrc, String keys) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal("test", "xterm-256color", screen, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(100, 40));
      terminal.enterRawMode();
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      Settings settings =
          new Settings(history, inputrc, false, Streams.copiedTo(terminal.output()));
      int status = Shell.open(terminal, state, settings, Instrumentation.NONE).run();
      return new Session(screen.toString(StandardCharsets.UTF_8), status);
    }
  }

  /**
   * @param raw what was written to the terminal, escape sequences included
   */
  private record Session(String raw, int status) {
    String screen() {
      return raw.replaceAll("\u001b(\\[[?0-9;]*[a-zA-Z]|[=>])", "").replace("\r\n", "\n");
    }
  }
}
