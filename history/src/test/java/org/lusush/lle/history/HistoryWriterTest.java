// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.history.chronicle.ChronicleStore;

/** Histories written to a real queue and read back. */
final class HistoryWriterTest {

  private static final long DAY_MILLIS = 86_400_000;
  private static final long START_MILLIS = 1_790_000_000_000L;
  private static final long PID = 4711;

  @TempDir Path temporary;
  private Path directory;
  private final AtomicLong clock = new AtomicLong(START_MILLIS);
  private final List<String> sentences = new CopyOnWriteArrayList<>();
  private final Random random = new Random(7);

  @BeforeEach
  void setUp() {
    directory = temporary.resolve("histories");
  }

  private HistoryWriter start(HistorySettings settings, HistoryStore.Opener opener)
      throws Exception {
    return HistoryWriter.start(directory, PID, settings, opener, sentences::add, clock::get);
  }

  private Samples.Told read() throws Exception {
    var told = new Samples.Told();
    var reports = HistoryReader.read(directory, HistoryReader.EARLIEST, HistoryReader.LATEST, told);
    assertThat(reports).allMatch(SourceReport::isSound);
    return told;
  }

  private void offer(HistoryWriter history, RecordWriter record) {
    while (!history.offer(record)) {
      Thread.onSpinWait();
    }
  }

  private static void await(HistoryWriter history, long written) {
    while (history.written() < written) {
      Thread.onSpinWait();
    }
  }

  @Test
  void close_afterIntervalsOfSeveralDays_packsThemAndAllIsReadBack() throws Exception {
    List<String> expected = new ArrayList<>();
    try (var history = start(HistorySettings.defaults(), ChronicleStore::open)) {
      var record = history.recordWriter();
      for (int day = 0; day < 3; day++) {
        clock.set(START_MILLIS + day * DAY_MILLIS);
        for (int i = 0; i < 100; i++) {
          expected.addAll(Samples.interval(record, random, clock.get() * 1_000_000 + i));
          offer(history, record);
        }
        record.beginMoment(clock.get() * 1_000_000, Moment.TUNING);
        record.field("cache", "completions");
        record.field("entries", -5);
        record.field("rate", 0.5);
        offer(history, record);
        await(history, (day + 1) * 101L);
      }
    }

    var told = read();
    assertThat(told.operations).isEqualTo(expected);
    assertThat(told.ends).hasSize(300);
    assertThat(told.moments.get(0).fields())
        .containsExactly(entry("cache", "completions"), entry("entries", -5L), entry("rate", 0.5));
    assertThat(told.moments).last().extracting(Moment::type).isEqualTo(Moment.ENDED);
    assertThat(files()).hasSize(4).noneMatch(name -> name.contains("cq4"));
    assertThat(sentences).isEmpty();
    Instant last = Instant.ofEpochMilli(START_MILLIS + 2 * DAY_MILLIS);
    assertThat(HistoryReader.newestDayEnd(directory))
        .contains(last.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    assertThat(HistoryReader.holdsHistories(directory)).isTrue();
    assertThat(HistoryReader.holdsHistories(directory.resolveSibling("none"))).isFalse();
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void files_whileWritten_areTheirOwnersAlone() throws Exception {
    try (var history = start(HistorySettings.defaults(), ChronicleStore::open)) {
      var record = history.recordWriter();
      Samples.interval(record, random, START_MILLIS * 1_000_000);
      offer(history, record);
      await(history, 5);

      assertThat(files()).anyMatch(name -> name.endsWith(".cq4")).contains("lock");
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as(path.toString())
              .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
      }
      assertThat(read().ends).containsExactly(START_MILLIS * 1_000_000);
    }
  }

  @Test
  void offer_whileTheStoreFails_dropsWhatFindsNoRoomAndSaysSoOnce() throws Exception {
    var broken = new AtomicBoolean(true);
    HistoryStore.Opener opener =
        folder -> {
          if (broken.get()) {
            throw new HistoryException("the disk is full");
          }
          return ChronicleStore.open(folder);
        };
    var settings = new HistorySettings(Duration.ofDays(1), 1 << 30, 1, Duration.ofMillis(1));
    long dropped;
    try (var history = start(settings, opener)) {
      var record = history.recordWriter();
      for (int i = 0; i < 1_000; i++) {
        Samples.interval(record, random, clock.get() * 1_000_000 + i);
        history.offer(record);
      }
      dropped = history.dropped();
      assertThat(dropped).isBetween(500L, 1_000L - 200);
      while (sentences.isEmpty()) {
        Thread.onSpinWait();
      }
      broken.set(false);
    }

    assertThat(sentences.get(0)).isEqualTo("the disk is full");
    assertThat(sentences.get(1)).contains("goes on", "lost");
    assertThat(sentences).hasSize(2);
    var told = read();
    assertThat(told.ends).hasSize((int) (1_000 - dropped));
    assertThat(told.moments)
        .filteredOn(moment -> moment.type().equals(Moment.DROPPED))
        .first()
        .extracting(moment -> moment.fields().get("records"))
        .isEqualTo(dropped);
  }

  @Test
  void write_afterTheClockWasSetBack_goesOnAndTells() throws Exception {
    try (var history = start(HistorySettings.defaults(), ChronicleStore::open)) {
      var record = history.recordWriter();
      Samples.interval(record, random, clock.get() * 1_000_000);
      offer(history, record);
      await(history, 10);
      clock.addAndGet(-5 * DAY_MILLIS);
      Samples.interval(record, random, clock.get() * 1_000_000);
      offer(history, record);
    }

    var told = read();
    assertThat(told.ends)
        .containsExactly(START_MILLIS * 1_000_000, (START_MILLIS - 5 * DAY_MILLIS) * 1_000_000);
    assertThat(told.moments)
        .extracting(Moment::type)
        .containsExactly(Moment.CLOCK_SET_BACK, Moment.ENDED);
    assertThat(told.moments.get(0).fields()).containsEntry("milliseconds", 5 * DAY_MILLIS);
  }
}
