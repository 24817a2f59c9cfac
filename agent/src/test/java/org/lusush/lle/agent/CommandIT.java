// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lusush.lle.agent.TestShell.ENTER;
import static org.lusush.lle.agent.TestShell.KEYS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.agent.shell.MiniShell;

/** {@code lle attach}, {@code detach} and {@code record} on shells that nobody prepared. */
final class CommandIT {

  private static final String VERSION = "3.30.6";

  /** What the report says of keystrokes: the titles, and the count under the first of them. */
  private static final Pattern COUNT = Pattern.compile("KEYSTROKES .*\\R +count .*\\R +([\\d,]+) ");

  @TempDir private Path home;

  @Test
  void record_whileKeysAreTyped_reportsThoseKeysAndLeavesTheShell() throws Exception {
    var file = home.resolve("typed.jfr");
    try (var shell = plain()) {
      shell.press(List.of("b", "e"));
      try (var cli = record(shell, file, "--duration=8s")) {
        cli.await("records for 8 s");
        shell.press(List.of("\u0015"));
        shell.press(KEYS);
        shell.await("said 10");

        assertThat(cli.awaitExit()).as(cli.err()).isZero();
        assertThat(keystrokes(file)).hasSize(1 + KEYS.size());
        assertThat(keystrokesOf(cli.out())).isEqualTo(1 + KEYS.size());
      }
      assertThat(shell.status()).isEqualTo("detached; JLine is as it was");
      shell.press(List.of("a", "f", ENTER));
      shell.await("said 2");
      assertThat(shell.screen()).doesNotContain("Exception", "WARNING");
    }
  }

  @Test
  void record_shellEndsMeanwhile_reportsItsLastKeyToo() throws Exception {
    var file = home.resolve("ended.jfr");
    var keys = List.of("x", ENTER, "e", "x", "i", "t", ENTER);
    try (var shell = plain();
        var cli = record(shell, file, "--duration=10min")) {
      cli.await("records for 600 s");
      shell.press(keys);

      assertThat(shell.awaitExit()).isZero();
      assertThat(cli.awaitExit()).as(cli.err()).isZero();
      assertThat(cli.err()).doesNotContain("the agent stays", "Exception");
      assertThat(keystrokesOf(cli.out())).isEqualTo(keys.size());
      assertThat(keystrokes(file)).hasSize(keys.size());
    }
  }

  @Test
  void attachAndDetach_byCommand_recordTheKeysInBetween() throws Exception {
    try (var shell = TestShell.jline(home, VERSION, MiniShell.class)) {
      shell.press(List.of("b", "e"));

      var attach = Cli.run(home, "attach", "--name=tried", Long.toString(shell.pid()));
      assertThat(attach.exit()).isZero();
      assertThat(attach.err())
          .startsWith("lle: process " + shell.pid() + ": observes org.jline (")
          .contains("): 3 classes\n");
      shell.press(List.of("f", "o", "r", "e"));
      assertThat(TestShell.of(shell.dump(), "lle.Session"))
          .extracting(session -> session.getString("shell"))
          .contains("tried");
      var detach = Cli.run(home, "detach", Long.toString(shell.pid()));
      assertThat(detach.exit()).isZero();
      assertThat(detach.err())
          .isEqualTo("lle: process " + shell.pid() + ": detached; JLine is as it was\n");
      shell.press(List.of("x", ENTER));
      shell.await("said 7");

      assertThat(TestShell.of(shell.dump(), "lle.Keystroke")).hasSize(4);
      assertThat(Cli.run(home, "detach", Long.toString(shell.pid())).err())
          .endsWith("not attached; nothing was done\n");
    }
  }

  @Test
  void detachAndAttach_inTheMidstOfAKeystroke_shellGoesOn() throws Exception {
    try (var shell = TestShell.jline(home, VERSION, MiniShell.class, TestShell.AGENT)) {
      shell.awaitObserved();
      shell.press(List.of("a", "\u001d"));
      shell.await("waiting");

      assertThat(Cli.run(home, "detach", Long.toString(shell.pid())).err())
          .endsWith("detached; JLine is as it was\n");
      Files.createFile(home.resolve("go"));
      shell.press(List.of("b", ENTER));
      shell.await("said 2");
      Files.delete(home.resolve("go"));
      shell.press(List.of("\u001d"));
      shell.await("waiting");
      assertThat(Cli.run(home, "attach", Long.toString(shell.pid())).exit()).isZero();
      Files.createFile(home.resolve("go"));
      shell.press(List.of("c", "d", "e", ENTER));
      shell.await("said 3");

      var events = shell.dump();
      assertThat(shell.screen()).doesNotContain("Exception", "Error");
      assertThat(TestShell.of(events, "lle.Keystroke")).hasSizeBetween(5, 7);
      assertThat(TestShell.of(events, "lle.Session"))
          .allMatch(session -> session.getLong("failures") == 0);
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void attach_jvmThatWarns_isRefusedUnlessAnywayAndThenPaintsTheLineAnew() throws Exception {
    try (var shell = TestShell.jline(home, VERSION, Jdk.current(), List.of())) {
      shell.press(List.of("b", "e"));

      var refused = Cli.run(home, "attach", Long.toString(shell.pid()));
      assertThat(refused.exit()).isEqualTo(3);
      assertThat(refused.err()).contains("would write warnings").contains("--anyway");
      assertThat(shell.status()).isEmpty();
      var attached = Cli.run(home, "attach", "--anyway", Long.toString(shell.pid()));
      assertThat(attached.exit()).isZero();
      assertThat(attached.err()).contains("painted anew with the next key");
      shell.await("WARNING");
      shell.press(List.of("f"));
      shell.await(MiniShell.PROMPT + "bef");
      shell.press(List.of(ENTER));
      shell.await("said 3");
    }
  }

  private TestShell plain() throws IOException, InterruptedException {
    return TestShell.jline(home, VERSION, Jdk.current(), TestShell.quiet(Jdk.current()));
  }

  private Cli record(TestShell shell, Path file, String duration) throws IOException {
    return Cli.start(home, "record", "--output=" + file, duration, Long.toString(shell.pid()));
  }

  private static long keystrokesOf(String report) {
    var matcher = COUNT.matcher(report);
    assertThat(matcher.find()).as(report).isTrue();
    return Long.parseLong(matcher.group(1).replace(",", ""));
  }

  /** Returns the commands of the keystrokes in a file, in their order. */
  private static List<String> keystrokes(Path file) throws IOException {
    return TestShell.of(RecordingFile.readAllEvents(file), "lle.Keystroke").stream()
        .map(event -> event.getString("widget"))
        .toList();
  }
}
