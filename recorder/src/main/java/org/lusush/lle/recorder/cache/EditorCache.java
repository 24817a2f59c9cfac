// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.EvictionReason;
import org.lusush.lle.events.InvalidationScope;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.cache.disk.DiskTier;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.OperationGate;

/**
 * A cache of what an editor would otherwise work out again at every key, in up to three tiers: a
 * small array of the calling thread's own, a map on the heap, and a file on disk.
 *
 * <p>A value that is put in or worked out goes to the heap; to the calling thread's array when it
 * is asked for often; to the disk, if there is one, when it is asked for a second time and is not
 * too large. A lookup goes from the nearest tier to the farthest.
 *
 * <p>Thread-safe. What was invalidated is served by no tier to a lookup that begins after the
 * invalidation returned, whatever process that is in: neither a copy of another thread, nor a value
 * that was being worked out meanwhile. Two processes do not share a file: the second does without.
 *
 * <p>By what the heap gives up entries when it is full, it chooses by itself, unless told; see
 * {@link EvictionPolicy}.
 *
 * <p>A lookup that hits in memory allocates nothing and waits for nobody. Entries are evicted soon
 * after the maximum is passed: on a thread that answers a key by itself, else on another. Keys and
 * values are never recorded.
 *
 * @param <K> keys, with {@code equals} and {@code hashCode} of their content
 * @param <V> values, never null
 */
public final class EditorCache<K, V> implements AutoCloseable {

  /** Way: in the first tier, and behind it. */
  private static final int NEAR = 0;

  /** Way: in no first tier, as there is none, or none that pays. */
  private static final int SHARED = 1;

  /** Way, with one of the others: lookups are sampled, or the evictor wants to know of them. */
  private static final int FOLLOWED = 2;

  private final Measuring monitor;
  private final CacheSettings<K, V> settings;
  private final PolicyListener policies;
  private final String name;
  private final Stamps stamps = new Stamps();
  private final Clock clock = new Clock();
  private final Nears<K, V> nears;
  private final boolean hasNear;
  private final HeapTier<K, V> heap;

  /** Null where Caffeine evicts by itself, and nobody needs to know when an entry was used. */
  private final @Nullable Evictor<K, V> evictor;

  private final @Nullable DiskTier<K, V> disk;
  private final Loads<K, V> loads = new Loads<>();
  private final AccessRing<K> accesses = new AccessRing<>();
  private final Prefetcher prefetcher;
  private final LongAdder invalidations = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final LongAdder listenerFaults = new LongAdder();

  /** Accesses whose hash has none of these bits are sampled; with all bits, next to none. */
  private volatile long unsampled = -1;

  private volatile boolean isSampling;

  /** How keys are looked up: one look tells what else there is to do. */
  private volatile int way;

  private volatile @Nullable String complaint;

  /**
   * Makes an empty cache of two tiers, without one on disk.
   *
   * @param monitor measures its lookups and insertions
   * @param name its name in recordings and reports
   * @param maximumEntries how many entries it may hold, over 0
   */
  public EditorCache(Measuring monitor, String name, long maximumEntries) {
    this(monitor, CacheSettings.<K, V>of(name, maximumEntries).build());
  }

  /**
   * Makes a cache. If it has a file, that is opened by another thread.
   *
   * @param monitor measures its lookups and insertions
   * @param settings how
   */
  public EditorCache(Measuring monitor, CacheSettings<K, V> settings) {
    this(monitor, settings, null, PolicyListener.NONE);
  }

