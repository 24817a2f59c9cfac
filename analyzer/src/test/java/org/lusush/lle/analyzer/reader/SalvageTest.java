// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestRecordings;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Source;

/** What is left of chunks that were cut off, damaged, or are still being written. */
final class SalvageTest {

  private static final int FLUSHED = 30;

  @TempDir static Path recordings;
  @TempDir Path directory;

  /** A chunk that the JVM flushed and then went on with, and what it was while it was written. */
  private static byte[] whole;

  private static byte[] stillWritten;
  private static byte[] other;

  @BeforeAll
  static void record() throws IOException {
    try (var stream = new RecordingStream()) {
      var flushes = new AtomicReference<>(new CountDownLatch(0));
      stream.onFlush(() -> flushes.get().countDown());
      stream.startAsync();
      Path file = recordings.resolve("whole.jfr");
      TestRecordings.record(file, () -> typeAroundAFlush(flushes));
      whole = Files.readAllBytes(file);
    }
    other = Files.readAllBytes(TestRecordings.typing(recordings.resolve("other.jfr"), 7));
  }

  /** The JVM flushes once a second; the second one comes after what was typed. */
  private static void typeAroundAFlush(AtomicReference<CountDownLatch> flushes) {
    TestRecordings.type(FLUSHED);
    var two = new CountDownLatch(2);
    flushes.set(two);
    try {
      assertThat(two.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    stillWritten = currentChunk();
    TestRecordings.type(10);
  }

  private static byte[] currentChunk() {
    Path repository = Path.of(System.getProperty("jdk.jfr.repository"));
    try (Stream<Path> files = Files.list(repository)) {
      Path last =
          files
              .filter(file -> file.toString().endsWith(".jfr"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return Files.readAllBytes(last);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ReadOutcome read(byte[]... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return RecordingReader.readOne(Files.write(directory.resolve("file.jfr"), bytes.toByteArray()));
  }

  private static long keystrokes(ReadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    return ((ReadOutcome.Success) outcome).recording().contents().keystrokes().latency().count();
  }

  private static Gap gap(ReadOutcome outcome, Gap.Kind kind) {
    assertThat(outcome).isInstanceOf(ReadOutcome.Success.class);
    Source source = ((ReadOutcome.Success) outcome).recording().sources().get(0);
    return source.gaps().stream().filter(gap -> gap.kind() == kind).findFirst().orElseThrow();
  }

  private static int lastChunkAt(byte[] file) {
    int at = 0;
    while (true) {
      int next = at + (int) ByteBuffer.wrap(file).getLong(at + 8);
      if (next >= file.length) {
        return at;
      }
      at = next;
    }
  }

  @Test
  void read_chunkThatTheJvmWrites_yieldsWhatWasFlushed() throws IOException {
    assertThat(stillWritten[64]).isNotZero();

    ReadOutcome outcome = read(stillWritten);

    assertThat(keystrokes(outcome)).isEqualTo(FLUSHED);
    assertThat(gap(outcome, Gap.Kind.UNFINISHED).sentence())
        .contains("still being written")
        .contains("were read");
  }

  @Test
  void read_cutOffWithoutItsEnd_yieldsEventsBeforeTheCut() throws IOException {
    byte[] cut = Arrays.copyOf(whole, whole.length - 100);

    ReadOutcome outcome = read(cut);

    assertThat(keystrokes(outcome)).isBetween((long) FLUSHED, FLUSHED + 10L);
    assertThat(gap(outcome, Gap.Kind.TRUNCATED).sentence())
        .contains("100 bytes are missing")
        .contains("were read");
  }

  @Test
  void read_cutOffAnywhere_countsNoMoreThanThereWas() throws IOException {
    int last = lastChunkAt(whole);
    for (int length = last; length < whole.length; length += (whole.length - last) / 17) {
      ReadOutcome outcome = read(other, Arrays.copyOf(whole, length));

      assertThat(keystrokes(outcome)).isBetween(7L, 7L + FLUSHED + 10);
    }
  }

  @Test
  void read_chunksThatBeganAtOnce_areBothCounted() throws IOException {
    byte[] sameStart = other.clone();
    ByteBuffer.wrap(sameStart).putLong(32, ByteBuffer.wrap(whole).getLong(32));
    ByteBuffer.wrap(sameStart).putLong(48, ByteBuffer.wrap(whole).getLong(48));

    assertThat(keystrokes(read(whole, sameStart))).isEqualTo(FLUSHED + 10 + 7);
  }

  @Test
  void read_beginningAndWholeOfAChunk_countsItOnce() throws IOException {
    Path beginning = Files.write(directory.resolve("a.jfr"), stillWritten);
    Path all = Files.write(directory.resolve("b.jfr"), whole);

    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(beginning, all));

    long sum =
        outcomes.stream()
            .filter(ReadOutcome.Success.class::isInstance)
            .mapToLong(SalvageTest::keystrokes)
            .sum();
    assertThat(sum).isEqualTo(FLUSHED + 10);
  }

  @Test
  void read_damagedChunk_saysWhereWhenAndHowMuch() throws IOException {
    byte[] damaged = whole.clone();
    int metadata =
        lastChunkAt(whole) + (int) ByteBuffer.wrap(whole).getLong(lastChunkAt(whole) + 24);
    Arrays.fill(damaged, metadata + 40, metadata + 400, (byte) 0xFF);

    ReadOutcome outcome = read(other, damaged);

    assertThat(gap(outcome, Gap.Kind.DAMAGED).sentence())
        .contains(String.format(Locale.ROOT, "%,d", other.length + lastChunkAt(whole)))
        .containsPattern("from 20\\d\\d-.*Z to 20\\d\\d-.*Z with at least \\d+ events");
  }

  @Test
  void read_damagedCopyAndGoodCopy_countsTheGoodOne() throws IOException {
    byte[] damaged = other.clone();
    Arrays.fill(damaged, 200, 260, (byte) 0xFF);
    Path bad = Files.write(directory.resolve("a.jfr"), damaged);
    Path good = Files.write(directory.resolve("b.jfr"), other);

    List<ReadOutcome> outcomes = RecordingReader.readAll(List.of(bad, good));

    assertThat(outcomes.get(0)).isInstanceOf(ReadOutcome.Failure.class);
    assertThat(keystrokes(outcomes.get(1))).isEqualTo(7);
  }
}
