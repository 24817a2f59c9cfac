// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestHistories;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.reader.RecordingReader;
import org.lusush.lle.events.Result;

/** {@code lle compare} and {@code lle nightly} on histories, by the writer of histories. */
final class HistoryNightTest {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 21);
  private static final int SHELLS = 3;

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();
  private ZoneId zone = ZoneOffset.UTC;

  private int run(Object... args) {
    out.reset();
    err.getBuffer().setLength(0);
    var console = new Console(out, new PrintWriter(err, true), StandardCharsets.UTF_8, false, zone);
    return Lle.run(console, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  private JsonNode json(Object... args) throws IOException {
    Object[] all =
        Stream.concat(Stream.of(args), Stream.of("--format", "json")).toArray(Object[]::new);
    run(all);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Writes the shells of some days; on the last, completions take longer. */
  private Path histories(int days, double last) throws IOException {
    Path histories = Files.createDirectories(directory.resolve("histories"));
    for (int day = 0; day < days; day++) {
      for (int shell = 0; shell < SHELLS; shell++) {
        double completion = day == days - 1 ? last : 1;
        TestHistories.day(histories, 100L * day + shell + 1, DAY.plusDays(day), completion);
      }
    }
    return histories;
  }

  @Test
  void nightly_ofAHistory_isEachShellOfItsLastDay() throws IOException {
    Path histories = histories(2, 1.5);

    JsonNode verdict = json("nightly", "--baseline", histories, histories);

    assertThat(verdict.get("verdict").asText()).isEqualTo("regression");
    assertThat(verdict.at("/findings/0").asText())
        .startsWith("p50 of completion search went from ")
        .contains(" to 1.5", " ms (+5");
    assertThat(verdict.at("/after/night").asText()).isEqualTo("2026-09-22");
    assertThat(verdict.at("/before/night").asText()).isEqualTo("2026-09-21");
    assertThat(verdict.at("/after/recordings").asInt()).isZero();
    assertThat(verdict.at("/after/histories").asInt()).isEqualTo(SHELLS);
    assertThat(verdict.at("/after/shell").asText()).isEqualTo("demo");
    assertThat(verdict.at("/after/editor").asText()).isEqualTo("JLine 3.30.6");
    assertThat(verdict.at("/after/jdk").asText()).isEqualTo("17.0.15+6");
    assertThat(verdict.at("/after/processors").asInt()).isEqualTo(TestHistories.PROCESSORS);
    assertThat(verdict.at("/after/keystrokes").asInt()).isEqualTo(SHELLS * 600);
    assertThat(verdict.at("/after/seconds").asInt()).isEqualTo(SHELLS * 60);
    assertThat(verdict.get("notes").toString())
        .contains("3 of the 3 runs after come from histories, which hold no editor commands");
    assertThat(figure(verdict, "keystroke", "error rate")).isEqualTo(0.02);
    assertThat(figure(verdict, "cache paths", "hit rate")).isEqualTo(0.9);
    assertThat(figure(verdict, "pool lines", "pool misses")).isEqualTo(0.25);
    assertThat(verdict.get("comparisons").findValuesAsText("figure"))
        .doesNotContain("bytes a take");
  }

  private static double figure(JsonNode verdict, String subject, String figure) {
    for (JsonNode c : verdict.get("comparisons")) {
      if (c.get("subject").asText().equals(subject) && c.get("figure").asText().equals(figure)) {
        return c.get("after").asDouble();
      }
    }
    throw new AssertionError("no " + figure + " of " + subject + " in " + verdict);
  }

  @Test
  void nightly_nightAfterNight_judgesHistoriesAsItDoesRecordings() throws IOException {
    Path histories = histories(7, 1);
    Path store = directory.resolve("store");
    for (int day = 0; day < 7; day++) {
      run("nightly", "--store", store, "--night", DAY.plusDays(day), histories);
    }

    assertThat(out()).contains("VERDICT  pass  7 comparable nights", "3 shell runs of histories");
    assertThat(store.resolve("2026-09-27.json")).content().contains("\"histories\" : 3");
    assertThat(run("nightly", "--store", store)).isZero();
    assertThat(out()).contains("tonight  2026-09-27", "3 shell runs of histories");
  }

  @Test
  void compare_ofTwoHistories_comparesTheirLastDays() throws IOException {
    Path histories = histories(2, 0.5);
    Path other = Files.createDirectory(directory.resolve("other"));
    TestHistories.day(other, 7, DAY, 1);

    assertThat(run("compare", histories, other)).isEqualTo(ExitCode.FINDING);
    assertThat(out()).contains("p50 of completion search went from 50").contains("1 shell run");
    assertThat(run("compare", other, directory.resolve("gone"))).isEqualTo(3);
  }

  @Test
  void day_isThatOfTheZoneThatTheUserIsIn() throws IOException {
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant lateAtNight = DAY.atTime(23, 30).toInstant(ZoneOffset.UTC);
    TestHistories.write(
        histories,
        5,
        DAY,
        shell -> shell.introduce(lateAtNight, lateAtNight).type(lateAtNight, 60, 1));
    zone = ZoneId.of("Asia/Tokyo");

    JsonNode verdict = json("nightly", "--store", directory.resolve("store"), histories);

    assertThat(verdict.at("/after/night").asText()).isEqualTo("2026-09-22");
    assertThat(run("nightly", "--store", directory.resolve("store"), "--night", DAY, histories))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("the histories hold nothing of 2026-09-21");
  }

  @Test
  void shellThatIsOlderThanTheDay_isKnownAllTheSame() throws IOException {
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant now = Instant.now();
    LocalDate later = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(3);
    Instant noon = later.atTime(12, 0).toInstant(ZoneOffset.UTC);
    TestHistories.write(histories, 5, later, shell -> shell.introduce(now, now).type(noon, 60, 1));

    JsonNode verdict = json("nightly", "--store", directory.resolve("store"), histories);

    assertThat(verdict.at("/after/night").asText()).isEqualTo(later.toString());
    assertThat(verdict.at("/after/shell").asText()).isEqualTo("demo");
    assertThat(verdict.at("/after/jdk").asText()).isEqualTo("17.0.15+6");
    assertThat(verdict.at("/after/processors").asInt()).isEqualTo(TestHistories.PROCESSORS);
  }

  @Test
  void recordsThatWereLost_leaveTheNightIncomplete() throws IOException {
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant noon = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    TestHistories.write(
        histories, 5, DAY, shell -> shell.introduce(noon, noon).type(noon, 60, 1).drop(noon, 12));

    assertThat(run("compare", histories, histories)).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out().replaceAll("\\s+", " "))
        .contains("the second set is incomplete: 12 records could not be written into the history");
  }

  @Test
  void recordingAndHistory_ofOtherProcesses_bothCount() throws IOException {
    Path recording = recording();
    Path histories = Files.createDirectory(directory.resolve("histories"));
    LocalDate today = day(recording);
    TestHistories.day(histories, 1, today, 1);

    JsonNode verdict = json("nightly", "--store", directory.resolve("store"), recording, histories);

    assertThat(verdict.at("/after/recordings").asInt()).isEqualTo(1);
    assertThat(verdict.at("/after/histories").asInt()).isEqualTo(1);
    assertThat(verdict.get("notes").toString()).contains("1 of the 2 runs tonight comes from");
    assertThat(err.toString()).doesNotContain("process");
  }

  @Test
  void recordingAndHistory_ofOneProcess_countOnce() throws IOException {
    Path recording = recording();
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant started = source(recording).session().flatMap(Session::started).orElseThrow();
    Instant noon = day(recording).atTime(12, 0).toInstant(ZoneOffset.UTC);
    long pid = ProcessHandle.current().pid();
    TestHistories.write(
        histories, pid, day(recording), shell -> shell.introduce(noon, started).type(noon, 60, 1));

    JsonNode verdict = json("nightly", "--store", directory.resolve("store"), recording, histories);

    assertThat(verdict.at("/after/recordings").asInt()).isEqualTo(1);
    assertThat(verdict.at("/after/histories").asInt()).isZero();
    assertThat(err.toString())
        .contains("-" + pid + " is of the process that ", "run.jfr holds, too; it is left out");
  }

  @Test
  void recordingAndHistory_thatMayBeOfOneProcess_bothCountAndThatIsSaid() throws IOException {
    Path recording = recording();
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant from = source(recording).start().minusSeconds(30);
    TestHistories.write(
        histories,
        ProcessHandle.current().pid(),
        day(recording).plusDays(1),
        shell -> shell.introduceProcess(from).type(from, 60, 1));

    JsonNode verdict =
        json(
            "nightly",
            "--store",
            directory.resolve("store"),
            "--night",
            LocalDate.ofInstant(from.plusSeconds(60), ZoneOffset.UTC),
            recording,
            histories);

    assertThat(verdict.at("/after/histories").asInt()).isEqualTo(1);
    assertThat(err.toString()).contains("may be of the process that", "both count");
  }

  @Test
  void twoHistories_ofOneProcess_countOnceByTheLonger() throws IOException {
    Path histories = Files.createDirectory(directory.resolve("histories"));
    Instant noon = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    for (int seconds : new int[] {40, 90}) {
      TestHistories.write(
          histories, 5, DAY, shell -> shell.introduce(noon, noon).type(noon, seconds, 1));
    }

    JsonNode verdict = json("nightly", "--store", directory.resolve("store"), histories);

    assertThat(verdict.at("/after/histories").asInt()).isEqualTo(1);
    assertThat(verdict.at("/after/keystrokes").asInt()).isEqualTo(900);
    assertThat(err.toString()).contains("it is left out");
  }

  @Test
  void output_intoTheHistories_isWrongUse() throws IOException {
    Path histories = histories(1, 1);

    assertThat(run("compare", histories, histories, "--output", histories.resolve("v.txt")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--output would be in the directory of the histories");
  }

  private Path recording() throws IOException {
    return TestRecordings.record(
        directory.resolve("run.jfr"),
        () -> {
          TestRecordings.session(110);
          for (int i = 0; i < 110; i++) {
            TestRecordings.keystroke(Result.SUCCESS);
          }
        });
  }

  private static LocalDate day(Path recording) {
    return LocalDate.ofInstant(source(recording).start(), ZoneOffset.UTC);
  }

  private static Source source(Path recording) {
    return Optional.of(RecordingReader.readOne(recording))
        .map(ReadOutcome.Success.class::cast)
        .map(ReadOutcome.Success::recording)
        .map(Recording::sources)
        .map(sources -> sources.get(0))
        .orElseThrow();
  }
}
