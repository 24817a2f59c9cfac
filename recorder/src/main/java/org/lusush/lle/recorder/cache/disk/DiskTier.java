// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.EvictionReason;

/**
 * The tier on disk: keys on the heap, values in a file.
 *
 * <p>Thread-safe. The file is opened, written and read by threads of its own; the calling thread
 * waits for a read as long as its patience lasts. What is forgotten is forgotten for good when the
 * method returns, whatever happens to the process then: that takes a write of 16 bytes to a log,
 * and only where the disk has the entry. Whatever goes wrong costs the tier, never the caller, and
 * is told in one sentence.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class DiskTier<K, V> implements AutoCloseable {

  private static final int WAITING = 1_024;
  private static final long LOG_PATIENCE_MILLIS = 50;
  private static final long CLOSE_PATIENCE_MILLIS = 5_000;

  private final String cache;
  private final DiskSettings<K, V> settings;
  private final LongSupplier millis;
  private final Listener<K> listener;
  private final ConcurrentMap<K, Slot<K, V>> index = new ConcurrentHashMap<>();
  private final BlockingQueue<Slot<K, V>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final DiskThreads threads;
  private final CountDownLatch logOpened = new CountDownLatch(1);
  private final AtomicLong lookups = new AtomicLong();
  private final LongAdder liveBytes = new LongAdder();
  private final LongAdder insertions = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failures = new LongAdder();

  private volatile boolean off;
  private volatile boolean opened;
  private volatile @Nullable DiskFile file;
  private boolean rebuilt;

  /**
   * Hears of what happens off the calling thread.
   *
   * @param <K> keys
   */
  public interface Listener<K> {

    /** An entry was given up. */
    void evicted(K key, long bytes, EvictionReason reason);

    /** Something went wrong, in one sentence. */
    void complain(String sentence);
  }

  /**
   * What was found.
   *
   * @param value not null
   * @param expiresMillis when it ends, in milliseconds of the epoch, or {@code Long.MAX_VALUE}
   * @param <V> the value
   */
  public record Found<V>(V value, long expiresMillis) {}

  private DiskTier(
      String cache, DiskSettings<K, V> settings, LongSupplier millis, Listener<K> listener) {
    this.cache = requireNonNull(cache, "cache");
    this.settings = requireNonNull(settings, "settings");
    this.millis = requireNonNull(millis, "millis");
    this.listener = requireNonNull(listener, "listener");
    threads = new DiskThreads(cache);
  }

  /**
   * Begins to open a tier, on a thread of its own; until that is done every lookup misses.
   *
   * @param cache the name of the cache, for its threads and for what it says
   * @param settings where and how
   * @param millis the time of day, in milliseconds of the epoch, which expiry is measured by
   * @param listener hears of what happens, on any thread
   */
  public static <K, V> DiskTier<K, V> open(
      String cache, DiskSettings<K, V> settings, LongSupplier millis, Listener<K> listener) {
    var tier = new DiskTier<K, V>(cache, settings, millis, listener);
    tier.threads.write(tier::open);
    return tier;
  }

  private void open() {
    DiskFile next = null;
    try {
      next = new DiskFile(settings.file());
      file = next;
      logOpened.countDown();
      next.openStore(this::adopt);
      settle(next);
    } catch (DamagedException e) {
      rebuild(next, e);
    } catch (IOException | RuntimeException | LinkageError e) {
      giveUp(e, false);
    } finally {
      logOpened.countDown();
    }
  }

  /** Takes an entry that the file has, unless a newer one is on its way or it is over. */
  private boolean adopt(long number, DiskRecord record) {
    if (record.expiresMillis() <= millis.getAsLong()) {
      return false;
    }
    K key;
    try {
      key = settings.keys().decode(record.key());
    } catch (RuntimeException e) {
      dropped.increment();
      return false;
    }
    var slot = new Slot<K, V>(key, record.expiresMillis(), number, record.bytes());
    if (index.putIfAbsent(key, slot) != null) {
      return false;
    }
    liveBytes.add(record.bytes());
    return true;
  }

  /** Forgets of what was adopted what was forgotten meanwhile; then begins to write. */
  private void settle(DiskFile next) throws IOException {
    synchronized (this) {
      for (var slot : index.values()) {
        if (slot.number() != 0 && next.wasForgottenEarly(slot.number(), encoded(slot.key))) {
          forget(slot);
        }
      }
      opened = true;
    }
    next.begin();
    if (!waiting.isEmpty()) {
      threads.writeSoon(this::write);
    }
  }

  private byte @Nullable [] encoded(K key) {
    try {
      return settings.keys().encode(key);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Returns whether it may have a key: reads nothing. */
  public boolean mayHave(K key) {
    return index.containsKey(key);
  }

  /**
   * Returns what it has of a key, or null where there is none, where the disk takes too long, or
   * where the calling thread is interrupted, which it stays.
   */
  public @Nullable Found<V> find(K key) {
    var slot = index.get(key);
    if (slot == null || off) {
      return null;
    }
    if (slot.expiresMillis <= millis.getAsLong()) {
      evict(slot, EvictionReason.EXPIRED);
      return null;
    }
    slot.used = lookups.incrementAndGet();
    V pending = slot.pending();
    V value = pending != null ? pending : await(slot);
    return value == null ? null : new Found<>(value, slot.expiresMillis);
  }

  private @Nullable V await(Slot<K, V> slot) {
    try {
      var reading = threads.read(() -> read(slot));
      V value;
      try {
        value = reading.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        reading.cancel(false);
        slow.increment();
        return null;
      }
      return slot.isForgotten() || off ? null : value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RejectedExecutionException e) {
      failures.increment();
    }
    return null;
  }

  private @Nullable V read(Slot<K, V> slot) {
    var current = file;
    if (current == null || off || slot.isForgotten()) {
      return null;
    }
    try {
      var record = current.read(slot.number());
      if (record == null) {
        if (slot.isForgotten() || file != current) {
          return null;
        }
        throw new DamagedException("an entry is missing");
      }
      return settings.values().decode(record.value());
    } catch (DamagedException e) {
      if (!slot.isForgotten() && file == current) {
        threads.write(() -> rebuild(current, e));
      }
    } catch (IOException e) {
      if (!slot.isForgotten() && file == current) {
        threads.write(() -> giveUp(e, true));
      }
    } catch (RuntimeException e) { // of the codec
      dropped.increment();
      forget(slot);
    }
    return null;
  }

  /**
   * Takes a value, which is written soon after.
   *
   * @param expiresMillis when it ends, in milliseconds of the epoch, or {@code Long.MAX_VALUE}
   * @return whether it was taken
   */
  public boolean offer(K key, V value, long expiresMillis) {
    if (off) {
      return false;
    }
    var slot = new Slot<K, V>(key, value, expiresMillis);
    slot.used = lookups.incrementAndGet();
    var before = index.put(key, slot);
    if (before != null) {
      forgetPlace(before);
    }
    if (off || !waiting.offer(slot)) {
      index.remove(key, slot);
      dropped.increment();
      return false;
    }
    if (opened) {
      threads.writeSoon(this::write);
    }
    return true;
  }

  /** Forgets a key for good; returns whether it was there. */
  public boolean forget(K key) {
    if (!opened && !off) {
      forgetEarly(key);
    }
    var slot = index.get(key);
    return slot != null && forget(slot);
  }

  private boolean forget(Slot<K, V> slot) {
    if (!index.remove(slot.key, slot)) {
      return false;
    }
    forgetPlace(slot);
    return true;
  }

  private void forgetPlace(Slot<K, V> slot) {
    long number = slot.forget();
    if (number == 0) {
      return;
    }
    liveBytes.add(-slot.bytes());
    var current = file;
    if (current == null || off) {
      return;
    }
    try {
      if (!current.forget(number)) {
        forgetAll();
      } else if (opened) {
        threads.writeSoon(this::write);
      }
    } catch (IOException e) {
      giveUp(e, true);
    }
  }

  /** Forgets a key that the file may have, but nobody knows yet. */
  private void forgetEarly(K key) {
    try {
      boolean logging = logOpened.await(LOG_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      var current = file;
      synchronized (this) {
        if (opened || off) {
          return;
        }
        var bytes = encoded(key);
        if (current != null && logging && bytes != null) {
          current.forgetEarly(bytes);
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // then nothing of the file is believed
    }
    forgetAll();
  }

  /** Forgets every key that a condition holds for; returns how many there were. */
  public long forgetIf(Predicate<? super K> condition) {
    if (!opened && !off) {
      return forgetAll();
    }
    long count = 0;
    for (var slot : index.values()) {
      if (condition.test(slot.key) && forget(slot)) {
        count++;
      }
    }
    return count;
  }

  /** Forgets everything; returns how much there was. */
  public long forgetAll() {
    var numbers = dropAll();
    if (off) {
      return numbers.size();
    }
    try {
      logOpened.await(LOG_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      var current = file;
      if (current == null) {
        throw new IOException("it could not be opened in time to forget what it holds");
      }
      current.forgetAll(numbers);
      if (opened) {
        threads.writeSoon(this::write);
      }
    } catch (IOException e) {
      giveUp(e, true);
    }
    return numbers.size();
  }

  private void evict(Slot<K, V> slot, EvictionReason reason) {
    long bytes = slot.bytes();
    if (forget(slot)) {
      evictions.increment();
      listener.evicted(slot.key, bytes, reason);
    }
  }

  /** Writes what waits. On the writing thread. */
  private void write() {
    var current = file;
    if (current == null || off || !opened) {
      return;
    }
    try {
      writeTo(current);
    } catch (DamagedException e) {
      rebuild(current, e);
    } catch (IOException | RuntimeException | LinkageError e) {
      giveUp(e, true);
    }
  }

  private void writeTo(DiskFile current) throws IOException {
    var batch = new ArrayList<Slot<K, V>>();
    waiting.drainTo(batch);
    for (var slot : batch) {
      put(current, slot);
    }
    makeRoom();
    current.commit(Math.max(0, liveBytes.sum()));
    for (var slot : batch) {
      slot.stored();
    }
  }

  private void put(DiskFile current, Slot<K, V> slot) throws IOException {
    V value = slot.pending();
    if (value == null || index.get(slot.key) != slot) {
      return; // forgotten meanwhile
    }
    DiskRecord record;
    try {
      record =
          new DiskRecord(
              slot.expiresMillis,
              settings.keys().encode(slot.key),
              settings.values().encode(value));
    } catch (RuntimeException e) { // of the codec
      drop(slot);
      return;
    }
    long bytes = record.bytes();
    if (bytes > settings.largestBytes()) {
      drop(slot);
      return;
    }
    long number = current.nextNumber();
    if (slot.claim(number, bytes)) {
      liveBytes.add(bytes);
      insertions.increment();
      current.put(number, record);
    }
  }

  private void drop(Slot<K, V> slot) {
    dropped.increment();
    index.remove(slot.key, slot);
    slot.forget();
  }

  private void makeRoom() {
    if (liveBytes.sum() <= settings.maximumBytes()) {
      return;
    }
    long target = settings.maximumBytes() - settings.maximumBytes() / 8;
    record Use<K, V>(Slot<K, V> slot, long when) {}
    var oldest =
        index.values().stream()
            .filter(slot -> slot.number() != 0)
            .map(slot -> new Use<>(slot, slot.used))
            .sorted(Comparator.comparingLong(Use::when))
            .toList();
    for (var use : oldest) {
      if (liveBytes.sum() <= target) {
        return;
      }
      evict(use.slot(), EvictionReason.SIZE);
    }
  }

  /** Sets a file aside that cannot be trusted, and begins a new one; a second time it gives up. */
  private void rebuild(@Nullable DiskFile damaged, DamagedException damage) {
    synchronized (this) {
      if (off || file != damaged) {
        return;
      }
      opened = false;
    }
    if (rebuilt || damaged == null) {
      giveUp(damage, true);
      return;
    }
    rebuilt = true;
    failures.increment();
    dropAll();
    try {
      var aside = damaged.setAside();
      var next = new DiskFile(settings.file());
      file = next;
      next.openStore(this::adopt);
      settle(next);
      complain(
          "the file was damaged (%s); it is now %s, and a new one was begun"
              .formatted(damage.getMessage(), aside));
    } catch (IOException | RuntimeException | LinkageError e) {
      giveUp(e, true);
    }
  }

  /** Forgets everything that is known of; returns the places. */
  private List<Long> dropAll() {
    var numbers = new ArrayList<Long>();
    for (var slot : index.values()) {
      if (index.remove(slot.key, slot)) {
        long number = slot.forget();
        if (number != 0) {
          numbers.add(number);
        }
        liveBytes.add(-slot.bytes());
      }
    }
    return numbers;
  }

  /** Goes on without a file, since it could not be read or written. */
  private void giveUp(Throwable why, boolean setAside) {
    synchronized (this) {
      if (off) {
        return;
      }
      off = true;
    }
    failures.increment();
    index.clear();
    waiting.clear();
    liveBytes.reset();
    var current = file;
    var consequence = "";
    if (current != null && setAside && !(why instanceof InUseException)) {
      consequence = setAside(current);
    } else if (current != null) {
      threads.write(current::close);
    }
    complain(reason(why) + consequence);
  }

  private String setAside(DiskFile current) {
    try {
      var aside = current.rename();
      threads.write(current::close);
      return "; the file is now " + aside;
    } catch (IOException e) {
      threads.write(current::close);
      return "; it could not be set aside either, so delete it";
    }
  }

  private String reason(Throwable why) {
    if (why instanceof InUseException) {
      return "it is off in this shell, because another one uses " + settings.file();
    } else if (why instanceof LinkageError) {
      return "it is off, because h2-mvstore is not on the class path";
    }
    return "it is off until the next start, because "
        + settings.file()
        + " could not be used ("
        + DiskFile.message(why)
        + ")";
  }

  private void complain(String what) {
    var sentence = "The disk tier of cache " + cache + ": " + what + ".";
    if (threads.isWriting()) {
      listener.complain(sentence);
    } else {
      threads.write(() -> listener.complain(sentence)); // not while a caller holds a lock
    }
  }

  /** Returns the figures so far. */
  public DiskFigures figures() {
    return new DiskFigures(
        index.size(),
        Math.max(0, liveBytes.sum()),
        settings.maximumBytes(),
        insertions.sum(),
        evictions.sum(),
        slow.sum(),
        dropped.sum(),
        failures.sum());
  }

  /** Returns whether the file is open: not before, and not after a fault. */
  public boolean isOpen() {
    return opened && !off;
  }

  /** Writes what waits and waits for that, for some seconds at most. */
  public void flush() {
    threads.writeAndWait(this::write, CLOSE_PATIENCE_MILLIS);
  }

  /** Writes what waits, and closes the file; every lookup misses from then on. */
  @Override
  public void close() {
    threads.writeAndWait(
        () -> {
          write();
          off = true;
          index.clear();
          var current = file;
          if (current != null) {
            current.close();
          }
        },
        CLOSE_PATIENCE_MILLIS);
    off = true;
    threads.close();
  }
}
