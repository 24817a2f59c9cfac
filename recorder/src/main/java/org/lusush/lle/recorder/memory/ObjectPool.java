// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * Objects that are used again instead of made anew, a stack of them for each thread.
 *
 * <p>Thread-safe, and no thread waits for another. Each keeps what it returns: an object returned
 * by another thread than took it serves that other thread from then on. Objects of threads that are
 * gone are given up. A pool lives as long as the threads that used it.
 *
 * <p>{@link #borrow} and its return allocate nothing once the thread has an object. {@link #take}
 * makes a lease, which the JIT may or may not leave out, and refuses every return but its own.
 *
 * @param <T> the objects
 */
public final class ObjectPool<T> {

  private static final int FIRST_SWEEP = 8;

  private final Measuring monitor;
  private final Settings<T> settings;
  private final @Nullable Sizes sizes;
  private final boolean silent;

  @SuppressWarnings("ThreadLocalUsage") // each pool has its own
  private final ThreadLocal<Shelf<T>> shelf = new ThreadLocal<>();

  private final Leaks leaks = new Leaks();
  private final LongAdder refused = new LongAdder();
  private final LongAdder resetFailures = new LongAdder();
  private final List<Shelf<T>> shelves = new ArrayList<>();
  private final PoolTotals ofGoneThreads = new PoolTotals();
  private int sweepAt = FIRST_SWEEP;
  private long peakBeforeSweeps;
  private volatile int capacity;

  /**
   * How a pool makes its objects.
   *
   * @param name its name in recordings and reports
   * @param kind what it holds
   * @param capacity how many free objects a thread keeps at most, over 0
   * @param bytes how many bytes an object holds, about, as recordings state it
   * @param factory makes an object; what it throws goes to whoever takes one
   * @param reset makes an object as good as new, when it is returned; it must wipe what a user
   *     typed. If it throws, that is counted and the object is given up
   * @param timed whether each take and each return is an operation of the monitor, which costs
   *     several times what it measures; if not, only those takes are that have to make an object
   * @param <T> the objects
   */
  public record Settings<T>(
      String name,
      PoolKind kind,
      int capacity,
      long bytes,
      Supplier<? extends T> factory,
      Consumer<? super T> reset,
      boolean timed) {
    public Settings {
      requireNonNull(name, "name");
      requireNonNull(kind, "kind");
      requireNonNull(factory, "factory");
      requireNonNull(reset, "reset");
      if (capacity <= 0) {
        throw new IllegalArgumentException("capacity must be over 0, was " + capacity);
      }
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes must be at least 0, was " + bytes);
      }
    }

    /** Makes settings of a pool whose every take and return is an operation of the monitor. */
    public Settings(
        String name,
        PoolKind kind,
        int capacity,
        long bytes,
        Supplier<? extends T> factory,
        Consumer<? super T> reset) {
      this(name, kind, capacity, bytes, factory, reset, true);
    }

    /** Returns the same settings, with only those takes timed that have to make an object. */
    public Settings<T> untimed() {
      return new Settings<>(name, kind, capacity, bytes, factory, reset, false);
    }
  }

  /** The smallest and the largest number of bytes that are asked of a pool of one size. */
  record Sizes(long smallest, long largest) {}

  /**
   * An object on loan; closing it returns the object.
   *
   * <p>A second close, at whatever time and by whatever thread, is refused and counted. The object
   * must not be used after the first.
   *
   * @param <T> the object
   */
  public static final class Lease<T> implements AutoCloseable {
    private final Pooled<T> pooled;
    private final long loan;

    private Lease(Pooled<T> pooled) {
      this.pooled = pooled;
      loan = pooled.loan();
    }

    /** Returns the object. */
    public T object() {
      return pooled.object();
    }

    /** Returns the object to the pool. */
    @Override
    public void close() {
      pooled.close(loan);
    }
  }

  /** Makes an empty pool whose takes and returns are measured by a monitor. */
  public ObjectPool(Measuring monitor, Settings<T> settings) {
    this(monitor, settings, null, false);
  }

  /**
   * Makes an empty pool.
   *
   * @param sizes what is asked for, or null where every take asks for the same
   * @param silent whether it is nobody's concern, so makes no events
   */
  ObjectPool(Measuring monitor, Settings<T> settings, @Nullable Sizes sizes, boolean silent) {
    this.monitor = requireNonNull(monitor, "monitor");
    this.settings = requireNonNull(settings, "settings");
    this.sizes = sizes;
    this.silent = silent;
    capacity = settings.capacity();
  }

  /** Takes an object, from the pool or new, by a lease that cannot be closed twice. */
  public Lease<T> take() {
    return new Lease<>(borrow());
  }

  /** Takes an object, from the pool or new, without a lease: see {@link Pooled} for its close. */
  public Pooled<T> borrow() {
    return borrow(settings.bytes());
  }

  /** Takes an object of which only some bytes were asked for. */
  Pooled<T> borrow(long askedBytes) {
    if (!settings.timed()) {
      return lend(askedBytes);
    }
    try (var measurement = monitor.measure(OperationType.MEMORY_ALLOCATE, settings.name())) {
      return lend(askedBytes);
    }
  }

  private Pooled<T> lend(long askedBytes) {
    var own = ownShelf();
    var pooled = own.pop();
    boolean isReused = pooled != null;
    if (pooled == null) {
      pooled = settings.timed() ? make(own) : makeTimed(own);
    }
    pooled.lend();
    own.took(isReused, askedBytes);
    if (EventGate.isOpen() && !silent) {
      PoolEvents.taken(settings, isReused, bytes(askedBytes), monitor.keystrokeId());
    }
    return pooled;
  }

  private Pooled<T> makeTimed(Shelf<T> own) {
    try (var measurement = monitor.measure(OperationType.MEMORY_ALLOCATE, settings.name())) {
      return make(own);
    }
  }

  private Pooled<T> make(Shelf<T> own) {
    T object = requireNonNull(settings.factory().get(), "factory returned null");
    pollLeaks();
    return made(own, object);
  }

  private Pooled<T> made(Shelf<T> own, T object) {
    var pooled = new Pooled<>(this, object, own);
    pooled.watch = leaks.watch(pooled);
    return pooled;
  }

  /** Lends an object that was made for this loan alone. */
  Pooled<T> lendNew(T object, long askedBytes) {
    var own = ownShelf();
    var pooled = made(own, object);
    pooled.lend();
    own.took(false, askedBytes);
    if (EventGate.isOpen() && !silent) {
      PoolEvents.taken(settings, false, bytes(askedBytes), monitor.keystrokeId());
    }
    return pooled;
  }

  /** Keeps nothing from now on, for a pool of what is too large to be kept. */
  void keepNothing() {
    capacity = 0;
  }

  /** Takes back what is on loan no more. */
  void giveBack(Pooled<T> pooled) {
    if (!settings.timed()) {
      keepOrDrop(pooled);
      return;
    }
    try (var measurement = monitor.measure(OperationType.MEMORY_FREE, settings.name())) {
      keepOrDrop(pooled);
    }
  }

  private void keepOrDrop(Pooled<T> pooled) {
    boolean isOwn = pooled.home.isOwn();
    var own = isOwn ? pooled.home : ownShelf();
    boolean isReset = reset(pooled);
    if (!isOwn) {
      move(pooled, own);
    }
    boolean isKept = isReset && own.push(pooled, capacity);
    own.gotBack(isOwn, isKept);
    if (!isKept) {
      leaks.forget(pooled);
    }
    if (EventGate.isOpen() && !silent) {
      PoolEvents.released(settings, isKept, settings.bytes(), monitor.keystrokeId());
    }
  }

  private void move(Pooled<T> pooled, Shelf<T> to) {
    pooled.home.endedElsewhere();
    pooled.home = to;
    var watch = pooled.watch;
    if (watch != null) {
      watch.moved(to);
    }
  }

  private boolean reset(Pooled<T> pooled) {
    try {
      settings.reset().accept(pooled.object());
      return true;
    } catch (RuntimeException e) {
      resetFailures.increment(); // the editor is not to fail by a pool
      return false;
    }
  }

  /** Counts a return that was refused. */
  void refuse() {
    refused.increment();
  }

  /** Returns how many free objects a thread keeps at most. */
  public int capacity() {
    return capacity;
  }

  /**
   * Changes how many free objects a thread keeps at most, from its next return on; those it has too
   * many it lends and then gives up.
   *
   * @param capacity at least 0, where nothing is kept
   * @param reason why, for recordings
   */
  public void capacity(int capacity, String reason) {
    requireNonNull(reason, "reason");
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be at least 0, was " + capacity);
    }
    int before;
    synchronized (shelves) {
      before = this.capacity;
      this.capacity = capacity;
    }
    if (before != capacity && EventGate.isOpen() && !silent) {
      PoolEvents.resized(settings, before, capacity, reason);
    }
  }

  /**
   * Looks for objects that were garbage collected while on loan, counts them and makes their
   * events. A take that has to make an object does so as well.
   */
  public void pollLeaks() {
    int found = leaks.poll();
    if (found > 0 && EventGate.isOpen() && !silent) {
      PoolEvents.leaked(settings, found);
    }
  }

  /**
   * Returns the most objects that one thread had on loan at once since the last call: what a
   * capacity is chosen by. For one caller.
   */
  public long nextHighWater() {
    synchronized (shelves) {
      long highest = 0;
      for (var one : shelves) {
        highest = Math.max(highest, one.nextHighWater());
      }
      return highest;
    }
  }

  /** Returns the figures so far. */
  public PoolStatistics statistics() {
    return PoolStatistics.of(
        settings, capacity, totals(), refused.sum(), leaks.count(), resetFailures.sum());
  }

  /** Returns what the threads counted. */
  PoolTotals totals() {
    var totals = new PoolTotals();
    synchronized (shelves) {
      sweep();
      for (var one : shelves) {
        one.addTo(totals);
      }
      totals.addGone(ofGoneThreads);
      totals.peakInUse = Math.max(totals.peakInUse, peakBeforeSweeps);
    }
    return totals;
  }

  Settings<T> settings() {
    return settings;
  }

  private long bytes(long askedBytes) {
    return settings.bytes() == 0 ? askedBytes : settings.bytes();
  }

  private Shelf<T> ownShelf() {
    var own = shelf.get();
    return own != null ? own : makeShelf();
  }

  private Shelf<T> makeShelf() {
    var range = sizes;
    var own =
        new Shelf<T>(range == null ? null : new SizeCounts(range.smallest(), range.largest()));
    shelf.set(own);
    synchronized (shelves) {
      shelves.add(own);
      if (shelves.size() >= sweepAt) {
        sweep();
        sweepAt = Math.max(FIRST_SWEEP, 2 * shelves.size());
      }
    }
    return own;
  }

  /** Gives up what threads kept that are gone. */
  private void sweep() {
    // Peaks only grow while no shelf goes, so this is where their sum is largest.
    peakBeforeSweeps =
        Math.max(peakBeforeSweeps, shelves.stream().mapToLong(Shelf::peakInUse).sum());
    for (var it = shelves.iterator(); it.hasNext(); ) {
      var one = it.next();
      if (one.isOwnerGone() && giveUp(one)) {
        it.remove();
      }
    }
  }

  /** Returns whether nothing of a shelf is on loan, so that nobody needs it any more. */
  private boolean giveUp(Shelf<T> gone) {
    for (var pooled = gone.pop(); pooled != null; pooled = gone.pop()) {
      leaks.forget(pooled);
    }
    var counted = new PoolTotals();
    gone.addTo(counted);
    if (counted.inUse != 0) {
      return false;
    }
    ofGoneThreads.addGone(counted);
    return true;
  }
}
