// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.function.Consumer;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistorySettings;
import org.lusush.lle.history.HistoryStore;
import org.lusush.lle.history.HistoryWriter;
import org.lusush.lle.history.Moment;
import org.lusush.lle.history.RecordWriter;

/** Histories of known contents, by the writer that {@code lle collect} uses. */
public final class TestHistories {

  /** The hardware threads that a shell tells of. */
  public static final int PROCESSORS = 2;

  private static final long SECOND_NANOS = 1_000_000_000;

  /** A store that writes records as a queue does, without the queue, all into a file of one day. */
  private record PlainStore(OutputStream out, String fileName) implements HistoryStore {

    static HistoryStore open(Path folder, LocalDate day) throws HistoryException {
      String name = DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".cq4";
      try {
        return new PlainStore(Files.newOutputStream(folder.resolve(name)), name);
      } catch (IOException e) {
        throw new HistoryException("not here", e);
      }
    }

    @Override
    public long cycle(long millis) {
      return 0;
    }

    @Override
    public String fileName(long cycle) {
      return fileName;
    }

    @Override
    public void append(long millis, byte[] record, int length) throws HistoryException {
      int padding = -length & 3;
      try {
        out.write(
            ByteBuffer.allocate(4 + length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .put(record, 0, length)
                .array());
      } catch (IOException e) {
        throw new HistoryException("not now", e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes one run of a shell, record by record. */
  public static final class Shell {
    private final HistoryWriter history;
    private final RecordWriter record;
    private final Random random;

    private Shell(HistoryWriter history, long seed) {
      this.history = history;
      record = history.recordWriter();
      random = new Random(seed);
    }

    /** Tells who the shell is. */
    public Shell introduce(Instant at, Instant recorderStarted) {
      introduceProcess(at);
      record.beginMoment(nanos(at), Moment.SESSION);
      record.field("shell", "demo");
      record.field("editor", "JLine 3.30.6");
      record.field("started", nanos(recorderStarted));
      offer();
      return this;
    }

    /** Tells of the process only, as a history does whose shell did not introduce itself. */
    public Shell introduceProcess(Instant at) {
      record.beginMoment(nanos(at), Moment.STARTED);
      record.field("program", "Main");
      record.field("java", 17);
      record.field(Moment.VERSION, "17.0.15+6");
      offer();
      record.beginMoment(nanos(at), Moment.MACHINE);
      record.field(Moment.PROCESSORS, PROCESSORS);
      offer();
      return this;
    }

    /**
     * Tells of seconds in each of which ten keys were pressed, a tenth of them for a completion
     * that takes a millisecond times a factor.
     */
    public Shell type(Instant from, int seconds, double completion) {
      double session = Math.exp(0.01 * random.nextGaussian());
      for (int second = 1; second <= seconds; second++) {
        record.beginInterval(nanos(from) + second * SECOND_NANOS, SECOND_NANOS);
        record.operation(
            "keystroke", second % 5 == 0 ? 1 : 0, 0, 0, 1, durations(10, 2e6 * session));
        record.operation(
            "completion search", 0, 0, 0, 0.5, durations(1, 1e6 * completion * session));
        record.cache("paths", 9, 1, 1, 0, 50);
        record.pool("lines", 8, 6, 1, 0);
        record.resources(0.25, -1, 64L << 20, 128L << 20, 12);
        offer();
      }
      return this;
    }

    /** Tells that records were lost. */
    public Shell drop(Instant at, long records) {
      record.beginMoment(nanos(at), Moment.DROPPED);
      record.field("records", records);
      offer();
      return this;
    }

    private Counts durations(int count, double nanos) {
      var counts = new Counts();
      counts.add(Buckets.indexOf(Math.round(nanos * Math.exp(0.1 * random.nextGaussian()))), count);
      return counts;
    }

    private void offer() {
      while (!history.offer(record)) {
        Thread.onSpinWait();
      }
    }
  }

  private TestHistories() {}

  /**
   * Opens a store that writes as a queue does, without the queue.
   *
   * @param day the one that its file is named after
   */
  public static HistoryStore store(Path folder, LocalDate day) throws HistoryException {
    return PlainStore.open(folder, day);
  }

  /**
   * Writes the history of one run of a shell.
   *
   * @param newest the day that its file is named after, not before any record in it
   */
  public static void write(Path directory, long pid, LocalDate newest, Consumer<Shell> told) {
    try (var history =
        HistoryWriter.start(
            directory,
            pid,
            HistorySettings.defaults(),
            folder -> store(folder, newest),
            sentence -> {})) {
      told.accept(new Shell(history, pid));
    } catch (HistoryException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a shell that is used for a minute at noon of a day. */
  public static void day(Path directory, long pid, LocalDate day, double completion) {
    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    write(directory, pid, day, shell -> shell.introduce(noon, noon).type(noon, 60, completion));
  }

  private static long nanos(Instant at) {
    return at.toEpochMilli() * 1_000_000;
  }
}
