// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.schema.EventSchema;

final class LleTest {

  @TempDir static Path recordings;
  @TempDir Path directory;

  private static String typing;
  private static String incomplete;
  private static String lookupsOnly;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void record() throws IOException {
    typing = TestRecordings.typing(recordings.resolve("typing.jfr"), 100).toString();
    incomplete =
        TestRecordings.record(
                recordings.resolve("incomplete.jfr"),
                recording -> recording.disable(EventSchema.CacheLookup.TYPE),
                () -> TestRecordings.type(20))
            .toString();
    lookupsOnly =
        TestRecordings.record(
                recordings.resolve("lookups.jfr"),
                () -> TestRecordings.lookup("c", CacheTier.L1, 0))
            .toString();
  }

  private int run(String... args) {
    return runInto(out, args);
  }

  private int runInto(OutputStream stream, String... args) {
    var console =
        new Console(
            stream, new PrintWriter(err, true), StandardCharsets.UTF_8, false, ZoneOffset.UTC);
    return Lle.run(console, args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void analyze_recording_reportsAndIsFine() {
    assertThat(run("analyze", typing)).isZero();

    assertThat(out()).contains("SCORE", "KEYSTROKES", "SLOWEST", "HOT SPOTS", "CACHES", "POOLS");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void analyze_collapsed_writesStacksOrSaysThatThereAreNone() throws IOException {
    var sampled =
        TestRecordings.record(
            directory.resolve("sampled.jfr"),
            recording -> recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10)),
            () -> TestRecordings.type(2_000));
    var stacks = directory.resolve("stacks.txt");

    assertThat(run("analyze", "--collapsed", stacks.toString(), sampled.toString())).isZero();
    assertThat(run("analyze", "--collapsed", stacks + "2", lookupsOnly)).isEqualTo(3);

    assertThat(stacks)
        .content()
        .containsPattern("(?m)^[^; ]+(;[^; ]+)*;[^; ]*TestRecordings.spin \\d+$");
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "lle: no stacks to write to "
                + stacks
                + "2: no sample was taken while a keystroke was answered;"
                + " record with lle-detail.jfc");
  }

  @Test
  void analyze_json_isValid() throws IOException {
    assertThat(run("analyze", "--format", "json", typing)).isZero();

    var json = new ObjectMapper().readTree(out());
    assertThat(json.at("/keystrokes/count").asLong()).isEqualTo(100);
    assertThat(json.at("/complete").asBoolean()).isTrue();
  }

  @Test
  void rules_recording_listsEveryRuleAndIsFine() {
    assertThat(run("rules", typing)).isZero();

    assertThat(out()).contains("RULES: KEYSTROKES", "Keystroke Latency", " not judged. Scores");
    assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void rules_json_isValidAndHasAScoreForEveryRule() throws IOException {
    assertThat(run("rules", "--format=json", typing)).isZero();

    var findings = new ObjectMapper().readTree(out()).get("findings");
    assertThat(findings.findValuesAsText("rule")).contains("LleKeystrokeLatency");
    assertThat(findings.findValues("score"))
        .hasSameSizeAs(findings)
        .allSatisfy(score -> assertThat(score.isInt()).isTrue());
  }

  @Test
  void rules_failOnWithFinding_exitsWith1() {
    assertThat(run("rules", "--brief", "--fail-on=info", typing)).isEqualTo(1);

    assertThat(out()).contains("Operation Errors").doesNotContain("What to do:");
  }

  @Test
  void rules_unreadableFile_saysWhyAndExitsWith3() throws IOException {
    Path text = Files.writeString(directory.resolve("a.txt"), "no recording");

    assertThat(run("rules", text.toString())).isEqualTo(3);
    assertThat(run("rules", "--format=json", text.toString(), typing)).isEqualTo(3);

    assertThat(err.toString()).contains("this is not a JFR recording; it looks like text");
    assertThat(new ObjectMapper().readTree(out()).get("findings").size()).isPositive();
  }

  @Test
  void analyze_rules_addsWhatTheySay() throws IOException {
    assertThat(run("analyze", "--rules", typing)).isZero();
    assertThat(out()).contains("SCORE", "RULES: KEYSTROKES");

    out.reset();
    assertThat(run("analyze", "--rules", "--format=json", typing)).isZero();
    assertThat(new ObjectMapper().readTree(out()).at("/rules/findings").size()).isPositive();
  }

  @Test
  void analyze_limitsKept_isFine() {
    assertThat(
            run(
                "analyze",
                "--min-score",
                "0",
                "--max-p99",
                "1min",
                "--max-error-rate",
                "100%",
                typing))
        .isZero();
  }

  @Test
  void analyze_limitsBroken_saysValueAndLimit() {
    int exit = run("analyze", "--min-score=100", "--max-p99=1us", "--max-error-rate=0", typing);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("lle: ").contains("limit of"));
    assertThat(err.toString()).contains("over the limit of 0.001 ms");
  }

