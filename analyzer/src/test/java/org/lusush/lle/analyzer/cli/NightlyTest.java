// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/** {@code lle compare} and {@code lle nightly} on real recordings. */
final class NightlyTest {

  private static final int KEYSTROKES = 110;

  @TempDir static Path recordings;
  @TempDir Path directory;

  private static Path fast;
  private static Path slow;
  private static Path few;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void record() throws IOException {
    fast = Files.createDirectory(recordings.resolve("fast"));
    slow = Files.createDirectory(recordings.resolve("slow"));
    for (int i = 0; i < 3; i++) {
      session(fast.resolve("run-" + i + ".jfr"), 100, KEYSTROKES);
      session(slow.resolve("run-" + i + ".jfr"), 900, KEYSTROKES);
    }
    few = session(recordings.resolve("few.jfr"), 100, 20);
  }

  private static Path session(Path file, int completionMicros, int keystrokes) throws IOException {
    return TestRecordings.record(
        file,
        () -> {
          TestRecordings.session(keystrokes);
          for (int i = 0; i < keystrokes; i++) {
            TestRecordings.keystroke(Result.SUCCESS);
            if (i % 2 == 0) {
              TestRecordings.operation(
                  OperationType.COMPLETION_SEARCH, "Names", i, completionMicros, Result.SUCCESS);
            }
          }
        });
  }

  private int run(Object... args) {
    out.reset();
    var console =
        new Console(out, new PrintWriter(err, true), StandardCharsets.UTF_8, false, ZoneOffset.UTC);
    return Lle.run(console, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void compare_withWhatGotSlower_isARegressionThatNamesIt() throws IOException {
    assertThat(run("compare", fast, slow)).isEqualTo(ExitCode.FINDING);
    assertThat(out()).contains("regression", "p50 of completion search went from", "worse");

    Path file = directory.resolve("verdict.json");
    assertThat(run("compare", "--format", "json", "--output", file, fast, slow))
        .isEqualTo(ExitCode.FINDING);
    var json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/comparisons/0/subject").asText()).isEqualTo("completion search");
    assertThat(json.at("/comparisons/0/shift").asDouble()).isGreaterThan(1);
    assertThat(json.at("/comparisons/0/low").asDouble()).isPositive();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void compare_withItself_passes() {
    assertThat(run("compare", slow, slow)).isZero();
    assertThat(out()).contains("VERDICT  pass", "3 recordings before, 3 recordings after");
  }

  @Test
  void compare_withTooLittle_isInconclusive() {
    assertThat(run("compare", fast, few)).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out()).contains("the second set has 20 keystrokes; it takes 100 to judge");
  }

  @Test
  void compare_withNothingReadable_saysSo() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThat(run("compare", fast, directory.resolve("gone.jfr"))).isEqualTo(3);
    assertThat(run("compare", empty, slow)).isEqualTo(3);
    assertThat(err.toString()).contains("gone.jfr: ", "empty: there is no recording");
    assertThat(out()).isEmpty();
  }

  @Test
  void compare_usedWrongly_saysHowItIsUsed() {
    Path recording = few;

    assertThat(run("compare", fast)).isEqualTo(2);
    assertThat(run("compare", "--output", recording, recording, slow)).isEqualTo(2);
    assertThat(err.toString()).contains("AFTER", "--output would overwrite a recording");
  }

  @Test
  void nightly_nightAfterNight_judgesFromTheSixthOn() {
    Path store = directory.resolve("store");
    for (int day = 1; day <= 5; day++) {
      assertThat(run("nightly", "--store", store, "--night", "2026-11-0" + day, fast))
          .isEqualTo(ExitCode.INCONCLUSIVE);
    }

    assertThat(run("nightly", "--store", store, "--night", "2026-11-06", fast)).isZero();

    assertThat(out()).contains("VERDICT  pass  6 comparable nights");
    assertThat(err.toString()).contains("the night of 2026-11-06 is added to " + store);
    assertThat(store.resolve("2026-11-06.json")).exists();
    assertThat(run("nightly", "--store", store)).isZero();
    assertThat(out()).contains("tonight  2026-11-06");
    assertThat(run("nightly", "--store", store, "--night", "2026-11-02")).isEqualTo(5);
    assertThat(run("nightly", "--store", store, "--night", "2025-01-01")).isEqualTo(2);
  }

  @Test
  void nightly_withABaseline_isARegressionOnTheFirstNight() {
    assertThat(run("nightly", "--baseline", fast, "--format", "markdown", slow)).isEqualTo(1);
    assertThat(out()).startsWith("### LLE Flight: regression").contains("completion search");
  }

  @Test
  void nightly_sameNightTwice_replacesItsEntryAndSaysSo() {
    Path store = directory.resolve("store");
    run("nightly", "--store", store, "--night", "2026-11-01", fast);

    run("nightly", "--store", store, "--night", "2026-11-01", slow);

    assertThat(err.toString())
        .contains("the night of 2026-11-01 takes the place of its earlier entry in " + store);
  }

  @Test
  void nightly_badEntryInTheStore_isNamedAndLeftOut() throws IOException {
    Path store = Files.createDirectory(directory.resolve("store"));
    Files.writeString(store.resolve("2026-11-01.json"), "{ half");

    assertThat(run("nightly", "--store", store, "--night", "2026-11-02", fast)).isEqualTo(5);
    assertThat(err.toString()).contains("2026-11-01.json is left out: it is no JSON at line 1");
  }

  @Test
  void nightly_storeThatIsAFile_isNoStackTrace() throws IOException {
    Path store = Files.writeString(directory.resolve("file"), "");

    assertThat(run("nightly", "--store", store, fast)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("the store cannot be used").doesNotContain("\tat ");
  }

  @Test
  void nightly_usedWrongly_saysWhatToName() {
    assertThat(run("nightly", fast)).isEqualTo(2);
    assertThat(run("nightly", "--baseline", fast)).isEqualTo(2);
    assertThat(run("nightly", "--store", directory, "--night", "tonight", fast)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "name a --store of earlier nights, a --baseline, or both",
            "name the night's recordings",
            "tonight");
  }
}
