// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Source;

final class BadInputTest {

  @TempDir static Path recordings;
  @TempDir Path directory;

  private static byte[] first;
  private static byte[] second;

  @BeforeAll
  static void recordTwice() throws IOException {
    first = Files.readAllBytes(TestRecordings.typing(recordings.resolve("1.jfr"), 20));
    second = Files.readAllBytes(TestRecordings.typing(recordings.resolve("2.jfr"), 30));
  }

  private ReadOutcome read(byte[]... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return RecordingReader.readOne(Files.write(directory.resolve("file.jfr"), bytes.toByteArray()));
  }

  private Problem problem(byte[]... parts) throws IOException {
    ReadOutcome outcome = read(parts);
    assertThat(outcome).isInstanceOf(ReadOutcome.Failure.class);
    return ((ReadOutcome.Failure) outcome).problem();
  }

  private Source source(long keystrokes, byte[]... parts) throws IOException {
    ReadOutcome outcome = read(parts);
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    var recording = ((ReadOutcome.Success) outcome).recording();
    assertThat(recording.contents().keystrokes().latency().count()).isEqualTo(keystrokes);
    return recording.sources().get(0);
  }

  private static List<Gap.Kind> structural(Source source) {
    return source.gaps().stream()
        .map(Gap::kind)
        .filter(kind -> kind != Gap.Kind.NOT_CHECKED)
        .toList();
  }

  private static byte[] with(byte[] original, int offset, int... values) {
    byte[] copy = original.clone();
    for (int i = 0; i < values.length; i++) {
      copy[offset + i] = (byte) values[i];
    }
    return copy;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void read_noSuchFile_saysSo() {
    ReadOutcome outcome = RecordingReader.readOne(directory.resolve("nowhere.jfr"));

    assertThat(((ReadOutcome.Failure) outcome).problem()).isEqualTo(new Problem.NoSuchFile());
  }

  @Test
  void read_directory_saysSo() {
    ReadOutcome outcome = RecordingReader.readOne(directory);

    assertThat(((ReadOutcome.Failure) outcome).problem()).isEqualTo(new Problem.IsDirectory());
  }

  @Test
  void read_noByte_isEmpty() throws IOException {
    assertThat(problem(new byte[0])).isEqualTo(new Problem.Empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, world!|text",
        "<?xml version='1.0'?><configuration/>|XML",
        "JAVA PROFILE 1.0.2|heap dump"
      })
  void read_fileOfAnotherSort_saysWhatItLooksLike(String content, String looksLike)
      throws IOException {
    assertThat(problem(text(content)))
        .isInstanceOfSatisfying(
            Problem.NotARecording.class, p -> assertThat(p.looksLike()).contains(looksLike));
  }

  @Test
  void read_binaryOfAnotherSort_saysWhatItLooksLike() throws IOException {
    assertThat(problem(new byte[5_000]).sentence()).contains("zeros");
    assertThat(problem(new byte[] {1, 2, 3}).sentence()).contains("unknown binary");
  }

  @Test
  void read_gzip_isUnpacked() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(first);
    }

