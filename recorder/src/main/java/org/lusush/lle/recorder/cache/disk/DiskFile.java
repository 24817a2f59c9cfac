// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A store and its log, which together never bring back what was forgotten.
 *
 * <p>The log is open from the start, the store after {@link #openStore}. One thread opens, puts,
 * commits and closes; any may read and forget.
 */
final class DiskFile implements AutoCloseable {

  private static final long ALL = Long.MAX_VALUE;

  private final Path path;
  private final Path logPath;
  private final ForgetLog log;
  private final Queue<Long> toRemove = new ConcurrentLinkedQueue<>();
  private final Set<ByteBuffer> early = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastNumber = new AtomicLong();
  private volatile long earlyBelow;
  private volatile boolean started;
  private volatile @Nullable DiskStore store;
  private long identity;
  private long generation;

  /** Takes each entry that is not forgotten; returns whether it is to stay. */
  @FunctionalInterface
  interface Adopter {
    boolean adopt(long number, DiskRecord record);
  }

  /** Opens the log, and so locks the file against others. */
  DiskFile(Path path) throws IOException {
    this.path = path;
    logPath = OwnFiles.sibling(path, ".log");
    log = ForgetLog.open(logPath);
  }

  /**
   * Opens the store, and shows what it has to an adopter.
   *
   * @throws DamagedException when it cannot be trusted; then it is to be set aside
   */
  void openStore(Adopter adopter) throws IOException {
    boolean isNew = !Files.exists(path) || Files.size(path) == 0;
    var contents = log.contents();
    if (!isNew && contents.damaged() != null) {
      throw new DamagedException(contents.damaged());
    }
    var opened = DiskStore.open(path);
    store = opened;
    var head = isNew ? null : opened.head();
    if (head == null && !isNew && contents.generation() > 0) {
      throw new DamagedException("it lost what was written last");
    }
    if (head == null) {
      identity = new SplittableRandom().nextLong() | 1;
      log.restart(identity, 0, Set::of); // first: a store without its log is not believed
      return;
    }
    if (head.identity() != contents.identity()) {
      throw new DamagedException("its log is another file's");
    }
    if (head.generation() < contents.generation()) {
      throw new DamagedException("it lost what was written last");
    }
    identity = head.identity();
    generation = head.generation();
    adoptAll(opened, contents, adopter);
  }

  private void adoptAll(DiskStore opened, ForgetLog.Contents contents, Adopter adopter)
      throws IOException {
    opened.forEach(
        (number, bytes) -> {
          lastNumber.accumulateAndGet(number, Math::max);
          var record = DiskRecord.decode(number, bytes);
          if (contents.isForgotten(number, record.key()) || !adopter.adopt(number, record)) {
            toRemove.add(number);
          }
        });
    if (contents.below() != ALL) {
      lastNumber.accumulateAndGet(contents.below(), Math::max);
    }
  }

  /** Returns whether an entry was forgotten before anybody knew that it was there. */
  boolean wasForgottenEarly(long number, byte @Nullable [] key) {
    return number < earlyBelow || key == null || early.contains(ByteBuffer.wrap(key));
  }

  /** Makes the file consistent with what is known of it, so that writing may begin. */
  void begin() throws IOException {
    started = true;
    write();
    restartLog();
    early.clear();
    earlyBelow = 0;
  }

  /** Forgets a key while the store is not open yet. */
  void forgetEarly(byte[] key) throws IOException {
    early.add(ByteBuffer.wrap(key));
    if (!log.hasRoom()) {
      forgetAll(List.of());
      return;
    }
    log.forgetKey(key);
  }

  /** Forgets an entry for good; returns false where there is no room to, so all must go. */
  boolean forget(long number) throws IOException {
    toRemove.add(number); // before the log has it, which may be begun anew in between
    if (!log.hasRoom()) {
      return false;
    }
    log.forget(number);
    return true;
  }

  /**
   * Forgets every entry that has a number by now.
   *
   * @param numbers those that are known of
   */
  void forgetAll(Collection<Long> numbers) throws IOException {
    toRemove.addAll(numbers); // before the log has it, as above
    if (started) {
      log.forgetBelow(lastNumber.get() + 1);
    } else {
      earlyBelow = ALL;
      log.forgetBelow(ALL);
    }
  }

  long nextNumber() {
    return lastNumber.incrementAndGet();
  }

  @Nullable DiskRecord read(long number) throws IOException {
    var current = store;
    byte[] bytes = current == null ? null : current.get(number);
    return bytes == null ? null : DiskRecord.decode(number, bytes);
  }

  void put(long number, DiskRecord record) throws IOException {
    storeOrFail().put(number, record.encode(number));
  }

  /** Makes everything put and forgotten so far permanent. */
  void commit(long liveBytes) throws IOException {
    write();
    if (log.isLong()) {
      restartLog();
    }
    storeOrFail().compact(liveBytes);
  }

  private void write() throws IOException {
    var current = storeOrFail();
    for (Long number = toRemove.poll(); number != null; number = toRemove.poll()) {
      current.remove(number);
    }
    current.commit(new DiskStore.Head(identity, ++generation));
    log.reached(generation);
  }

  private void restartLog() throws IOException {
    log.restart(identity, generation, () -> new HashSet<>(toRemove));
  }

  private DiskStore storeOrFail() throws IOException {
    var current = store;
    if (current == null) {
      throw new IOException("it was closed");
    }
    return current;
  }

  /**
   * Renames the store, and drops its log. Works while they are open, where files can be renamed.
   */
  Path rename() throws IOException {
    var aside = OwnFiles.setAside(path);
    Files.deleteIfExists(logPath);
    return aside;
  }

  /** Closes it and renames it. */
  Path setAside() throws IOException {
    var current = store;
    store = null;
    if (current != null) {
      current.abandon();
    }
    var aside = rename();
    log.close();
    return aside;
  }

  @Override
  public void close() {
    var current = store;
    store = null;
    if (current != null) {
      current.close();
    }
    try {
      log.close();
    } catch (IOException e) {
      // nothing is lost: it has no buffer
    }
  }

  /** Returns what an exception says, or its kind where it says nothing. */
  static String message(Throwable why) {
    var message = why.getMessage();
    return message == null ? why.getClass().getSimpleName() : message;
  }
}
