// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes the history of one shell, on a thread of its own that does all that is slow: it opens the
 * store, appends, packs the day that is over, prunes.
 *
 * <p>One thread encodes and {@link #offer offers}, which copies the record and never waits. What
 * cannot be written waits in a bounded queue; what finds no room there is dropped, counted, and
 * told by a record when it goes on.
 */
public final class HistoryWriter implements AutoCloseable {

  private static final int CAPACITY = 256;

  /** What is written at most between two looks at the room there is. */
  private static final long ROOM_BYTES = 1 << 18;

  private static final long LOOK_NANOS = 100_000_000;
  private static final long CLOCK_SLACK_MILLIS = 1_000;
  private static final long PRUNE_EVERY_NANOS = 3_600_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Path directory;
  private final HistorySettings settings;
  private final HistoryStore.Opener opener;
  private final Consumer<String> listener;
  private final LongSupplier clock;
  private final SourceFolder source;
  private final SourceLock lock;
  private final Names names = new Names();
  private final HandOver handOver = new HandOver(CAPACITY);
  private final Thread thread;

  private final CRC32C crc = new CRC32C();
  private final RecordWriter own = new RecordWriter(names);
  private final Encoder name = new Encoder();
  private @Nullable HistoryStore store;
  private @Nullable Path queue;
  private int sequence;
  private int namesWritten;
  private long cycle = Long.MIN_VALUE;
  private long millis;
  private long lastWall;
  private long setBackMillis;
  private long droppedTold;
  private long pausedSince;
  private boolean paused;
  private long prunedNanos;
  private volatile boolean closing;
  private volatile long written;

  private HistoryWriter(
      Path directory,
      HistorySettings settings,
      HistoryStore.Opener opener,
      Consumer<String> listener,
      LongSupplier clock,
      SourceFolder source,
      SourceLock lock) {
    this.directory = directory;
    this.settings = settings;
    this.opener = opener;
    this.listener = listener;
    this.clock = clock;
    this.source = source;
    this.lock = lock;
    thread = new Thread(this::run, "lle-history-" + source.name());
    thread.setDaemon(true);
  }

  /**
   * Begins a history.
   *
   * @param directory of all histories, made unless it is there
   * @param pid the shell's process
   * @param listener hears a sentence when writing stops, and when it goes on; from the writer's
   *     thread
   * @throws HistoryException when the directory cannot be written
   */
  public static HistoryWriter start(
      Path directory,
      long pid,
      HistorySettings settings,
      HistoryStore.Opener opener,
      Consumer<String> listener)
      throws HistoryException {
    return start(directory, pid, settings, opener, listener, System::currentTimeMillis);
  }

  static HistoryWriter start(
      Path directory,
      long pid,
      HistorySettings settings,
      HistoryStore.Opener opener,
      Consumer<String> listener,
      LongSupplier clock)
      throws HistoryException {
    requireNonNull(settings, "settings");
    requireNonNull(opener, "opener");
    requireNonNull(listener, "listener");
    try {
      var source = SourceFolder.create(directory, Instant.ofEpochMilli(clock.getAsLong()), pid);
      var lock = source.tryLock();
      if (lock.isEmpty()) {
        throw new HistoryException("somebody else writes " + source.path());
      }
      var writer =
          new HistoryWriter(directory, settings, opener, listener, clock, source, lock.get());
      writer.thread.start();
      return writer;
    } catch (IOException e) {
      throw new HistoryException(
          "no history can be written to " + directory + ": " + Reason.of(e), e);
    }
  }

  /** Returns an encoder of records for this history, for the thread that offers. */
  public RecordWriter recordWriter() {
    return new RecordWriter(names);
  }

  /**
   * Takes a record that is complete. Never waits.
   *
   * @return whether it found room; if not, it is dropped and counted
   */
  public boolean offer(RecordWriter record) {
    byte[] bytes = record.end();
    return record.length() <= Frame.HEADER + Frame.MAX_LENGTH
        && handOver.offer(bytes, record.length());
  }

  /** Returns how many records were dropped, since they could not be written in time. */
  public long dropped() {
    return handOver.dropped();
  }

  /** Returns how many records were appended, those that this adds itself included. */
  public long written() {
    return written;
  }

  /** Returns the folder of this history in the directory. */
  public Path folder() {
    return source.path();
  }

  private void run() {
    try {
      packAbandoned();
      while (!closing) {
        writeAll();
        if (handOver.hasNext() && !paused) {
          continue;
        }
        LockSupport.parkNanos(paused ? settings.retry().toNanos() : LOOK_NANOS);
      }
      for (boolean more = true; more; more = handOver.hasNext() && !paused) {
        writeAll();
      }
      end();
    } catch (RuntimeException | LinkageError e) {
      listener.accept("history has stopped: " + e);
    } finally {
      closeStore();
      packOwn();
      unlock();
    }
  }

  private void packAbandoned() {
    try {
      Packer.packAbandoned(directory);
      prune();
    } catch (IOException e) {
      listener.accept("what is in " + directory + " could not be packed: " + Reason.of(e));
    }
  }

  private void prune() throws IOException {
    prunedNanos = System.nanoTime();
    Instant before = Instant.ofEpochMilli(clock.getAsLong()).minus(settings.keep());
    Retention.prune(directory, before, settings.maxBytes());
  }

  /** Appends what was offered, until there is no more or it cannot go on. */
  private void writeAll() {
    try {
      if (handOver.hasNext() || paused) {
        requireRoom();
        long millis = tick();
        prepare(millis);
        for (long bytes = 0; handOver.hasNext() && bytes < ROOM_BYTES; ) {
          bytes += handOver.nextLength();
          append(millis, handOver.next(), handOver.nextLength());
          handOver.taken();
        }
        tellDropped(millis);
      }
      if (System.nanoTime() - prunedNanos > PRUNE_EVERY_NANOS) {
        prune();
      }
    } catch (HistoryException e) {
      pause(e.sentence());
    } catch (IOException e) {
      pause("no history can be written to " + directory + ": " + Reason.of(e));
    }
  }

  /** Looks at the clock, and returns a time that is never less than the one before. */
  private long tick() {
    long wall = clock.getAsLong();
    setBackMillis = Math.max(setBackMillis, lastWall - wall);
    lastWall = wall;
    millis = Math.max(millis, wall);
    return millis;
  }

  private void requireRoom() throws HistoryException, IOException {
    long free = Files.getFileStore(source.path()).getUsableSpace();
    if (free < settings.minFreeBytes()) {
      throw new HistoryException(
          "less than %,d MiB are free for the history in %s; it goes on when there is room"
              .formatted(Math.max(1, settings.minFreeBytes() >> 20), directory));
    }
  }

  /** Has all in place for a record of a time: the store, the cycle, what is to be told before. */
  private void prepare(long millis) throws HistoryException, IOException {
    HistoryStore open = store == null ? open() : store;
    long next = open.cycle(millis);
    if (next != cycle) {
      long over = cycle;
      cycle = next;
      namesWritten = 0;
      writeNames(millis);
      if (over != Long.MIN_VALUE && queue != null) {
        packOver(queue.resolve(open.fileName(over)));
      }
    }
    if (paused) {
      goOn(millis);
    }
    if (setBackMillis > CLOCK_SLACK_MILLIS) {
      own.beginMoment(lastWall * NANOS_PER_MILLI, Moment.CLOCK_SET_BACK);
      own.field("milliseconds", setBackMillis);
      append(millis, own.end(), own.length());
    }
    setBackMillis = 0;
  }

  private HistoryStore open() throws HistoryException, IOException {
    Path folder = source.createQueue();
    HistoryStore opened;
    try {
      opened = opener.open(folder);
    } catch (HistoryException e) {
      Packer.delete(folder);
      throw e;
    }
    store = opened;
    queue = folder;
    cycle = Long.MIN_VALUE;
    return opened;
  }

  private void packOver(Path file) {
    try {
      if (Files.exists(file)) {
        Packer.pack(source, file);
      }
    } catch (IOException e) {
      listener.accept(file + " stays as it is, and can be read: " + Reason.of(e));
    }
  }

  private void goOn(long millis) throws HistoryException {
    own.beginMoment(millis * NANOS_PER_MILLI, Moment.PAUSED);
    own.field("milliseconds", Math.max(0, millis - pausedSince));
    append(millis, own.end(), own.length());
    paused = false;
    long dropped = handOver.dropped() - droppedTold;
    listener.accept(
        "history goes on in %s; %,d records were lost meanwhile".formatted(directory, dropped));
    tellDropped(millis);
  }

  private void tellDropped(long millis) throws HistoryException {
    long dropped = handOver.dropped();
    if (dropped > droppedTold) {
      own.beginMoment(millis * NANOS_PER_MILLI, Moment.DROPPED);
      own.field("records", dropped - droppedTold);
      append(millis, own.end(), own.length());
      droppedTold = dropped;
    }
  }

  private void append(long millis, byte[] record, int length) throws HistoryException {
    writeNames(millis);
    appendSealed(millis, record, length);
  }

  private void appendSealed(long millis, byte[] record, int length) throws HistoryException {
    HistoryStore open = store;
    if (open == null) {
      throw new IllegalStateException("no store");
    }
    Frame.seal(record, length, sequence + 1, crc);
    open.append(millis, record, length);
    sequence++;
    written = sequence;
  }

  /** Tells each file of the names in use before the first record that may use them. */
  private void writeNames(long millis) throws HistoryException {
    for (int size = names.size(); namesWritten < size; namesWritten++) {
      name.clear();
      name.skip(Frame.HEADER);
      Frame.begin(name.bytes(), Kind.NAME, millis * NANOS_PER_MILLI);
      name.varint(namesWritten);
      name.text(names.name(namesWritten));
      appendSealed(millis, name.bytes(), name.length());
    }
  }

  private void pause(String sentence) {
    if (!paused) {
      paused = true;
      pausedSince = clock.getAsLong();
      listener.accept(sentence);
    }
    closeStore();
  }

  private void end() {
    if (paused || store == null) {
      return;
    }
    try {
      long millis = tick();
      prepare(millis);
      tellDropped(millis);
      own.beginMoment(millis * NANOS_PER_MILLI, Moment.ENDED);
      append(millis, own.end(), own.length());
    } catch (HistoryException e) {
      listener.accept(e.sentence());
    } catch (IOException e) {
      listener.accept("the end of the history could not be written: " + Reason.of(e));
    }
  }

  private void closeStore() {
    HistoryStore open = store;
    store = null;
    queue = null;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException | LinkageError e) {
        listener.accept("the history could not be closed: " + e);
      }
    }
  }

  private void packOwn() {
    try {
      Packer.packAll(source);
      source.deleteIfEmpty();
    } catch (IOException e) {
      listener.accept(
          "what is in " + source.path() + " stays as it is, and can be read: " + Reason.of(e));
    }
  }

  private void unlock() {
    try {
      lock.close();
    } catch (IOException e) {
      listener.accept(source.path() + " could not be unlocked: " + Reason.of(e));
    }
  }

  /** Writes what was offered, packs it, and ends; the second time nothing happens. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
