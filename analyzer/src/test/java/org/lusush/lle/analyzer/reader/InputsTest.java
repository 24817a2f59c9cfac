// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;

final class InputsTest {

  @TempDir static Path recordings;
  @TempDir Path directory;

  private static byte[] first;
  private static byte[] second;

  @BeforeAll
  static void record() throws IOException {
    first = Files.readAllBytes(TestRecordings.typing(recordings.resolve("1.jfr"), 5));
    second = Files.readAllBytes(TestRecordings.typing(recordings.resolve("2.jfr"), 6));
  }

  private static void gzip(Path file, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
  }

  private static void zip(Path file, String name, byte[] content, String other, byte[] more)
      throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
      out.putNextEntry(new ZipEntry(other));
      out.write(more);
    }
  }

  private static List<Long> keystrokes(List<ReadOutcome> outcomes) {
    List<Long> counts = new ArrayList<>();
    for (ReadOutcome outcome : outcomes) {
      counts.add(
          outcome instanceof ReadOutcome.Success success
              ? success.recording().contents().keystrokes().latency().count()
              : -1L);
    }
    return counts;
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("lle")).toList();
    }
  }

  @Test
  void readAll_directory_readsWhatIsInItAndBelowByName() throws IOException {
    Path below = Files.createDirectories(directory.resolve("z/deep"));
    Files.write(below.resolve("b.jfr"), second);
    gzip(directory.resolve("a.JFR.gz"), first);
    Files.writeString(directory.resolve("notes.txt"), "not read");

    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(directory));

    assertThat(outcomes)
        .extracting(ReadOutcome::file)
        .containsExactly(
            directory.resolve("a.JFR.gz").toString(), below.resolve("b.jfr").toString());
    assertThat(keystrokes(outcomes)).containsExactly(5L, 6L);
  }

  @Test
  void readAll_directoryWithoutRecordings_saysSo() {
    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(directory));

    assertThat(((ReadOutcome.Failure) outcomes.get(0)).problem())
        .isEqualTo(new Problem.IsDirectory());
  }

  @Test
  void readAll_zip_hasAnOutcomeForEachEntry() throws IOException {
    Path archive = directory.resolve("nights.zip");
    zip(archive, "b/2.jfr", second, "a/1.jfr", first);

    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(archive));

    assertThat(outcomes)
        .extracting(ReadOutcome::file)
        .containsExactly(archive + "!a/1.jfr", archive + "!b/2.jfr");
    assertThat(keystrokes(outcomes)).containsExactly(5L, 6L);
  }

  @Test
  void readAll_zipWithSomethingElse_saysWhat() throws IOException {
    Path archive = directory.resolve("nights.zip");
    zip(
        archive,
        "1.jfr",
        first,
        "2.txt",
        "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(keystrokes(RecordingReader.readAll(List.of(archive)))).containsExactly(5L, -1L);
  }

  @Test
  void read_zip_isItsRecordingsTakenTogether() throws IOException {
    Path archive = directory.resolve("nights.zip");
    zip(archive, "1.jfr", first, "2.jfr", second);

    assertThat(keystrokes(List.of(RecordingReader.readOne(archive)))).containsExactly(11L);
  }

  @Test
  void read_whatUnpacksToAbsurdlyMuch_isRefusedAndLeavesNothing() throws IOException {
    List<Path> before = temporary();
    Path bomb = directory.resolve("bomb.jfr.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }

    ReadOutcome outcome = RecordingReader.readOne(bomb);

    assertThat(((ReadOutcome.Failure) outcome).problem().sentence()).contains("unpacks to over");
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void readEach_severalFiles_tellsHowFarItIs() throws IOException {
    Path file = Files.write(directory.resolve("1.jfr"), first);
    List<String> told = new ArrayList<>();

    new RecordingReader((name, read, total) -> told.add(name + " " + read + " of " + total))
        .readEach(List.of(file));

    assertThat(told).endsWith(file + " " + first.length + " of " + first.length);
  }
}
