// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lusush.lle.testkit.PtySession;

/** {@code lle top} on the example shell, both on pseudo-terminals of their own. */
final class TopTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(12);
  private static final String LLE = "org.lusush.lle.analyzer.cli.Lle";
  private static final String ESCAPE = "\u001b";
  private static final String HOME = ESCAPE + "[H";
  private static final Pattern COUNTED = Pattern.compile("(?m)^keystrokes ([\\d,]+) {2}lines");
  private static final Pattern LATELY =
      Pattern.compile("(?m)^last \\d+ s +(?:[\\d.,]+|-) +([\\d,]+)");

  @TempDir Path home;

  /** What ends the interactive view. */
  private enum End {
    QUIT,
    INTERRUPT,
    SIGNAL
  }

  private static List<String> top(String... arguments) {
    var all = new ArrayList<>(List.of("top"));
    all.addAll(List.of(arguments));
    return Programs.java(List.of(), LLE, all);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void once_whileKeysAreTyped_countsThemAndLeavesOtherRecordingsAlone() throws Exception {
    Path frame = home.resolve("frame.txt");
    Path errors = home.resolve("errors.txt");
    Path mine = home.resolve("mine.jfr");
    try (var shell = LiveShell.start(home)) {
      shell.run("pwd");
      shell.jcmd("JFR.start", "name=mine", "settings=default");
      String recordings = Programs.jcmd(shell.session.pid(), "JFR.check");
      long typedBefore = shell.session.typed();
      Process top =
          new ProcessBuilder(top("--once", Long.toString(shell.session.pid())))
              .redirectOutput(frame.toFile())
              .redirectError(errors.toFile())
              .start();
      while (top.isAlive()) {
        shell.session.type("echo ", PAUSE);
      }
      assertThat(top.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      shell.run("");
      long typed = shell.session.typed();
      shell.jcmd("JFR.dump", "name=mine", "filename=" + mine);

      assertThat(Files.readString(errors, StandardCharsets.UTF_8)).isEmpty();
      assertThat(top.exitValue()).isZero();
      assertThat(Programs.jcmd(shell.session.pid(), "JFR.check")).isEqualTo(recordings);
      String text = Files.readString(frame, StandardCharsets.UTF_8);
      assertThat(text.lines()).allMatch(line -> line.length() <= 100);
      assertThat(text).doesNotContain(ESCAPE).contains("lle-shell", "buffer insert", "TARGETS");
      assertThat(number(COUNTED, text)).isBetween(typedBefore, typed);
      assertThat(number(LATELY, text)).isBetween(1L, typed - typedBefore);
      assertThat(number(COUNTED, text) - number(LATELY, text)).isGreaterThanOrEqualTo(typedBefore);
      assertThat(keystrokes(mine)).isEqualTo(typed - typedBefore);
    }
  }

  private static long number(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return Long.parseLong(matcher.group(1).replace(",", ""));
  }

  private static long keystrokes(Path recording) throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().equals("lle.Keystroke"))
        .count();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void once_shellEndsMeanwhile_saysSoAndIsFine() throws Exception {
    Programs.Output output;
    try (var shell = LiveShell.start(home)) {
      shell.run("pwd");
      Process top =
          new ProcessBuilder(top("--once", "--interval=1min", Long.toString(shell.session.pid())))
              .redirectErrorStream(true)
              .start();
      awaitRecording(shell);
      shell.session.type("exit\r", PAUSE);
      output =
          new Programs.Output(
              new String(top.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
              top.waitFor() == 0);
      assertThat(output.text()).endsWith("process " + shell.session.pid() + " has ended\n");
    }

    assertThat(output.succeeded()).isTrue();
  }

  private static void awaitRecording(LiveShell shell) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Programs.jcmd(shell.session.pid(), "JFR.check").contains("lle-top")) {
      assertThat(System.nanoTime()).as("no recording came").isLessThan(deadline);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(End.class)
  void interactive_keysAndSizes_areFollowedAndTheTerminalRestored(End end) throws Exception {
    try (var shell = LiveShell.start(home);
        var view = start(shell.session.pid())) {
      shell.run("pwd");
      awaitFrame(view, shell, frame -> has(frame, "buffer insert") && has(frame, "▼self"));

      view.press("s");
      awaitFrame(view, shell, frame -> has(frame, "trend▼") && !has(frame, "▼self"));

      view.resize(60, 15);
      List<String> small =
          awaitFrame(
              view,
              shell,
              frame -> frame.size() == 15 && frame.stream().allMatch(line -> line.length() <= 60));
      assertThat(small.get(14)).startsWith("q quit");
      assertThat(small).noneMatch(line -> line.contains("errors"));

      int drawn = view.screen().length();
      end(end, view);
      assertThat(view.awaitExit(PATIENCE)).isZero();
      assertRestored(view.screen(), drawn, end == End.SIGNAL ? 128 + 15 : 0);
      assertThat(Programs.jcmd(shell.session.pid(), "JFR.check"))
          .contains("No available recordings");
    }
  }

  /** Starts the view between two looks at the attributes of its terminal. */
  private PtySession start(long pid) throws IOException {
    var command =
        new ArrayList<>(
            List.of("sh", "-c", "stty -g; \"$@\"; echo \"exit=$?\"; stty -g; exit 0", "sh"));
    command.addAll(top(Long.toString(pid)));
    return PtySession.start(
        new PtySession.Settings(
            command, home, Map.of("LC_ALL", "C.UTF-8", "NO_COLOR", "1"), 100, 30));
  }

  private static boolean has(List<String> frame, String text) {
    return frame.stream().anyMatch(line -> line.contains(text));
  }

  /** Types on the shell until the view shows something. */
  private static List<String> awaitFrame(
      PtySession view, LiveShell shell, Predicate<List<String>> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> frame = lastFrame(view.screen());
    while (!wanted.test(frame)) {
      assertThat(System.nanoTime()).as("what is shown: %s", frame).isLessThan(deadline);
      shell.session.type("x\u007f", PAUSE);
      frame = lastFrame(view.screen());
    }
    return frame;
  }

  /** Returns the lines that were drawn last, as far as they have come. */
  private static List<String> lastFrame(String screen) {
    int start = screen.lastIndexOf(HOME);
    return start < 0
        ? List.of()
        : screen
            .substring(start)
            .replaceAll(ESCAPE + "\\[[0-9;?]*[A-Za-z]", "")
            .replace("\r", "")
            .lines()
            .map(String::stripTrailing)
            .toList();
  }

  private static void end(End end, PtySession view) throws IOException {
    switch (end) {
      case QUIT -> view.press("q");
      case INTERRUPT -> view.press("\u0003");
      case SIGNAL ->
          ProcessHandle.of(view.pid()).orElseThrow().children().forEach(ProcessHandle::destroy);
    }
  }

  private static void assertRestored(String screen, int drawn, int exit) {
    String after = screen.substring(drawn);
    assertThat(after).contains(ESCAPE + "[?1049l", ESCAPE + "[?25h", "exit=" + exit);
    assertThat(after.indexOf(ESCAPE + "[?1049l")).isLessThan(after.indexOf("exit="));
    String before = screen.lines().findFirst().orElseThrow();
    String last = after.lines().reduce("", (a, b) -> b.isBlank() ? a : b);
    assertThat(withoutSpeed(last)).isEqualTo(withoutSpeed(before)).contains(":");
  }

  /** JLine forgets the speed of the line, in the third number, which a pseudo-terminal has not. */
  private static String withoutSpeed(String attributes) {
    return attributes.strip().replaceFirst("^(\\w+:\\w+:\\w*)\\w:", "$1:");
  }
}