  @Test
  void analyze_limitsWithoutData_areFindings() {
    int exit = run("analyze", "--max-p99=1s", "--max-error-rate=5", lookupsOnly);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString())
        .contains("no keystroke was recorded")
        .contains("no operation was recorded");
  }

  @Test
  void analyze_oneOfTwoUnreadable_reportsTheOtherAndExits3() {
    int exit = run("analyze", typing, directory.resolve("gone.jfr").toString());

    assertThat(exit).isEqualTo(3);
    assertThat(out()).contains("SCORE", "gone.jfr", "not read");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void analyze_nothingReadable_jsonIsStillValid() throws IOException {
    assertThat(run("analyze", "--format=json", directory.toString())).isEqualTo(3);

    assertThat(new ObjectMapper().readTree(out()).at("/unreadable/0/problem").asText())
        .isEqualTo("directory");
  }

  @Test
  void analyze_nothingReadable_textIsSilentOnOutput() {
    assertThat(run("analyze", directory.toString())).isEqualTo(3);

    assertThat(out()).isEmpty();
    assertThat(err.toString()).contains("no recording", "in this directory");
  }

  @Test
  void analyze_strictAndIncomplete_exits3() {
    assertThat(run("analyze", incomplete)).isZero();
    assertThat(run("analyze", "--strict", typing)).isZero();

    assertThat(run("analyze", "--strict", incomplete)).isEqualTo(3);
    assertThat(err.toString()).contains("cache lookups were not recorded");
  }

  @Test
  void analyze_output_goesToTheFile() throws IOException {
    Path file = directory.resolve("report.txt");

    assertThat(run("analyze", "--output", file.toString(), typing)).isZero();

    assertThat(out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("LLE Flight report");
  }

  @Test
  void analyze_outputIntoNowhere_isOneSentence() {
    Path file = directory.resolve("no/such/report.txt");

    assertThat(run("analyze", "--output", file.toString(), typing)).isEqualTo(3);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("no such file");
  }

  @Test
  void analyze_outputOntoTheRecording_isRefused() throws IOException {
    long size = Files.size(Path.of(typing));

    assertThat(run("analyze", "--output", typing, typing)).isEqualTo(2);

    assertThat(Path.of(typing)).hasSize(size);
  }

  @Test
  void analyze_brokenPipe_isSilent() {
    assertThat(runInto(failing("Broken pipe"), "analyze", typing)).isZero();

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void analyze_diskFull_isOneSentence() {
    assertThat(runInto(failing("No space left on device"), "analyze", typing)).isEqualTo(3);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("No space left on device");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "analyse x.jfr",
        "",
        "analyze --format yaml x.jfr",
        "analyze --max-p99 soon x.jfr",
        "analyze --max-p99 0ms x.jfr",
        "analyze --min-score 101 x.jfr",
        "analyze --max-error-rate many x.jfr",
        "analyze --stict x.jfr",
        "top",
        "top shell",
        "top --interval 100ms 1",
        "top --interval 2min 1",
        "top --sort colour 1"
      })
  void run_wrongUse_exits2(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);

    assertThat(run(args)).isEqualTo(2);

    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void run_mistypedNames_suggestsTheRightOnes() {
    run("analyse", "x.jfr");
    assertThat(err.toString()).contains("analyze");

    run("analyze", "--stict", "x.jfr");
    assertThat(err.toString()).contains("--strict");
  }

  @Test
  void top_noSuchProcess_isOneSentence() {
    assertThat(run("top", "--once", Long.toString(Long.MAX_VALUE))).isEqualTo(3);

    assertThat(out()).isEmpty();
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("there is no process");
  }

  @Test
  void run_helpAndVersion_areFine() {
    assertThat(run("--help")).isZero();
    assertThat(run("analyze", "--help")).isZero();
    assertThat(run("--version")).isZero();

    assertThat(out()).contains("analyze", "--max-p99", "Exit codes", "lle ");
  }
}
