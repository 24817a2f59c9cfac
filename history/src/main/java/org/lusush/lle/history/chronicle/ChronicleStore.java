// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history.chronicle;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;
import net.openhft.chronicle.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.history.HistoryException;
import org.lusush.lle.history.HistoryStore;

/**
 * A Chronicle Queue of days, for one thread. Slow to open: some hundred milliseconds of processor
 * time, the first one more.
 */
public final class ChronicleStore implements HistoryStore {

  /** What is mapped at once; files grow by it, with a hole at the end. */
  private static final int BLOCK = 4 << 20;

  private static final long DAY_MILLIS = 86_400_000;

  /** Held on to, since a logger that nobody holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("net.openhft");

  private final Path folder;
  private final ChronicleQueue queue;
  private final ExcerptAppender appender;
  private final Bytes<byte[]> record = Bytes.allocateElasticOnHeap(512);
  private @Nullable Reservation reservation;
  private long cycle = Long.MIN_VALUE;
  private long millis;

  static {
    // Before the first class of it is touched: it tells nobody anything, here or elsewhere.
    System.setProperty("chronicle.analytics.disable", "true");
    System.setProperty("chronicle.announcer.disable", "true");
    System.setProperty("chronicle.disk.monitor.disable", "true");
    System.setProperty("chronicle.queue.disableFileShrinking", "true");
    LOGGER.setLevel(Level.OFF);
    silence();
  }

  private static void silence() {
    if (isPossible()) {
      Jvm.disableWarnHandler();
      Jvm.disableDebugHandler();
      Jvm.disablePerfHandler();
      Jvm.setErrorExceptionHandler((type, message, thrown) -> {});
    }
  }

  private static boolean isPossible() {
    try {
      OpenModules.require();
      return true;
    } catch (HistoryException e) {
      return false;
    }
  }

  private ChronicleStore(Path folder) {
    this.folder = folder;
    queue =
        SingleChronicleQueueBuilder.binary(folder)
            .rollCycle(LegacyRollCycles.DAILY)
            .blockSize(BLOCK)
            .timeProvider(() -> millis)
            .build();
    appender = queue.createAppender();
  }

  /**
   * Opens a queue.
   *
   * @param folder an empty folder that is the queue's own
   * @throws HistoryException when this Java does not let it, or it cannot be written there
   */
  public static HistoryStore open(Path folder) throws HistoryException {
    OpenModules.require();
    try {
      return new ChronicleStore(folder);
    } catch (RuntimeException | LinkageError | InternalError | AssertionError e) {
      throw new HistoryException("no history can be written to " + folder + ": " + reason(e), e);
    }
  }

  @Override
  public long cycle(long millis) {
    return Math.floorDiv(millis, DAY_MILLIS);
  }

  @Override
  public String fileName(long cycle) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay(cycle)) + ".cq4";
  }

  @Override
  public void append(long millis, byte[] bytes, int length) throws HistoryException {
    try {
      this.millis = millis;
      reserve();
      record.clear();
      record.write(bytes, 0, length);
      appender.writeBytes(record);
      if (cycle(millis) != cycle) {
        begun(cycle(millis));
      }
    } catch (IOException | RuntimeException | LinkageError | InternalError | AssertionError e) {
      throw new HistoryException("no history can be written to " + folder + ": " + reason(e), e);
    }
  }

  private void reserve() throws IOException {
    Reservation reserved = reservation;
    Wire wire = appender.wire();
    if (reserved != null && wire != null && cycle(millis) == cycle) {
      reserved.ensure(wire.bytes().writePosition());
    }
  }

  /** Has come to a new file. */
  private void begun(long cycle) throws IOException {
    closeReservation();
    this.cycle = cycle;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        own(file);
      }
    }
    File file = appender.currentFile();
    if (file != null) {
      reservation = Reservation.of(file.toPath());
      reserve();
    }
  }

  private static void own(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private void closeReservation() throws IOException {
    Reservation reserved = reservation;
    reservation = null;
    if (reserved != null) {
      reserved.close();
    }
  }

  @Override
  public void close() {
    try {
      closeReservation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      record.releaseLast();
      appender.close();
      queue.close();
    }
  }
}