  /**
   * Makes a cache, and has someone told by what it gives up entries. If it has a file, that is
   * opened by another thread.
   *
   * @param monitor measures its lookups and insertions
   * @param settings how
   * @param unlessSet by what entries are given up where the settings do not say, or null for the
   *     cache to choose then
   * @param policies hears of each change
   */
  public EditorCache(
      Measuring monitor,
      CacheSettings<K, V> settings,
      @Nullable EvictionPolicy unlessSet,
      PolicyListener policies) {
    this.policies = requireNonNull(policies, "policies");
    this.monitor = requireNonNull(monitor, "monitor");
    this.settings = requireNonNull(settings, "settings");
    name = settings.name();
    nears = new Nears<>(settings.nearPlaces(), clock);
    hasNear = settings.nearPlaces() > 0;
    heap = new HeapTier<>(settings, maintenance(), new Evictions());
    EvictionPolicy set = settings.policy();
    EvictionPolicy policy = set == null ? unlessSet : set;
    evictor =
        policy == EvictionPolicy.TINY_LFU
            ? null
            : new Evictor<>(settings, policy, heap, nears, clock, this::tellPolicy);
    chooseWay();
    prefetcher = new Prefetcher(name);
    var onDisk = settings.disk();
    disk =
        onDisk == null ? null : DiskTier.open(name, onDisk, settings.millis(), new DiskEvictions());
  }

  /** Returns what was set to do it, or what does it by default. */
  private Executor maintenance() {
    var set = settings.executor();
    return set == ForkJoinPool.commonPool() ? new Maintenance(monitor) : set;
  }

  /** Returns its name in recordings and reports. */
  public String name() {
    return name;
  }

  /** Returns the value of a key, or empty where there is none. */
  public Optional<V> lookup(K key) {
    return Optional.ofNullable(find(key));
  }

  /** Returns the value of a key, or null where there is none. */
  public @Nullable V find(K key) {
    requireNonNull(key, "key");
    if (!OperationGate.isOpen()) {
      return findUnmeasured(key);
    }
    try (var measurement = monitor.measure(OperationType.CACHE_LOOKUP, name)) {
      return findUnmeasured(key);
    }
  }

  private @Nullable V findUnmeasured(K key) {
    var near = nears.current();
    return near.timesNext() || EventGate.isOpen() ? findWatched(near, key) : find(near, key);
  }

  /** Looks up what is timed or recorded, or both. */
  private @Nullable V findWatched(Near<K, V> near, K key) {
    boolean isTimed = near.isTimed();
    near.watch();
    if (EventGate.isOpen()) {
      return findRecorded(near, key, isTimed);
    }
    return isTimed ? findTimed(near, key) : find(near, key);
  }

  private @Nullable V findRecorded(Near<K, V> near, K key, boolean isTimed) {
    var event = CacheEvents.beginLookup();
    V value = isTimed ? findTimed(near, key) : find(near, key);
    CacheEvents.endLookup(event, name, near.lastTier(), monitor.keystrokeId());
    return value;
  }

  private @Nullable V findTimed(Near<K, V> near, K key) {
    long start = System.nanoTime();
    V value = find(near, key);
    long nanos = System.nanoTime() - start;
    near.counts.increment(Counts.TIMED + near.last());
    near.counts.add(Counts.TIMED_NANOS + near.last(), nanos);
    return value;
  }

  private @Nullable V find(Near<K, V> near, K key) {
    int hash = key.hashCode();
    long spread = Mix.spread(hash);
    int by = way;
    if (by == NEAR) {
      return findNear(near, key, hash, spread, false);
    }
    return by == SHARED
        ? findShared(near, key, spread, false)
        : findFollowed(near, key, hash, spread, by == FOLLOWED + NEAR);
  }

  /** Looks up what is noted for a tuner, or for the order of the entries, or both. */
  private @Nullable V findFollowed(Near<K, V> near, K key, int hash, long spread, boolean isNear) {
    if (isSampling) {
      note(spread, key);
    }
    boolean isOrdering = evictor != null && evictor.isOrdering();
    if (isOrdering) {
      near.tick();
      near.watch();
    }
    V value =
        isNear
            ? findNear(near, key, hash, spread, isOrdering)
            : findShared(near, key, spread, isOrdering);
    if (isOrdering && evictor != null && evictor.isNoting()) {
      evictor.asked(near.notes(), spread, near.isLastInMemory());
    }
    return value;
  }

  private void note(long spread, K key) {
    long sample = Mix.sample(spread);
    if ((sample & unsampled) == 0) {
      accesses.offer(sample, key);
    }
  }

