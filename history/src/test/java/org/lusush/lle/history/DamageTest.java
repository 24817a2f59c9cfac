// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.history.chronicle.ChronicleStore;

/** What damaged files cost: what is damaged, and nothing else. */
final class DamageTest {

  private static final int RECORDS = 2_000;
  private static final long MILLIS = 1_790_000_000_000L;

  @TempDir static Path shared;
  private static Path written;

  @TempDir Path directory;
  private Path file;
  private Path source;

  /** What a file of a queue was found to hold. */
  private record Found(FileReport report, List<Long> sequences) {}

  @BeforeAll
  static void write() throws Exception {
    Path queue = Files.createDirectory(shared.resolve("q0001"));
    var record = new RecordWriter(new Names());
    var random = new Random(1);
    var crc = new CRC32C();
    try (var store = ChronicleStore.open(queue)) {
      for (int i = 1; i <= RECORDS; i++) {
        Samples.interval(record, random, MILLIS * 1_000_000 + i);
        byte[] bytes = record.end();
        Frame.seal(bytes, record.length(), i, crc);
        store.append(MILLIS, bytes, record.length());
      }
      written = queue.resolve(store.fileName(store.cycle(MILLIS)));
    }
  }

  @BeforeEach
  void copy() throws IOException {
    source = directory.resolve("20260921T141320.000Z-1");
    Path queue = Files.createDirectories(source.resolve("q0001"));
    file = queue.resolve(written.getFileName());
    Files.copy(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Found read() throws IOException {
    List<Long> sequences = new ArrayList<>();
    var report =
        QueueFile.read(
            file, (version, kind, sequence, time, bytes, from, length) -> sequences.add(sequence));
    assertThat(report.records()).isEqualTo(sequences.size());
    assertThat(sequences).isSorted().doesNotHaveDuplicates();
    return new Found(report, sequences);
  }

  private void overwrite(long at, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private long end() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }

  @Test
  void read_aSoundFile_findsWhatTheQueueItselfFinds() throws Exception {
    List<byte[]> theirs = new ArrayList<>();
    try (var queue =
            SingleChronicleQueueBuilder.binary(shared.resolve("q0001"))
                .rollCycle(LegacyRollCycles.DAILY)
                .readOnly(true)
                .build();
        var tailer = queue.createTailer()) {
      var bytes = Bytes.allocateElasticOnHeap();
      while (tailer.readBytes(bytes)) {
        theirs.add(bytes.toByteArray());
        bytes.clear();
      }
    }

    List<byte[]> ours = new ArrayList<>();
    var report =
        QueueFile.read(
            file,
            (version, kind, sequence, time, bytes, from, length) ->
                ours.add(Arrays.copyOfRange(bytes, from - Frame.HEADER, from + length)));

    assertThat(report.damage()).isEmpty();
    assertThat(ours).hasSize(RECORDS).usingRecursiveComparison().isEqualTo(theirs);
  }

  @Test
  void read_aFileWhoseLastRecordIsHalfWritten_findsTheOthersAndNoDamage() throws Exception {
    var crc = new CRC32C();
    var record = new RecordWriter(new Names());
    Samples.interval(record, new Random(2), MILLIS * 1_000_000);
    byte[] bytes = record.end();
    Frame.seal(bytes, record.length(), RECORDS + 1, crc);
    long header = (end() + 3) & -4;
    overwrite(header + 4, Arrays.copyOf(bytes, record.length() / 2));

    assertThat(read().report.damage()).isEmpty();

    overwrite(header, new byte[] {1, 2, 3, (byte) 0x80});
    assertThat(read().report.damage()).isEmpty();
    assertThat(read().sequences).hasSize(RECORDS);
  }

  @Test
  void read_aFileThatWasCut_findsAllBeforeTheCut() throws Exception {
    long end = end();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end - (end - 140_000) / 3);
    }

    var found = read();

    assertThat(found.report.damage()).get().asString().contains("damaged");
    assertThat(found.sequences).hasSizeBetween(RECORDS / 2, RECORDS * 3 / 4);
    assertThat(found.sequences).first().isEqualTo(1L);
  }

