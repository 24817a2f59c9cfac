// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.reader.history.HistoryRuns;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistoryReader;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.Moment;
import org.lusush.lle.history.SourceReport;
import org.lusush.lle.testkit.PtySession;

/** {@code lle collect} on the example shell, both in processes of their own. */
final class CollectTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(12);
  private static final String PROMPT = "❯";
  private static final String SECRET = "tok7Yb3kQm1";
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  @TempDir Path home;

  /** Everything that a history says in words, and what it counted. */
  private static final class Told implements HistoryVisitor {
    final Map<String, Long> operations = new TreeMap<>();
    final List<String> texts = new ArrayList<>();
    final List<String> moments = new ArrayList<>();

    @Override
    public void operation(
        String name, long errors, long warnings, long criticals, double self, Counts durations) {
      operations.merge(name, durations.total(), Long::sum);
    }

    @Override
    public void cache(String name, long h, long m, long i, long e, long entries) {
      texts.add(name);
    }

    @Override
    public void moment(Moment moment) {
      moments.add(moment.type());
      texts.add(moment.toString());
    }
  }

  @Test
  void collect_aShellThatIsTypedOnUntilItEnds_hasEveryKeystrokeAndNothingTyped() throws Exception {
    Path directory = home.resolve("histories");
    long typed;
    long pid;
    String screen;
    List<String> said;
    try (var shell = startShell()) {
      shell.await(PROMPT, PATIENCE);
      var collect =
          collect(Long.toString(shell.pid()), "--wait", "--history", directory.toString());
      try (BufferedReader err = collect.errorReader(StandardCharsets.UTF_8)) {
        assertThat(err.readLine()).startsWith("lle: collects process " + shell.pid() + " into ");
        run(shell, "echo " + SECRET);
        run(shell, SECRET);
        run(shell, "ls " + SECRET);
        awaitKeystrokes(directory, 3L * SECRET.length());
        assertThat(holding(directory)).isEmpty();
        shell.type("exit\r", PAUSE);
        said = err.lines().toList();
      }
      assertThat(collect.waitFor()).isZero();
      typed = shell.typed();
      pid = shell.pid();
      screen = shell.screen();
    }

    assertThat(said).singleElement().asString().contains(" records in ").doesNotContain("lost");
    assertThat(screen).doesNotContain("WARNING").doesNotContain("lle:");
    var told = new Told();
    assertThat(read(directory, told)).allMatch(SourceReport::isSound);
    assertThat(told.operations).containsKeys("buffer insert", "display render");
    // The last second, in which the shell ended, may not have been told any more.
    assertThat(told.operations.get("keystroke")).isBetween(3L * SECRET.length(), typed);
    assertThat(told.moments)
        .contains(Moment.STARTED, Moment.SESSION, Moment.MACHINE)
        .last()
        .isEqualTo(Moment.ENDED);
    assertThat(told.texts).noneMatch(text -> text.contains(SECRET));
    assertIsARun(directory, told.operations.get("keystroke"), pid);
    assertThat(holding(directory)).isEmpty();
  }

  /** A day of the history is as good as a recording to whoever compares nights. */
  private static void assertIsARun(Path directory, long keystrokes, long pid) throws Exception {
    LocalDate day = HistoryRuns.lastDay(directory, Optional.empty(), ZoneOffset.UTC).orElseThrow();
    List<Recording> runs = HistoryRuns.of(directory, day, ZoneOffset.UTC);

    assertThat(runs).hasSize(1);
    Source source = runs.get(0).sources().get(0);
    assertThat(source.jvm()).map(Jvm::pid).contains(pid);
    assertThat(source.jvm().orElseThrow().version())
        .contains(System.getProperty("java.vm.version"));
    assertThat(source.conditions().processors()).isPositive();
    assertThat(source.session()).map(Session::shell).isPresent();
    assertThat(source.session().flatMap(Session::started)).isPresent();
    assertThat(runs.get(0).timings().keystrokes().count()).isBetween(1L, keystrokes);
  }

  private PtySession startShell() throws IOException {
    List<String> command =
        new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add("org.lusush.lle.examples.shell.Main");
    command.addAll(List.of("--history", home.resolve("history").toString(), "--no-banner"));
    return PtySession.start(PtySession.Settings.ofShell(command, home));
  }

  private static void run(PtySession shell, String line) throws IOException, InterruptedException {
    shell.type(line, PAUSE);
    int from = shell.screen().length();
    shell.press("\r");
    shell.await(PROMPT, from, PATIENCE);
  }

  private static Process collect(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow"); // as the launcher does
    }
    for (String name : System.getProperty("lle.test.opens").split(" ", -1)) {
      command.add("--add-opens=" + name + "=ALL-UNNAMED");
    }
    for (String name : System.getProperty("lle.test.exports").split(" ", -1)) {
      command.add("--add-exports=" + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), Collect.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static List<SourceReport> read(Path directory, HistoryVisitor visitor) throws Exception {
    return HistoryReader.read(directory, HistoryReader.EARLIEST, HistoryReader.LATEST, visitor);
  }

  /** Waits for so many keystrokes, and until it is known whose they are. */
  private static void awaitKeystrokes(Path directory, long count) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var told = new Told();
    do {
      assertThat(System.nanoTime()).as("%s %s", told.operations, told.moments).isLessThan(deadline);
      told = new Told();
      read(directory, told);
    } while (told.operations.getOrDefault("keystroke", 0L) < count
        || !told.moments.contains(Moment.SESSION));
  }

  /** Returns the files that hold the secret; a queue's are not packed. */
  private static List<Path> holding(Path directory) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (Charset encoding : ENCODINGS) {
          if (content.contains(
              new String(SECRET.getBytes(encoding), StandardCharsets.ISO_8859_1))) {
            holding.add(file);
          }
        }
      }
    }
    return holding;
  }

  @Test
  void run_wrongly_saysHow() {
    assertThat(said(2, "--history", home.toString())).contains("--all");
    assertThat(said(2, "4711", "--all", "--history", home.toString())).contains("--all");
    assertThat(said(2, "4711")).contains("--history");
    assertThat(said(2, "4711", "--history", home.toString(), "--keep-days", "0"))
        .contains("--keep-days must be over 0, was 0");
    assertThat(said(3, "999999999", "--history", home.toString()))
        .isEqualTo("lle: there is no process 999999999; jcmd -l lists the JVMs of this machine\n");
  }

  private static String said(int exit, String... arguments) {
    var text = new StringWriter();
    assertThat(Collect.run(new PrintWriter(text, true), arguments)).isEqualTo(exit);
    return text.toString().replace("\r", "");
  }
}