  /**
   * @param isOrdering whether it matters when a copy was hit
   */
  private @Nullable V findNear(Near<K, V> near, K key, int hash, long spread, boolean isOrdering) {
    long stamp = stamps.read(spread);
    var copy = near.find(key, hash, spread, stamp);
    if (copy == null || isOver(copy)) {
      return findBehind(near, key, hash, spread, stamp, isOrdering);
    }
    if (isOrdering) {
      copy.hitAt(near.time());
    }
    near.endedNear();
    if (copy.hit()) {
      heap.get(key);
    }
    return copy.value();
  }

  private boolean isOver(Near.Copy<K, V> copy) {
    long expires = copy.expiresNanos();
    return expires != Entry.NEVER && expires - settings.ticker().nanos() <= 0;
  }

  /** Looks behind a first tier that has no good copy, and copies what is asked for often. */
  private @Nullable V findBehind(
      Near<K, V> near, K key, int hash, long spread, long stamp, boolean isOrdering) {
    var entry = heap.get(key);
    if (entry == null) {
      return findOnDisk(near, key, spread);
    }
    if (near.isCopyDue()) {
      near.put(key, hash, spread, stamp, entry);
      near.counts.increment(Counts.NEAR_PROMOTIONS);
      if (EventGate.isOpen()) {
        CacheEvents.promoted(name, CacheTier.L2, CacheTier.L1, monitor.keystrokeId());
      }
    }
    return used(near, key, entry, isOrdering);
  }

  /** Looks where there is no first tier. */
  private @Nullable V findShared(Near<K, V> near, K key, long spread, boolean isOrdering) {
    var entry = heap.get(key);
    return entry == null ? findOnDisk(near, key, spread) : used(near, key, entry, isOrdering);
  }

  private V used(Near<K, V> near, K key, Entry<V> entry, boolean isOrdering) {
    if (entry.isUnused()) {
      useFirst(key, entry);
    }
    if (isOrdering) {
      entry.touch(near.time());
    }
    near.endedOnHeap();
    return entry.value;
  }

  private @Nullable V findOnDisk(Near<K, V> near, K key, long spread) {
    near.tellTime();
    long stamp = stamps.read(spread); // before the value is, so that a change of it is seen
    var found = disk == null ? null : disk.find(key);
    if (found == null) {
      near.ended(Counts.MISSES);
      return null;
    }
    near.ended(Counts.DISK_HITS);
    long bytes = weigh(key, found.value());
    if (bytes <= settings.largestBytes()) {
      var entry = new Entry<V>(found.value(), bytes, expiresNanos(found.expiresMillis()), 0, true);
      entry.touch(clock.insertion());
      inserting(key);
      if (heap.putIfAbsent(key, entry, () -> stamps.read(spread) == stamp)) {
        stamps.changed(spread);
        inserted(near);
        near.counts.increment(Counts.HEAP_PROMOTIONS);
        if (EventGate.isOpen()) {
          CacheEvents.promoted(name, CacheTier.L3, CacheTier.L2, monitor.keystrokeId());
        }
      }
    }
    return found.value();
  }

  /** An entry is asked for, for the first time since it was put in. */
  private void useFirst(K key, Entry<V> entry) {
    if (!entry.use()) {
      return;
    }
    if (entry.prefetchNanos > 0) {
      prefetcher.used.increment();
      prefetcher.savedNanos.add(entry.prefetchNanos);
    }
    if (disk != null && !disk.mayHave(key)) {
      heap.whileHolding(
          key, entry, () -> disk.offer(key, entry.value, expiresMillis(entry.expiresNanos)));
    }
  }

  private long expiresMillis(long expiresNanos) {
    return expiresNanos == Entry.NEVER
        ? Entry.NEVER
        : settings.millis().getAsLong() + (expiresNanos - settings.ticker().nanos()) / 1_000_000;
  }

  private long expiresNanos(long expiresMillis) {
    return expiresMillis == Entry.NEVER
        ? Entry.NEVER
        : settings.ticker().nanos() + (expiresMillis - settings.millis().getAsLong()) * 1_000_000;
  }

