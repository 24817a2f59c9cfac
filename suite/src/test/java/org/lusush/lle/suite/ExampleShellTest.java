// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.analyzer.attach.Jcmd;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.reader.RecordingReader;

/** The suite on the example shell, on real pseudo-terminals. */
final class ExampleShellTest {

  private static final String SECRET = "tok-9Xk2Vq7";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Typed quickly, since nothing here is about how long it takes. */
  private static final String TAPE =
      """
      Set TypingSpeed 8ms
      Type "echo %s" Left 3 Ctrl+E Enter
      Wait@60s
      Up Ctrl+U
      Copy "true %s" Paste Enter
      Wait@60s
      """
          .formatted(SECRET, SECRET);

  @TempDir private Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void run_allTests_countsEveryKeyAndComparesWithTheRunBefore() throws Exception {
    var options =
        List.of(
            "--tape=" + tape(TAPE),
            "--iterations=1",
            "--concurrency=2",
            "--duration=1",
            "--rate=60");
    var before = suite(options, "before", "--tests=latency,throughput,memory,cpu,stress");

    assertThat(before.exit()).as("%s", before).isIn(0, 1);
    assertThat(before.out()).contains("5 tests passed, 0 failed, 0 not run");
    var summary = summary("before");
    assertThat(value(summary, "throughput.lost")).as("%s", before).isZero();
    assertThat(value(summary, "stress.lost")).as("%s", before).isZero();
    assertThat(value(summary, "latency.errors")).isZero();
    for (var positive :
        List.of(
            "latency.p50",
            "latency.p99",
            "latency.max",
            "latency.outside-p50",
            "latency.outside-p99",
            "latency.response",
            "latency.score",
            "throughput.keystrokes",
            "throughput.operations",
            "memory.live",
            "memory.allocated",
            "memory.heap-peak",
            "cpu.busy",
            "cpu.key",
            "stress.p99",
            "stress.keystrokes")) {
      assertThat(value(summary, positive)).as(positive).isPositive();
    }
    assertThat(value(summary, "latency.p50")).isLessThanOrEqualTo(value(summary, "latency.p99"));
    assertThat(keystrokesOf("before/latency-1.jfr")).isGreaterThanOrEqualTo(100);
    assertThat(files("before"))
        .containsExactlyInAnyOrder(
            ".lle-suite",
            "suite.json",
            "latency-1.jfr",
            "throughput-1.jfr",
            "memory-1.jfr",
            "cpu-1.jfr",
            "stress-1.jfr",
            "stress-2.jfr");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path("before"))))
        .isEqualTo("rwx------");

    var after = suite(options, "after", "--tests=regression", "--baseline=" + path("before"));

    assertThat(after.exit()).as("%s", after).isIn(0, 1, 5);
    assertThat(after.out()).contains("1 test passed");
    assertThat(summary("after").at("/results/0/verdict").asText())
        .isIn("pass", "improvement", "regression", "inconclusive");
    assertThat(path("after").resolve("regression.txt")).content().startsWith("VERDICT");
    assertNothingTells(before.out() + before.err() + after.out() + after.err());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void run_aShellThatIsSlow_missesItsTarget() throws Exception {
    var tape = tape("Set TypingSpeed 5ms\nType \"ec\" Tab\nSleep 300ms\nCtrl+U\nEnter\nWait@60s\n");
    var options =
        List.of("--tape=" + tape, "--iterations=1", "--tests=latency", "--target=latency.p50=none");

    var run = suite(options, "slow", new String[] {}, "--slow-completer", "250");

    assertThat(run.exit()).as("%s", run).isEqualTo(1);
    var longest = figure(summary("slow"), "latency.max");
    assertThat(longest.get("state").asText()).isEqualTo("missed");
    assertThat(longest.get("value").asDouble()).isGreaterThan(250e6);
    assertThat(figure(summary("slow"), "latency.p50").has("target")).isFalse();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void run_aShellThatEndsInTheMidst_failsTheTestAndGoesOn() throws Exception {
    var tape = tape("Type \"exit 7\" Enter\nWait\nType \"more\"\n");

    var run = suite(List.of("--tape=" + tape), "dead", "--tests=throughput,regression");

    assertThat(run.exit()).as("%s", run).isEqualTo(3);
    assertThat(run.out())
        .contains("0 tests passed, 1 failed, 1 not run; 0 targets met, 3 missed")
        .contains("the shell ended with status 7 after 7 keys")
        .contains("name the folder of an earlier one with --baseline");
    assertThat(SuiteSchema.faults(Files.readString(path("dead").resolve("suite.json")))).isEmpty();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void run_aTapeThatNeverReturnsToThePrompt_failsTheTest() throws Exception {
    var tape = tape("Type \"cat\" Enter\nWait@1s\n");

    var run = suite(List.of("--tape=" + tape), "lost", "--tests=throughput");

    assertThat(run.exit()).as("%s", run).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "the shell did not show its prompt within 1 s after 4 keys, at step 5 of the tape");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void run_endedInTheMidst_leavesNoShellAndKeepsWhatWasRecorded() throws Exception {
    var tape = tape("Type \"ec\"\nSleep 600s\nEnter\n");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    line.addAll(List.of(System.getProperty("java.class.path"), Suite.class.getName()));
    var options = List.of("--tests=latency", "--tape=" + tape, "--output=" + path("ended"));
    line.addAll(Cli.onExampleShell(folder, options));
    var suite =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    try {
      var shell = recordedShell(suite);

      suite.destroy();

      assertThat(suite.waitFor(60, TimeUnit.SECONDS)).isTrue();
      shell.onExit().get(60, TimeUnit.SECONDS);
      assertThat(keystrokesOf("ended/latency-1.jfr")).isEqualTo(2);
    } finally {
      suite.descendants().forEach(ProcessHandle::destroyForcibly);
      suite.destroyForcibly();
    }
  }

  /** Waits until the shell of a suite is recorded, and typed on. */
  private ProcessHandle recordedShell(Process suite) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < deadline && suite.isAlive()) {
      for (var child : suite.descendants().toList()) {
        if (isTypedOn(child)) {
          return child;
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError(
        "no shell was recorded: " + Files.readString(folder.resolve("said.txt")));
  }

  private boolean isTypedOn(ProcessHandle child) {
    if (!child.info().commandLine().orElse("").contains("-Xshare:auto")) {
      return false;
    }
    var dump = folder.resolve("dump-" + System.nanoTime() + ".jfr");
    try {
      return Jcmd.run(child.pid(), "JFR.check").contains("name=lle-suite ")
          && Jcmd.run(child.pid(), "JFR.dump", "name=lle-suite", "filename=" + dump)
              .contains("lle-suite")
          && RecordingReader.readOne(dump) instanceof ReadOutcome.Success success
          && success.recording().timings().keystrokes().count() == 2;
    } catch (TargetException e) {
      return false; // it may not have come so far
    }
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void run_onATerminalOrNot_showsProgressThereOnly(boolean terminal, boolean shown)
      throws Exception {
    var args =
        List.of("--tests=memory", "--output=" + path("p"), "--tape=" + tape("Enter"), "--", "true");

    assertThat(Cli.run(terminal, args).err().contains("lle suite: memory: warms up"))
        .isEqualTo(shown);
  }

  private Cli suite(List<String> options, String output, String... more) {
    return suite(options, output, more, new String[0]);
  }

  private Cli suite(List<String> options, String output, String[] more, String... shellOptions) {
    var all = new ArrayList<>(options);
    all.addAll(List.of(more));
    all.add("--output=" + path(output));
    return Cli.run(Cli.onExampleShell(folder, all, shellOptions));
  }

  private Path tape(String text) throws IOException {
    return Files.writeString(folder.resolve("my.tape"), text);
  }

  private Path path(String output) {
    return folder.resolve(output);
  }

  private JsonNode summary(String output) throws IOException {
    var json = Files.readString(path(output).resolve("suite.json"));
    assertThat(SuiteSchema.faults(json)).isEmpty();
    return MAPPER.readTree(json);
  }

  private static JsonNode figure(JsonNode summary, String name) {
    return summary.findParents("name").stream()
        .filter(node -> node.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no figure " + name + " in " + summary));
  }

  private static double value(JsonNode summary, String name) {
    var value = figure(summary, name).get("value");
    assertThat(value.isNumber()).as(name).isTrue();
    return value.asDouble();
  }

  private long keystrokesOf(String recording) {
    var outcome = RecordingReader.readOne(folder.resolve(recording));
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording().timings().keystrokes().count();
  }

  private List<String> files(String output) throws IOException {
    try (var files = Files.list(path(output))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** What was typed is in no output, in whatever encoding. */
  private void assertNothingTells(String printed) throws IOException {
    assertThat(printed).doesNotContain(SECRET);
    for (var output : List.of("before", "after")) {
      for (var name : files(output)) {
        var bytes =
            new String(Files.readAllBytes(path(output).resolve(name)), StandardCharsets.ISO_8859_1);
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
          var needle = new String(SECRET.getBytes(encoding), StandardCharsets.ISO_8859_1);
          assertThat(bytes.contains(needle)).as(output + "/" + name + " in " + encoding).isFalse();
        }
      }
    }
  }
}
