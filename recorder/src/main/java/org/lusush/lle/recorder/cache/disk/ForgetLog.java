// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What was forgotten since the store was last written, and how far the store had come: a store that
 * comes back older than that, or with an entry of these, is not believed.
 *
 * <p>A file of records of equal length, none across a page, zeros after the last: they are reserved
 * in advance, so that a full disk stops no record. The sum covers the file's identity and the
 * record's place, too. The operating system has a record when the method that writes it returns; it
 * outlives the process, not a loss of power.
 *
 * <pre>
 *  0         4          8            16
 *  +---------+----------+------------+
 *  |  type   | CRC-32C  |   number   |   type: 1 identity, 2 forgotten, 3 all below forgotten,
 *  +---------+----------+------------+         4 generation that the store has reached,
 *                                              5 hash of a key forgotten while it was opened
 * </pre>
 *
 * <p>Thread-safe; not closed by an interrupt, as a channel would be. Holds the lock that keeps
 * others off the store.
 */
final class ForgetLog implements AutoCloseable {

  private static final int RECORD = 16;
  private static final int CAPACITY = 4096;

  /** Kept free for what forgets everything at once. */
  private static final int RESERVE = 64;

  private static final int IDENTITY = 1;
  private static final int FORGOTTEN = 2;
  private static final int BELOW = 3;
  private static final int GENERATION = 4;
  private static final int HASH = 5;

  /** Those of this process: to open one a second time would release its lock. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private RandomAccessFile file;
  private FileLock lock;
  private final Contents contents;
  private long identity;
  private int records;
  private boolean closed;

  /**
   * What a log says.
   *
   * @param identity of the store that it belongs to, 0 for none
   * @param generation that the store had reached
   * @param below entries of smaller numbers are forgotten
   * @param forgotten numbers of others that are
   * @param hashes of the keys of others that are
   * @param damaged why it cannot be believed, or null
   */
  record Contents(
      long identity,
      long generation,
      long below,
      Set<Long> forgotten,
      Set<Long> hashes,
      @Nullable String damaged) {

    boolean isForgotten(long number, byte[] key) {
      return number < below
          || forgotten.contains(number)
          || (!hashes.isEmpty() && hashes.contains(hash(key)));
    }
  }

  private ForgetLog(Path path, RandomAccessFile file, FileLock lock) throws IOException {
    this.path = path;
    this.file = file;
    this.lock = lock;
    contents = read();
    identity = contents.identity();
  }

  /**
   * Opens a log, which is made if it is not there.
   *
   * @throws InUseException when another cache has it
   */
  static ForgetLog open(Path path) throws IOException {
    var absolute = path.toAbsolutePath().normalize();
    if (!OPEN.add(absolute)) {
      throw new InUseException();
    }
    try {
      return openOnce(absolute);
    } catch (IOException | RuntimeException e) {
      OPEN.remove(absolute);
      throw e;
    }
  }