  private long weigh(K key, V value) {
    var weigher = settings.weigher();
    if (weigher == null) {
      return 0;
    }
    try {
      return Math.max(0, weigher.applyAsLong(key, value));
    } catch (RuntimeException e) {
      faults.increment();
      return 0;
    }
  }

  /**
   * Returns the value of a key, worked out and kept where there was none.
   *
   * <p>Of several threads that miss the same key at once one works it out and the others wait for
   * it; if it fails, they try themselves. A thread that is interrupted, or that the other one waits
   * for, does not wait but works the value out for itself alone.
   *
   * @param key the key
   * @param loader works the value out; what it throws goes to the caller, and nothing is kept
   * @throws NullPointerException when the loader returns null
   * @throws IllegalStateException when the loader asks for the key that it loads
   */
  public V lookup(K key, Function<? super K, ? extends V> loader) {
    requireNonNull(loader, "loader");
    V found = find(key);
    return found != null ? found : load(key, loader);
  }

  private V load(K key, Function<? super K, ? extends V> loader) {
    while (true) {
      var load = new Loads.Load<V>();
      var other = loads.begin(key, load);
      if (other == null) {
        return run(key, loader, load, false);
      }
      if (other.isOwn()) {
        throw new IllegalStateException(
            "the loader of cache " + name + " asks for the key that it loads");
      }
      var outcome = other.await();
      V value = other.value();
      if (outcome == Loads.Outcome.DONE && value != null) {
        return value;
      }
      if (outcome == Loads.Outcome.NOT_WAITED) {
        return loaded(key, loader);
      }
    }
  }

  private V run(
      K key, Function<? super K, ? extends V> loader, Loads.Load<V> load, boolean isPrefetch) {
    V value = null;
    try {
      var present = heap.peek(key); // another thread may have ended just now
      if (present != null) {
        value = present.value;
        return value;
      }
      long start = System.nanoTime();
      V loaded = loaded(key, loader);
      long nanos = System.nanoTime() - start;
      var counts = nears.current().counts;
      counts.increment(Counts.LOADS);
      counts.add(Counts.LOAD_NANOS, nanos);
      keep(key, loaded, load, isPrefetch ? Math.max(1, nanos) : 0);
      value = loaded;
      return value;
    } finally {
      loads.end(key, load, value);
    }
  }

  private V loaded(K key, Function<? super K, ? extends V> loader) {
    V value = null;
    try {
      value = loader.apply(key);
    } finally {
      if (value == null) {
        nears.current().counts.increment(Counts.LOAD_FAILURES);
      }
    }
    return requireNonNull(value, () -> "the loader of cache " + name + " returned null");
  }

  /** Puts in what was worked out, unless it was to be forgotten meanwhile. */
  private void keep(K key, V value, Loads.Load<V> load, long prefetchNanos) {
    try (var measurement = monitor.measure(OperationType.CACHE_INSERT, name)) {
      var event = EventGate.isOpen() ? CacheEvents.beginInsert() : null;
      long bytes = weigh(key, value);
      var tier = keep(key, value, bytes, load, prefetchNanos);
      nears.current().counts.increment(Counts.INSERTS);
      if (event != null) {
        CacheEvents.endInsert(event, name, tier, bytes, monitor.keystrokeId());
      }
    }
  }

  /** Returns the tier that took it. */
  private CacheTier keep(K key, V value, long bytes, Loads.Load<V> load, long prefetchNanos) {
    if (bytes > settings.largestBytes()) {
      return keepOnDisk(key, value, load);
    }
    var entry = new Entry<V>(value, bytes, settings.expiresNanos(), prefetchNanos, false);
    entry.touch(clock.insertion());
    inserting(key);
    boolean isKept = heap.putIfAbsent(key, entry, () -> !load.isForgotten());
    stamps.changed(Mix.spread(key.hashCode()));
    inserted(nears.current());
    return isKept ? CacheTier.L2 : CacheTier.NONE;
  }

  /** An entry is to be put in. */
  private void inserting(K key) {
    if (evictor != null) {
      evictor.inserting(key);
      if (way < FOLLOWED && evictor.isOrdering()) {
        chooseWay();
      }
    }
  }

