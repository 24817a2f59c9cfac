// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.history.chronicle.ChronicleStore;

/** Histories where they cannot be written, on a real file system that is full. */
final class NoRoomTest {

  private static final int MEBIBYTE = 1 << 20;
  private static final HistorySettings SETTINGS =
      new HistorySettings(Duration.ofDays(1), 1 << 30, MEBIBYTE, Duration.ofMillis(5));

  private final List<String> sentences = new CopyOnWriteArrayList<>();

  @TempDir Path temporary;

  /** A file system of 8 MiB, where the test may mount one. */
  private record TinyFileSystem(Path path) implements AutoCloseable {

    static TinyFileSystem mount(Path path) throws Exception {
      Files.createDirectory(path);
      assumeTrue(
          succeeds("mount", "-t", "tmpfs", "-o", "size=8m", "none", path.toString()),
          "only root may mount a file system; this was not tested");
      return new TinyFileSystem(path);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
      try {
        return new ProcessBuilder(command).start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      }
    }

    /** Fills it until so much is free. */
    Path fill(long free) throws IOException {
      Path file = path.resolve("other");
      byte[] page = new byte[4_096];
      try (var out = Files.newOutputStream(file)) {
        while (Files.getFileStore(path).getUsableSpace() > free) {
          out.write(page);
        }
      }
      return file;
    }

    @Override
    public void close() throws InterruptedException {
      succeeds("umount", "-l", path.toString());
    }
  }

  private void awaitSentences(int count) {
    while (sentences.size() < count) {
      Thread.onSpinWait();
    }
  }

  private static void await(HistoryWriter history, long written) {
    while (history.written() < written) {
      Thread.onSpinWait();
    }
  }

  @Test
  void write_onADiskThatFillsUp_stopsWithOneSentenceAndGoesOnWhenThereIsRoom() throws Exception {
    try (var disk = TinyFileSystem.mount(temporary.resolve("disk"))) {
      Path directory = disk.path.resolve("histories");
      var random = new Random(1);
      long dropped;
      try (var history =
          HistoryWriter.start(directory, 1, SETTINGS, ChronicleStore::open, sentences::add)) {
        var record = history.recordWriter();
        Samples.interval(record, random, 1);
        history.offer(record);
        await(history, 5);
        Path other = disk.fill(MEBIBYTE / 2);
        for (int i = 2; i <= 400; i++) {
          Samples.interval(record, random, i);
          history.offer(record);
        }
        awaitSentences(1);
        dropped = history.dropped();
        Files.delete(other);
        awaitSentences(2);
      }

      assertThat(dropped).isPositive();
      assertThat(sentences).hasSize(2);
      assertThat(sentences.get(0)).startsWith("less than 1 MiB are free for the history in ");
      assertThat(sentences.get(1)).startsWith("history goes on in ");
      var told = new Samples.Told();
      var reports =
          HistoryReader.read(directory, HistoryReader.EARLIEST, HistoryReader.LATEST, told);
      assertThat(reports).singleElement().matches(SourceReport::isSound);
      assertThat(told.ends).hasSize((int) (400 - dropped));
    }
  }

  @Test
  void append_onADiskThatIsFullAlready_isAnExceptionAndNoFaultOfTheProcess() throws Exception {
    try (var disk = TinyFileSystem.mount(temporary.resolve("disk"))) {
      Path source = disk.path.resolve("20260921T141320.000Z-1");
      try (var process =
          AppendingProcess.start(
              AppendingProcess.java(),
              AppendingProcess.quiet(),
              source,
              Long.MAX_VALUE,
              temporary.resolve("errors"))) {
        String last = "";
        for (String line = process.line(); line != null; line = process.line()) {
          last = line;
        }

        assertThat(last).startsWith("no history can be written to ").contains("No space left");
        assertThat(process.await()).isZero();
        assertThat(Files.readString(temporary.resolve("errors"))).isEmpty();
      }
    }
  }

  @Test
  void start_inADirectoryThatMayNotBeWritten_saysSo() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    Path directory = Files.createDirectory(temporary.resolve("directory"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));

    assertThatThrownBy(
            () -> HistoryWriter.start(file, 1, SETTINGS, ChronicleStore::open, sentences::add))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("no history can be written to " + file + ": ");
    assumeTrue(!Files.isWritable(directory), "root may write everywhere; this was not tested");
    assertThatThrownBy(
            () -> HistoryWriter.start(directory, 1, SETTINGS, ChronicleStore::open, sentences::add))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("no history can be written to " + directory + ": ");
  }
}
