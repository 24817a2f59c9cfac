// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the histories in a directory, also while they are written. Damage costs what is damaged: it
 * is named in the report, and the rest is read. Memory is bounded whatever the files hold.
 */
public final class HistoryReader {

  /** From before to after all times that records can have. */
  public static final Instant EARLIEST = HistoryVisitor.instant(Long.MIN_VALUE);

  public static final Instant LATEST = HistoryVisitor.instant(Long.MAX_VALUE);

  private HistoryReader() {}

  /**
   * Tells a visitor what was recorded in a range of time, and returns what was found.
   *
   * @param from the first time that is in the range
   * @param to the first time behind it
   * @throws HistoryException when there is no such directory, or it cannot be read
   */
  public static List<SourceReport> read(
      Path directory, Instant from, Instant to, HistoryVisitor visitor) throws HistoryException {
    requireDirectory(directory);
    long fromNanos = HistoryVisitor.nanos(from);
    long toNanos = HistoryVisitor.nanos(to);
    try {
      List<SourceReport> reports = new ArrayList<>();
      for (SourceFolder source : SourceFolder.list(directory)) {
        reports.add(new SourceRead(source, fromNanos, toNanos, visitor).read());
      }
      return List.copyOf(reports);
    } catch (IOException e) {
      throw new HistoryException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns whether a path is a directory in which there are histories. */
  public static boolean holdsHistories(Path directory) {
    try {
      return Files.isDirectory(directory) && !SourceFolder.list(directory).isEmpty();
    } catch (IOException | UncheckedIOException e) {
      return false; // which reading it will tell
    }
  }

  /**
   * Returns the first time behind the newest day of which there are files, a day being one of UTC;
   * empty where there are none. Nothing but their names is looked at.
   *
   * @throws HistoryException when there is no such directory, or it cannot be read
   */
  public static Optional<Instant> newestDayEnd(Path directory) throws HistoryException {
    requireDirectory(directory);
    try {
      Optional<LocalDate> newest = Optional.empty();
      for (SourceFolder source : SourceFolder.list(directory)) {
        for (SourceFolder.Part part : source.parts()) {
          newest =
              Stream.concat(newest.stream(), part.day().stream()).max(Comparator.naturalOrder());
        }
      }
      return newest.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (IOException e) {
      throw new HistoryException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Removes the oldest records: days that ended before a time, and as many more as are too much.
   * What is written now stays.
   *
   * @return the files that are gone
   * @throws HistoryException when there is no such directory, or a file cannot be removed
   */
  public static List<Path> prune(Path directory, Instant before, long maxBytes)
      throws HistoryException {
    requireDirectory(directory);
    try {
      Packer.packAbandoned(directory);
      return List.copyOf(Retention.prune(directory, before, maxBytes));
    } catch (IOException e) {
      throw new HistoryException(directory + " cannot be pruned: " + e.getMessage(), e);
    }
  }

  private static void requireDirectory(Path directory) throws HistoryException {
    if (!Files.isDirectory(directory)) {
      throw new HistoryException(
          Files.exists(directory)
              ? directory + " is no directory; a history is one"
              : "there is no directory " + directory);
    }
  }

  /** The reading of one source. */
  private static final class SourceRead {
    private final SourceFolder source;
    private final long fromNanos;
    private final long toNanos;
    private final HistoryVisitor visitor;
    private final RecordReader reader;
    private long expected = -1;
    private long missing;

    SourceRead(SourceFolder source, long fromNanos, long toNanos, HistoryVisitor visitor) {
      this.source = source;
      this.fromNanos = fromNanos;
      this.toNanos = toNanos;
      this.visitor = visitor;
      reader = new RecordReader(visitor, fromNanos, toNanos);
    }

    SourceReport read() throws IOException {
      visitor.source(source.name());
      List<FileReport> files = new ArrayList<>();
      for (var part : source.parts()) {
        read(part).ifPresent(files::add);
      }
      return new SourceReport(
          source.name(),
          source.path(),
          files,
          source.damaged(),
          reader.records(),
          missing,
          reader.unknown(),
          reader.malformed());
    }

    private Optional<FileReport> read(SourceFolder.Part part) {
      try {
        if (!part.isPack()) {
          return Optional.of(QueueFile.read(part.file(), this::take));
        }
        if (isOutside(part.file())) {
          expected = -1;
          return Optional.empty();
        }
        return Optional.of(PackFile.read(part.file(), this::take));
      } catch (NoSuchFileException e) {
        return readPacked(part);
      } catch (IOException e) {
        return Optional.of(
            new FileReport(part.file(), 0, 0, Optional.of("cannot be read: " + e.getMessage())));
      }
    }

    /** Reads what became of a file of a queue that was packed since it was listed. */
    private Optional<FileReport> readPacked(SourceFolder.Part part) {
      Path pack = part.isPack() ? part.file() : source.packOf(part.file());
      try {
        return Files.exists(pack) ? Optional.of(PackFile.read(pack, this::take)) : Optional.empty();
      } catch (IOException e) {
        return Optional.of(
            new FileReport(pack, 0, 0, Optional.of("cannot be read: " + e.getMessage())));
      }
    }

    private boolean isOutside(Path pack) throws IOException {
      return PackFile.header(pack)
          .filter(header -> header.lastNanos() < fromNanos || header.firstNanos() >= toNanos)
          .isPresent();
    }

    private void take(
        int version, int kind, long sequence, long timeNanos, byte[] bytes, int from, int length) {
      if (expected >= 0) {
        if (sequence < expected) {
          return; // written again after a fault
        }
        missing += sequence - expected;
      }
      expected = sequence + 1;
      reader.read(kind, timeNanos, bytes, from, length);
    }
  }
}