  /** An entry may have been put in. */
  private void inserted(Near<K, V> near) {
    if (evictor != null) {
      evictor.inserted(near.notes());
    }
  }

  private CacheTier keepOnDisk(K key, V value, Loads.Load<V> load) {
    if (disk == null) {
      return CacheTier.NONE;
    }
    long expires = expiresMillis(settings.expiresNanos());
    var taker = new CacheTier[] {CacheTier.NONE};
    heap.whileHolding(
        key,
        null,
        () -> {
          if (!load.isForgotten() && disk.offer(key, value, expires)) {
            taker[0] = CacheTier.L3;
          }
        });
    return taker[0];
  }

  /** Keeps a value, in place of an earlier one. */
  public void insert(K key, V value) {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    try (var measurement = monitor.measure(OperationType.CACHE_INSERT, name)) {
      var event = EventGate.isOpen() ? CacheEvents.beginInsert() : null;
      var near = nears.current();
      boolean isTimed = near.isInsertTimed();
      long start = isTimed ? System.nanoTime() : 0;
      long bytes = weigh(key, value);
      var tier = put(key, value, bytes);
      inserted(near);
      near.counts.increment(Counts.INSERTS);
      if (isTimed) {
        near.counts.increment(Counts.TIMED_INSERTS);
        near.counts.add(Counts.TIMED_INSERT_NANOS, System.nanoTime() - start);
      }
      if (event != null) {
        CacheEvents.endInsert(event, name, tier, bytes, monitor.keystrokeId());
      }
    }
  }

  /** Returns the tier that took it. */
  private CacheTier put(K key, V value, long bytes) {
    long spread = Mix.spread(key.hashCode());
    long stamp = stamps.read(spread);
    loads.forget(key);
    var taker = new CacheTier[] {CacheTier.NONE};
    if (bytes <= settings.largestBytes()) {
      inserting(key);
    }
    heap.replace(
        key,
        () -> {
          forgetOnDisk(key);
          stamps.changed(spread); // what was read from the disk until now is not put in
          return stamps.isForgottenSince(spread, stamp) ? null : entryOf(key, value, bytes, taker);
        });
    stamps.changed(spread);
    return taker[0];
  }

  private @Nullable Entry<V> entryOf(K key, V value, long bytes, CacheTier[] taker) {
    long expires = settings.expiresNanos();
    if (bytes <= settings.largestBytes()) {
      taker[0] = CacheTier.L2;
      var entry = new Entry<V>(value, bytes, expires, 0, false);
      entry.touch(clock.insertion());
      return entry;
    }
    if (disk != null && disk.offer(key, value, expiresMillis(expires))) {
      taker[0] = CacheTier.L3;
    }
    return null;
  }

  private boolean forgetOnDisk(K key) {
    return disk != null && disk.forget(key);
  }

  /** Forgets one key. */
  public void invalidate(K key) {
    requireNonNull(key, "key");
    var event = EventGate.isOpen() ? CacheEvents.beginInvalidation() : null;
    long spread = Mix.spread(key.hashCode());
    loads.forget(key);
    boolean isFound = remove(key, spread);
    stamps.forgotten(spread);
    long sample = Mix.sample(spread);
    if ((sample & unsampled) == 0 && isSampling) {
      accesses.offerForgotten(sample);
    }
    if (evictor != null) {
      evictor.forgotten(nears.current().notes(), spread);
    }
    invalidations.increment();
    if (event != null) {
      CacheEvents.endInvalidation(
          event, name, InvalidationScope.KEY, isFound ? 1 : 0, monitor.keystrokeId());
    }
  }

  /** Removes a key from the heap and the disk at once; returns whether either had it. */
  private boolean remove(K key, long spread) {
    var isOnDisk = new boolean[1];
    boolean isOnHeap =
        heap.replace(
            key,
            () -> {
              isOnDisk[0] = forgetOnDisk(key);
              stamps.forgotten(spread); // what was read from the disk until now is not put in
              return null;
            });
    return isOnHeap || isOnDisk[0];
  }