  private static ForgetLog openOnce(Path path) throws IOException {
    OwnFiles.ensure(path);
    var file = new RandomAccessFile(path.toFile(), "rw");
    try {
      return new ForgetLog(path, file, lock(file));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static FileLock lock(RandomAccessFile file) throws IOException {
    try {
      var lock = file.getChannel().tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // of this process: as if it were another's
    }
    throw new InUseException();
  }

  /** Returns what it said when it was opened. */
  Contents contents() {
    return contents;
  }

  private Contents read() throws IOException {
    var bytes = new byte[(int) Math.min(file.length(), CAPACITY * RECORD)];
    file.seek(0);
    file.readFully(bytes);
    var buffer = ByteBuffer.wrap(bytes);
    long identity = 0;
    long generation = 0;
    long below = 0;
    var forgotten = new HashSet<Long>();
    var hashes = new HashSet<Long>();
    String damaged = bytes.length % RECORD == 0 ? null : "its log is cut short";
    records = 0;
    for (int at = 0; damaged == null && at + RECORD <= bytes.length; at += RECORD) {
      int type = buffer.getInt(at);
      long number = buffer.getLong(at + 8);
      if (type == 0 && number == 0 && buffer.getInt(at + 4) == 0) {
        damaged = isZero(bytes, at) ? null : "its log has a gap";
        break;
      }
      identity = at == 0 ? number : identity;
      if (buffer.getInt(at + 4) != sum(type, at, number, identity)) {
        damaged = "the checksum of its log is wrong";
      } else if (type == FORGOTTEN) {
        forgotten.add(number);
      } else if (type == HASH) {
        hashes.add(number);
      } else if (type == BELOW) {
        below = Math.max(below, number);
      } else if (type == GENERATION) {
        generation = Math.max(generation, number);
      } else if (type != IDENTITY || at != 0) {
        damaged = "its log is not of this kind";
      }
      records++;
    }
    return new Contents(identity, generation, below, forgotten, hashes, damaged);
  }

  private static boolean isZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int sum(int type, int at, long number, long identity) {
    var crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(24).putInt(type).putInt(at).putLong(number).putLong(identity).flip());
    return (int) crc.getValue();
  }

  /** Remembers that an entry is forgotten. */
  void forget(long number) throws IOException {
    append(FORGOTTEN, number);
  }

  /** Remembers that the entry of a key is forgotten, whatever its number. */
  void forgetKey(byte[] key) throws IOException {
    append(HASH, hash(key));
  }

  /** Two sums that differ: what they mix up is forgotten without need, and no harm done. */
  private static long hash(byte[] key) {
    var one = new CRC32C();
    one.update(key);
    var other = new CRC32();
    other.update(key);
    return one.getValue() << Integer.SIZE | other.getValue();
  }

  /** Remembers that every entry of a smaller number is forgotten. */
  void forgetBelow(long number) throws IOException {
    append(BELOW, number);
  }

  /** Remembers that the store has a generation for good. */
  void reached(long generation) throws IOException {
    append(GENERATION, generation);
  }

  private synchronized void append(int type, long number) throws IOException {
    if (closed) {
      throw new IOException("the log is closed");
    }
    if (records == CAPACITY) {
      throw new IOException("the log is full");
    }
    write(file, records, type, number, identity);
    records++;
  }

  private static void write(RandomAccessFile to, int index, int type, long number, long identity)
      throws IOException {
    int at = index * RECORD;
    var record = ByteBuffer.allocate(RECORD);
    record.putInt(type).putInt(sum(type, at, number, identity)).putLong(number);
    to.seek(at);
    to.write(record.array());
  }

  /** Returns whether there is room to forget single entries; there always is to forget all. */
  synchronized boolean hasRoom() {
    return records < CAPACITY - RESERVE;
  }

  /** Returns whether it should be begun anew soon: whoever forgets must not find it full. */
  synchronized boolean isLong() {
    return records > CAPACITY / 2;
  }

  /**
   * Begins it anew, for a store that has reached a generation.
   *
   * @param forgotten gives the numbers of forgotten entries that the store may still have, while
   *     nobody can write to this log
   */
  synchronized void restart(long identity, long generation, Supplier<Set<Long>> forgotten)
      throws IOException {
    var nextPath = OwnFiles.sibling(path, ".new");
    Files.deleteIfExists(nextPath);
    OwnFiles.ensure(nextPath);
    var next = new RandomAccessFile(nextPath.toFile(), "rw");
    try {
      next.write(new byte[CAPACITY * RECORD]);
      write(next, 0, IDENTITY, identity, identity);
      write(next, 1, GENERATION, generation, identity);
      int count = 2;
      var numbers = forgotten.get();
      if (numbers.size() > CAPACITY / 4) { // better too much than too little
        write(next, count++, BELOW, Collections.max(numbers) + 1, identity);
      } else {
        for (long number : numbers) {
          write(next, count++, FORGOTTEN, number, identity);
        }
      }
      var nextLock = lock(next);
      Files.move(
          nextPath, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      lock.release();
      file.close();
      file = next;
      lock = nextLock;
      records = count;
      this.identity = identity;
    } catch (IOException | RuntimeException e) {
      next.close();
      throw e;
    }
  }

  /** Lets others have it. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      OPEN.remove(path);
      file.close();
    }
  }
}
