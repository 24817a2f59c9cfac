// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestHistories;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistorySettings;
import org.lusush.lle.history.HistoryWriter;
import org.lusush.lle.history.Moment;

/** {@code lle history} on a history of known contents. */
final class HistoryCommandTest {

  private static final Instant START = Instant.parse("2026-09-21T14:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 21);
  private static final int MINUTES = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private Path directory;
  private int exit;
  private String out = "";
  private String err = "";

  /** Writes an hour of a shell whose completions get slower and whose insertions do not. */
  @BeforeEach
  void write() throws Exception {
    directory = home.resolve("histories");
    try (var history =
        HistoryWriter.start(
            directory,
            4711,
            HistorySettings.defaults(),
            folder -> TestHistories.store(folder, DAY),
            s -> {})) {
      var record = history.recordWriter();
      record.beginMoment(nanos(0), Moment.SESSION);
      record.field("shell", "my-shell\u001b[31m");
      history.offer(record);
      for (int minute = 0; minute < MINUTES; minute++) {
        record.beginInterval(nanos(minute), 1_000_000_000);
        record.operation("keystroke", 0, 0, 0, 1, durations(2_000_000));
        record.operation(
            "completion search", 1, 2, 3, 0.5, durations(1_000_000L + minute * 50_000L));
        record.operation("=cmd\u001b]0;x\u0007,\"", 0, 0, 0, 1, durations(1));
        record.cache("completions", 30, 10, 5, 1, 100);
        record.pool("buffers", 8, 6, 1, 0);
        record.resources(0.25, -1, 64L << 20, 128L << 20, 12);
        record.target("response", "met", 400, 500);
        while (!history.offer(record)) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static long nanos(int minute) {
    return START.plus(Duration.ofMinutes(minute)).toEpochMilli() * 1_000_000;
  }

  private static Counts durations(long nanos) {
    var counts = new Counts();
    counts.add(Buckets.indexOf(nanos), 3);
    counts.add(Buckets.indexOf(nanos * 2), 1);
    return counts;
  }

  private void run(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("history"));
    all.addAll(Arrays.asList(arguments));
    var console = new Console(bytes, new PrintWriter(errors, true), UTF_8, false, ZoneOffset.UTC);
    exit = Lle.run(console, all.toArray(String[]::new));
    out = bytes.toString(UTF_8);
    err = errors.toString();
    assertThat(out + err).doesNotContain("\u001b");
  }

  private void runHere(String... arguments) {
    List<String> all = new ArrayList<>(List.of(directory.toString()));
    all.addAll(Arrays.asList(arguments));
    run(all.toArray(String[]::new));
  }

  @Test
  void list_namesTheRunsOfShells() {
    runHere();

    assertThat(exit).isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .containsPattern(
            "my-shell +2026-09-21 14:00:00 +2026-09-21 14:59:00 +60 +240 +[\\d.]+ (bytes|KiB)\n");
  }

  @Test
  void stats_sumUpTheRange() throws Exception {
    runHere("stats", "--format", "json", "--from", "2026-09-21T14:30", "--to", "2026-09-21T14:40");

    JsonNode stats = JSON.readTree(out);
    assertThat(exit).isZero();
    assertThat(stats.at("/sound").asBoolean()).isTrue();
    assertThat(stats.at("/sources/0/intervals").asInt()).isEqualTo(10);
    JsonNode completion =
        Stream.iterate(0, i -> i + 1)
            .limit(3)
            .map(i -> stats.at("/operations/" + i))
            .filter(o -> o.get("operation").asText().equals("completion search"))
            .findFirst()
            .orElseThrow();
    assertThat(completion.get("count").asInt()).isEqualTo(40);
    assertThat(completion.get("errors").asInt()).isEqualTo(10);
    assertThat(completion.get("criticals").asInt()).isEqualTo(30);
    assertThat(completion.get("p50Nanos").asDouble()).isBetween(2.5e6, 3e6);
    assertThat(completion.get("maxNanos").asDouble()).isBetween(5.7e6, 6e6);
    assertThat(stats.at("/caches/0/hits").asInt()).isEqualTo(300);
    assertThat(stats.at("/pools/0/reused").asInt()).isEqualTo(60);
    assertThat(stats.at("/resources/maxHeapBytes").asLong()).isEqualTo(64L << 20);
    assertThat(stats.at("/targets/0/met").asInt()).isEqualTo(10);

    runHere("stats");
    assertThat(out).contains("OPERATIONS", "completion search", "75.0 %", "response", "session  1");
  }

  @Test
  void trend_tellsWhatGetsSlower() throws Exception {
    runHere("trend", "--format", "json");

    for (JsonNode line : JSON.readTree(out).get("trends")) {
      boolean isSlower = line.get("operation").asText().equals("completion search");
      assertThat(line.get("direction").asText()).isEqualTo(isSlower ? "rising" : "stable");
      if (isSlower && line.get("figure").asText().equals("p50")) {
        assertThat(line.get("nanosPerMinute").asDouble()).isBetween(48_000.0, 52_000.0);
      }
    }

    runHere("trend", "--operation", "completion search");
    assertThat(out).containsPattern("completion search +p50 +rising").doesNotContain("keystroke");
  }

  @Test
  void export_asCsv_isALineForEachOperation() {
    runHere("export", "--operation", "keystroke");

    List<String> lines = out.lines().toList();
    assertThat(exit).isZero();
    assertThat(lines).hasSize(1 + MINUTES);
    assertThat(lines.get(1))
        .matches(
            "2026-09-21T14:00:00Z,\\d{8}T\\d{6}\\.\\d{3}Z-4711,1000000000,\"keystroke\",4,0,0,0,\\d{7},\\d{7},\\d{7},1\\.0");

    runHere("export");
    assertThat(out).contains(",\"'=cmd,'\",").doesNotContain("\"=cmd");
  }

  @Test
  void export_asJsonLines_isARecordInEach() throws Exception {
    Path file = home.resolve("export.jsonl");

    runHere("export", "--format", "jsonl", "--output", file.toString());

    List<String> lines = Files.readAllLines(file);
    assertThat(exit).isZero();
    assertThat(out).isEmpty();
    assertThat(lines).hasSize(MINUTES + 2);
    JsonNode interval = JSON.readTree(lines.get(1));
    assertThat(interval.get("record").asText()).isEqualTo("interval");
    assertThat(interval.at("/operations/1/nanosCounts/0/1").asInt()).isEqualTo(3);
    assertThat(interval.at("/caches/0/entries").asInt()).isEqualTo(100);
    assertThat(interval.at("/resources/machineCpu").isNull()).isTrue();
    assertThat(JSON.readTree(lines.get(MINUTES + 1)).get("moment").asText()).isEqualTo("ended");
  }

  @Test
  void damage_isNamedByAll_andAFailureForVerify() throws Exception {
    runHere("verify");
    assertThat(exit).isZero();
    assertThat(out).isEqualTo("62 records in 1 shell run: all sound\n");

    Path pack = pack();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);

    runHere("stats");
    assertThat(exit).isZero();
    assertThat(err).contains("q0001-20260921.lleh is damaged");

    runHere("verify");
    assertThat(exit).isEqualTo(3);
    assertThat(out).contains("q0001-20260921.lleh is damaged", "not all sound");
  }

  private Path pack() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".lleh")).findFirst().orElseThrow();
    }
  }

  @Test
  void prune_removesWhatIsTooOldOrTooMuch() {
    runHere("prune", "--keep-days", "100000");
    assertThat(out).isEqualTo("nothing to remove\n");

    runHere("prune", "--max-megabytes", "0");
    assertThat(exit).isZero();
    assertThat(out).startsWith("removed ").endsWith("q0001-20260921.lleh\n");

    runHere();
    assertThat(out).isEqualTo("nothing was recorded in this range of time\n");
  }

  @Test
  void wrongUse_isSaidInOneSentence() {
    run(home.resolve("none").toString());
    assertThat(exit).isEqualTo(3);
    assertThat(err).isEqualTo("lle: there is no directory " + home.resolve("none") + "\n");

    runHere("--from", "yesterday");
    assertThat(exit).isEqualTo(2);
    assertThat(err).contains("'yesterday' is no time such as");

    runHere("--from", "2026-09-22", "--to", "2026-09-20");
    assertThat(exit).isEqualTo(2);
    assertThat(err).contains("--from must be before --to");

    runHere("prune");
    assertThat(exit).isEqualTo(2);
    assertThat(err).contains("prune takes --keep-days or --max-megabytes");

    runHere("stats", "--format", "csv");
    assertThat(exit).isEqualTo(2);
    assertThat(err).contains("--format is csv or jsonl for export");
  }
}