  /**
   * Forgets every key that a condition holds for.
   *
   * @param condition is asked of every key that the cache has, or works out; what it throws goes to
   *     the caller, and the cache then has forgotten some of them
   */
  public void invalidateIf(Predicate<? super K> condition) {
    requireNonNull(condition, "condition");
    forget(InvalidationScope.PREDICATE, condition);
  }

  /** Forgets everything. */
  public void invalidateAll() {
    forget(InvalidationScope.ALL, key -> true);
  }

  private void forget(InvalidationScope scope, Predicate<? super K> condition) {
    var event = EventGate.isOpen() ? CacheEvents.beginInvalidation() : null;
    long count = 0;
    try {
      loads.forgetIf(condition);
      if (isSampling) {
        accesses.offerAllForgotten();
      }
      if (evictor != null) {
        evictor.allForgotten(nears.current().notes());
      }
      stamps.allForgotten();
      heap.awaitChanges();
      count = removeIf(condition);
      if (disk != null) {
        count += scope == InvalidationScope.ALL ? disk.forgetAll() : disk.forgetIf(condition);
        stamps.allForgotten(); // what was read from the disk until now is not put in,
        heap.awaitChanges();
        removeIf(condition); // and what was is taken out
      }
    } finally {
      stamps.allForgotten();
      invalidations.increment();
      if (event != null) {
        CacheEvents.endInvalidation(event, name, scope, count, monitor.keystrokeId());
      }
    }
  }

  private long removeIf(Predicate<? super K> condition) {
    long count = 0;
    for (K key : heap.keys()) {
      if (condition.test(key) && remove(key, Mix.spread(key.hashCode()))) {
        count++;
      }
    }
    return count;
  }

  /**
   * Has a value worked out by the settings' loader, on another thread, before anybody asks for it.
   *
   * @return whether it will be: not where it is there, or is being worked out, or where there is no
   *     loader, or prefetching is switched off or too far behind
   */
  public boolean prefetch(K key) {
    requireNonNull(key, "key");
    var loader = settings.loader();
    return loader != null
        && prefetcher.isOn()
        && heap.peek(key) == null
        && !loads.isRunning(key)
        && (disk == null || !disk.mayHave(key))
        && prefetcher.submit(() -> prefetch(key, loader));
  }

  private void prefetch(K key, Function<? super K, ? extends V> loader) {
    var load = new Loads.Load<V>();
    if (!prefetcher.isOn() || heap.peek(key) != null || loads.begin(key, load) != null) {
      return;
    }
    var event = EventGate.isOpen() ? CacheEvents.beginPrefetch() : null;
    var result = Result.ERROR;
    try {
      run(key, loader, load, true);
      prefetcher.done.increment();
      result = Result.SUCCESS;
    } catch (RuntimeException | Error e) {
      faults.increment();
    }
    if (event != null) {
      CacheEvents.endPrefetch(event, name, result);
    }
  }

  /** Switches prefetching on, as it is at first, or off. */
  public void prefetching(boolean isOn) {
    prefetcher.switchTo(isOn);
  }

  /** Returns whether prefetching is switched on. */
  public boolean isPrefetching() {
    return prefetcher.isOn();
  }

  /**
   * Changes how many entries memory may hold; those that are too many go soon after.
   *
   * @param maximumEntries over 0
   */
  public void resize(long maximumEntries) {
    if (maximumEntries <= 0) {
      throw new IllegalArgumentException("maximumEntries must be over 0, was " + maximumEntries);
    }
    if (evictor == null) {
      heap.resize(maximumEntries);
    } else {
      evictor.resize(maximumEntries);
    }
    chooseWay();
  }

  /** Returns how many entries memory may hold. */
  public long maximumEntries() {
    return heap.maximumEntries();
  }

  /**
   * Begins to sample accesses: one in 2<sup>shift</sup> of the keys, by their hash, and of those
   * every access. What nobody drains in time is lost, and counted.
   *
   * @param shift from 0, which is every key, to 30
   */
  public void sampleAccesses(int shift) {
    if (shift < 0 || shift > 30) {
      throw new IllegalArgumentException("shift must be from 0 to 30, was " + shift);
    }
    unsampled = (1L << shift) - 1;
    isSampling = true;
    chooseWay();
  }