  @Test
  void read_aFileWithZerosInTheMiddle_findsAllBeforeAndBehind() throws Exception {
    overwrite(200_000, new byte[40_000]);

    var found = read();

    assertThat(found.report.damage()).get().asString().contains("damaged");
    assertThat(found.sequences).hasSizeBetween(RECORDS * 2 / 3, RECORDS - 100);
    assertThat(found.sequences).first().isEqualTo(1L);
    assertThat(found.sequences).last().isEqualTo((long) RECORDS);
  }

  @Test
  void read_aFileWithGarbageInTheMiddle_findsAllBeforeAndBehind() throws Exception {
    byte[] garbage = new byte[40_001];
    new Random(3).nextBytes(garbage);
    overwrite(200_001, garbage);

    var found = read();

    assertThat(found.report.damage()).get().asString().contains("damaged");
    assertThat(found.sequences).hasSizeBetween(RECORDS * 2 / 3, RECORDS - 100);
    assertThat(found.sequences).last().isEqualTo((long) RECORDS);
  }

  @Test
  void read_aFileWithOneBitFlipped_losesOneRecord() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    overwrite(250_000, new byte[] {(byte) (bytes[250_000] ^ 4)});

    var found = read();

    assertThat(found.report.damage()).isPresent();
    assertThat(found.sequences).hasSize(RECORDS - 1);
  }

  @Test
  void read_filesOfGarbageOrZerosOrNothing_areNamed() throws Exception {
    byte[] garbage = new byte[300_000];
    new Random(4).nextBytes(garbage);
    Files.write(file, garbage);
    Files.write(file.resolveSibling("20260922.cq4"), new byte[100_000]);
    Files.createFile(file.resolveSibling("20260923.cq4"));

    var report =
        HistoryReader.read(directory, Instant.EPOCH, HistoryReader.LATEST, new HistoryVisitor() {})
            .get(0);

    assertThat(report.isSound()).isFalse();
    assertThat(report.records()).isZero();
    assertThat(report.files())
        .extracting(
            f -> f.file().getFileName() + " " + f.damage().orElseThrow().replaceFirst(":.*", ""))
        .containsExactly(
            "20260921.cq4 is damaged", "20260922.cq4 holds no record", "20260923.cq4 is empty");
  }

  @Test
  void packAll_aDamagedFile_packsWhatIsSoundAndSetsItAside() throws Exception {
    overwrite(200_000, new byte[40_000]);
    long sound = read().report.records();

    Packer.packAll(new SourceFolder(source));

    var report =
        HistoryReader.read(directory, Instant.EPOCH, HistoryReader.LATEST, new HistoryVisitor() {})
            .get(0);
    assertThat(report.setAside()).containsExactly(source.resolve("q0001-20260921.cq4.damaged"));
    assertThat(report.files()).singleElement().extracting(FileReport::records).isEqualTo(sound);
    assertThat(report.missing()).isEqualTo(RECORDS - sound);
    assertThat(report.isSound()).isFalse();
  }

  @Test
  void read_aPackWithADamagedBlock_findsTheOthers() throws Exception {
    Packer.packAll(new SourceFolder(source));
    Path pack = source.resolve("q0001-20260921.lleh");
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);

    var report =
        HistoryReader.read(directory, Instant.EPOCH, HistoryReader.LATEST, new HistoryVisitor() {})
            .get(0);

    assertThat(report.files().get(0).damage()).isPresent();
    assertThat(report.files().get(0).records()).isBetween(1L, RECORDS - 1L);
  }

  @Test
  void read_anyBytes_neverFails() throws Exception {
    var random = new Random(5);
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = Arrays.copyOf(sound, 130_000 + random.nextInt(60_000));
      for (int k = random.nextInt(50); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);

      assertThat(
              HistoryReader.read(
                  directory, Instant.EPOCH, HistoryReader.LATEST, new HistoryVisitor() {}))
          .hasSize(1);
    }
  }
}