    assertThat(structural(source(20, bytes.toByteArray()))).isEmpty();
  }

  @Test
  void read_gzipCutOff_cannotBeRead() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(first);
    }

    assertThat(problem(Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2)))
        .isInstanceOf(Problem.NotReadable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8, 40, 67, 68, 100, 5_000})
  void read_cutInTheFirstChunk_isTruncated(int length) throws IOException {
    assertThat(problem(Arrays.copyOf(first, length))).isInstanceOf(Problem.Truncated.class);
  }

  @Test
  void read_lastByteMissing_costsThatOnly() throws IOException {
    Source source = source(20, Arrays.copyOf(first, first.length - 1));

    assertThat(structural(source)).containsExactly(Gap.Kind.TRUNCATED);
    assertThat(source.gaps().get(0).sentence()).contains("1 bytes are missing");
  }

  @Test
  void read_zipThatIsNone_saysSo() throws IOException {
    assertThat(problem(text("PK\u0003\u0004abc"))).isInstanceOf(Problem.NotReadable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60, 68, 500, 20_000})
  void read_cutInTheSecondChunk_keepsTheFirst(int length) throws IOException {
    Source source = source(20, first, Arrays.copyOf(second, length));

    assertThat(structural(source)).containsExactly(Gap.Kind.TRUNCATED);
    assertThat(source.isIncomplete()).isTrue();
    assertThat(source.chunks()).isEqualTo(1);
  }

  @Test
  void read_chunkBeingWrittenWithoutAnything_isUnfinished() throws IOException {
    byte[] begun = with(first, 64, 1);
    Arrays.fill(begun, 8, 32, (byte) 0);

    assertThat(problem(Arrays.copyOf(begun, 400))).isEqualTo(new Problem.Unfinished());
  }

  @Test
  void read_chunkBeingWritten_isReadAsFarAsItsHeaderKnows() throws IOException {
    assertThat(structural(source(20, with(first, 64, 1)))).containsExactly(Gap.Kind.UNFINISHED);
  }

  @Test
  void read_lastChunkBeingWritten_keepsThoseBefore() throws IOException {
    byte[] begun = with(second, 64, 1);
    Arrays.fill(begun, 8, 32, (byte) 0);

    assertThat(structural(source(20, first, Arrays.copyOf(begun, 400))))
        .containsExactly(Gap.Kind.UNFINISHED);
  }

  @Test
  void read_otherVersion_isUnsupported() throws IOException {
    assertThat(problem(with(first, 4, 0, 9)))
        .isEqualTo(new Problem.UnsupportedVersion(9, version()));
    assertThat(problem(with(first, 4, 0, 0)).sentence()).contains("old JVM");
  }

  private static int version() {
    return ByteBuffer.wrap(first).getShort(6);
  }

  @Test
  void read_garbageAtTheEnd_isLeftOut() throws IOException {
    assertThat(structural(source(20, first, text("what is this?"))))
        .containsExactly(Gap.Kind.DAMAGED);
  }

  @Test
  void read_garbageBetween_costsOnlyItself() throws IOException {
    Source source = source(50, first, text("what is this?"), second);

    assertThat(structural(source)).containsExactly(Gap.Kind.DAMAGED);
    assertThat(source.gaps().get(0).sentence()).contains("no whole chunk");
  }

  @Test
  void read_damagedFirstChunk_costsOnlyItself() throws IOException {
    byte[] damaged = first.clone();
    Arrays.fill(damaged, 1_000, 3_000, (byte) 0x55);

    Source source = source(30, damaged, second);

    assertThat(structural(source)).containsExactly(Gap.Kind.DAMAGED);
    assertThat(source.chunks()).isEqualTo(1);
  }

  @Test
  void read_wrongSizeInTheFirstHeader_findsTheSecondChunk() throws IOException {
    byte[] damaged = with(first, 8, 0x7F);

    assertThat(structural(source(50, damaged, second))).containsExactly(Gap.Kind.DAMAGED);
  }

  @Test
  void read_damagedMetadata_isDamaged() throws IOException {
    int metadata = (int) ByteBuffer.wrap(first).getLong(24);
    byte[] damaged = first.clone();
    Arrays.fill(damaged, metadata + 40, metadata + 400, (byte) 0xFF);

    Problem problem = problem(damaged);

    assertThat(problem).isInstanceOf(Problem.Damaged.class);
    assertThat(problem.sentence()).doesNotContain("Exception");
  }

  @Test
  void read_recordingOfSomethingElse_saysHowToSwitchOn() throws IOException {
    Path file = directory.resolve("other.jfr");
    try (var recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.stop();
      recording.dump(file);
    }

    ReadOutcome outcome = RecordingReader.readOne(file);

    assertThat(((ReadOutcome.Failure) outcome).problem())
        .isInstanceOfSatisfying(
            Problem.NoEditorEvents.class, p -> assertThat(p.label()).isEqualTo("no-editor-events"));
  }

  @Test
  void read_randomDamage_alwaysHasAnOutcome() throws IOException {
    var random = new Random(42);
    for (int round = 0; round < 60; round++) {
      byte[] damaged = first.clone();
      int at = random.nextInt(damaged.length);
      int length = 1 + random.nextInt(round % 2 == 0 ? 4 : 200);
      for (int i = at; i < Math.min(damaged.length, at + length); i++) {
        damaged[i] = (byte) random.nextInt();
      }

      ReadOutcome outcome = read(damaged, second);

      assertThat(outcome.file()).endsWith("file.jfr");
      if (outcome instanceof ReadOutcome.Success success) {
        assertThat(success.recording().contents().keystrokes().latency().count())
            .isGreaterThanOrEqualTo(30);
      }
    }
  }

  @Test
  void read_randomBytesAfterTheMagic_alwaysHasAnOutcome() throws IOException {
    var random = new Random(43);
    for (int round = 0; round < 50; round++) {
      byte[] garbage = new byte[random.nextInt(5_000)];
      random.nextBytes(garbage);

      assertThat(problem(text("FLR\0\0\2\0\1"), garbage).sentence()).isNotBlank();
    }
  }
}