  /** Samples no accesses any more. */
  public void stopSampling() {
    isSampling = false;
    chooseWay();
    unsampled = -1;
  }

  private void chooseWay() {
    boolean isFollowed = isSampling || (evictor != null && evictor.isOrdering());
    boolean isNear = hasNear && heap.maximumEntries() >= CacheSettings.FEWEST_FOR_NEAR;
    way = (isFollowed ? FOLLOWED : 0) + (isNear ? NEAR : SHARED);
  }

  /**
   * Hands over the sampled accesses that wait, some 1,000 at most; the cache forgets them.
   *
   * @param consumer called on the calling thread
   * @return how many there were
   */
  public int drainAccesses(AccessConsumer<? super K> consumer) {
    return accesses.drain(requireNonNull(consumer, "consumer"));
  }

  /** Returns how many sampled accesses were lost, since nobody drained them in time. */
  public long lostAccesses() {
    return accesses.lost();
  }

  /** Returns how many lookups there were. */
  public long lookups() {
    var sums = nears.sums();
    return sums[Counts.NEAR_HITS]
        + sums[Counts.HEAP_HITS]
        + sums[Counts.DISK_HITS]
        + sums[Counts.MISSES];
  }

  /** Returns what went wrong last with the tier on disk, in a sentence, or empty. */
  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  /** Returns the figures so far. */
  public CacheStatistics statistics() {
    return Figures.of(
        name,
        nears,
        heap,
        disk,
        prefetcher,
        new Figures.Totals(invalidations.sum(), faults.sum(), listenerFaults.sum(), complaint));
  }

  /**
   * Writes what is to be on disk and closes the file, which takes some seconds at most; works no
   * values out in advance any more. The cache goes on in memory.
   */
  @Override
  public void close() {
    prefetcher.close();
    if (disk != null) {
      disk.close();
    }
  }

  /** Has what waits to be written to the disk be written now; for tests. */
  void flush() {
    if (disk != null) {
      disk.flush();
    }
  }

  private void tell(K key, @Nullable V value, CacheTier tier, EvictionReason reason) {
    var listener = settings.evictionListener();
    if (listener == null) {
      return;
    }
    try {
      listener.evicted(key, value, tier, reason);
    } catch (RuntimeException | Error e) {
      listenerFaults.increment();
    }
  }

  private void tellPolicy(PolicyChange change) {
    try {
      policies.changed(change);
    } catch (RuntimeException | Error e) {
      listenerFaults.increment();
    }
  }

  private void evicted(CacheTier tier, EvictionReason reason, long bytes) {
    try (var measurement = monitor.measure(OperationType.CACHE_EVICTION, name)) {
      if (EventGate.isOpen()) {
        CacheEvents.evicted(name, tier, reason, bytes);
      }
    }
  }

  /** What the heap gives up. */
  private final class Evictions implements HeapTier.Evictions<K, V> {
    @Override
    public void evicting(K key, Entry<V> entry, EvictionReason reason) {
      long spread = Mix.spread(key.hashCode());
      stamps.changed(spread); // no copy stays behind
      if (reason == EvictionReason.EXPIRED && evictor != null && evictor.isNoting()) {
        evictor.forgotten(nears.current().notes(), spread);
      }
      EditorCache.this.evicted(CacheTier.L2, reason, entry.bytes);
    }

    @Override
    public void evicted(K key, Entry<V> entry, EvictionReason reason) {
      tell(key, entry.value, CacheTier.L2, reason);
    }
  }

  /** What the disk gives up, and says. */
  private final class DiskEvictions implements DiskTier.Listener<K> {
    @Override
    public void evicted(K key, long bytes, EvictionReason reason) {
      EditorCache.this.evicted(CacheTier.L3, reason, bytes);
      tell(key, null, CacheTier.L3, reason);
    }

    @Override
    public void complain(String sentence) {
      complaint = sentence;
      try {
        settings.complaints().accept(sentence);
      } catch (RuntimeException | Error e) {
        listenerFaults.increment();
      }
    }
  }
}
