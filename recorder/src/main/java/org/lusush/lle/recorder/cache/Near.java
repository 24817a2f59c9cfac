// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.CacheTier;

/**
 * The first tier: a small set-associative array of copies, and what else a thread has of its own.
 *
 * <p>Used by one thread. A copy is good while its stamp is that of its key, see {@link Stamps}.
 * Allocates nothing after its first copy.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Near<K, V> {

  private static final int WAYS = 4;
  private static final int TIMED_EVERY = 256;

  /** A key that is asked for once or twice is not worth a place; one that is often soon has one. */
  private static final int COPIED_EVERY = 4;

  /** Of so many hits of a copy, a power of two, the tier behind it is told of the first. */
  private static final int TOLD_EVERY = 64;

  final Counts counts = new Counts();

  /** Where the last lookup ended, unless at a copy: its counter. */
  private int last;

  private final Thread thread = Thread.currentThread();
  private final int places;
  private final Clock clock;
  private final Notes notes = new Notes();
  private long time;
  private @Nullable Copy<K, V> @Nullable [] copies;

  /** Whether the next lookup is timed: the first one, and one after so many of a sort. */
  private boolean timesNext = true;

  private int untilTimed = TIMED_EVERY;
  private int untilTimedInsert = 1;
  private int untilCopied = COPIED_EVERY;
  private int victim;

  /** A place, and the copy in it, if any. */
  static final class Copy<K, V> {
    private int hash;
    private int hits;
    private int hitsTaken;
    private long last;
    private long stamp;
    private long expiresNanos;
    private @Nullable K key;
    private @Nullable V value;
    private @Nullable Entry<V> entry;

    @Nullable V value() {
      return value;
    }

    long expiresNanos() {
      return expiresNanos;
    }

    /** Counts a hit; returns whether the tier behind is to be told. */
    boolean hit() {
      return (hits++ & TOLD_EVERY - 1) == 0;
    }

    /** Notes when it was hit. */
    void hitAt(long time) {
      last = time;
    }

    /** Tells the entry that it was copied from of the hits that it has not heard of. */
    private void tellEntry() {
      var from = entry;
      int count = hits - hitsTaken;
      if (from != null && count > 0) {
        hitsTaken += count;
        from.touch(last, count);
      }
    }
  }

  /**
   * Makes one without copies.
   *
   * @param places how many it has room for: 0, or a power of two from 4 on
   * @param clock the cache's
   */
  Near(int places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
  boolean isOf(Thread current) {
    return thread == current;
  }

  boolean isOfDeadThread() {
    return !thread.isAlive();
  }

  /** Returns what the thread notes for the choice of a policy. */
  Notes notes() {
    return notes;
  }

  /** A lookup begins now, at a later time than any that was told. */
  void tick() {
    time = Math.max(time, clock.now()) + 1;
  }

  /** Returns the time of the last lookup, or 0. */
  long time() {
    return time;
  }

  /** Tells all threads the time of the last lookup. */
  void tellTime() {
    clock.tell(time);
  }

  /** Counts a lookup that ended at a copy. */
  void endedNear() {
    timeAfter(counts.nearHit());
  }

  /** Counts a lookup that ended on the heap. */
  void endedOnHeap() {
    last = Counts.HEAP_HITS;
    timeAfter(counts.heapHit());
  }

  private void timeAfter(long hits) {
    if ((hits & TIMED_EVERY - 1) == 0) {
      timesNext = true;
    }
  }

  /** Counts a lookup, where it ended if not in memory. */
  void ended(int counter) {
    counts.increment(counter);
    last = counter;
    if (--untilTimed == 0) {
      untilTimed = TIMED_EVERY;
      timesNext = true;
    }
  }

  /** A lookup begins of which somebody wants to know where it ends. */
  void watch() {
    last = Counts.NEAR_HITS; // which does not say so itself, to lose no time
  }

  /** Returns where the last lookup ended that was watched: its counter. */
  int last() {
    return last;
  }

  /** Returns where the last lookup ended that was watched. */
  CacheTier lastTier() {
    return switch (last) {
      case Counts.NEAR_HITS -> CacheTier.L1;
      case Counts.HEAP_HITS -> CacheTier.L2;
      case Counts.DISK_HITS -> CacheTier.L3;
      default -> CacheTier.NONE;
    };
  }

  /** Returns whether the last lookup that was watched ended at a copy or on the heap. */
  boolean isLastInMemory() {
    return last <= Counts.HEAP_HITS;
  }

  /** Returns whether the next lookup is one of those that are timed. */
  boolean timesNext() {
    return timesNext;
  }

  /** Returns the same of the lookup that begins now; the next one is not. */
  boolean isTimed() {
    boolean isTimed = timesNext;
    timesNext = false;
    return isTimed;
  }

  /** Returns whether the insertion that begins now is one of those that are timed. */
  boolean isInsertTimed() {
    if (--untilTimedInsert == 0) {
      untilTimedInsert = TIMED_EVERY;
      return true;
    }
    return false;
  }

  /** Returns the good copy of a key, or null. */
  @Nullable Copy<K, V> find(K key, int hash, long spread, long stamp) {
    var all = copies;
    if (all == null) {
      return null;
    }
    int home = (int) spread & all.length - 1;
    var copy = all[home];
    return isGood(copy, key, hash, stamp) ? copy : findBesides(all, home, key, hash, stamp);
  }

  /** Looks at the other ways of a set. */
  private @Nullable Copy<K, V> findBesides(
      @Nullable Copy<K, V>[] all, int home, K key, int hash, long stamp) {
    for (int way = 1; way < WAYS; way++) {
      var copy = all[home ^ way];
      if (isGood(copy, key, hash, stamp)) {
        return copy;
      }
    }
    return null;
  }

  private static <K> boolean isGood(@Nullable Copy<K, ?> copy, K key, int hash, long stamp) {
    return copy != null && copy.stamp == stamp && isOf(copy, hash, key);
  }

  @SuppressWarnings("ReferenceEquality") // first, as in any map
  private static <K> boolean isOf(Copy<K, ?> copy, int hash, K key) {
    var held = copy.key;
    return held == key || (copy.hash == hash && key.equals(held));
  }

  /** Returns whether a value that was found farther away is to be copied now. */
  boolean isCopyDue() {
    if (places == 0 || --untilCopied > 0) {
      return false;
    }
    untilCopied = COPIED_EVERY;
    return true;
  }

  /** Copies a value whose stamp was read before it was. */
  void put(K key, int hash, long spread, long stamp, Entry<V> entry) {
    var all = copies;
    if (all == null) {
      all = newCopies();
      copies = all;
    }
    int place = placeFor(all, (int) spread & places - 1, hash, key);
    var copy = all[place];
    if (copy == null) {
      copy = new Copy<>();
      all[place] = copy;
    }
    copy.tellEntry();
    copy.hash = hash;
    copy.hits = 0;
    copy.hitsTaken = 0;
    copy.stamp = stamp;
    copy.expiresNanos = entry.expiresNanos;
    copy.key = key;
    copy.value = entry.value;
    copy.entry = entry;
  }

  /** Returns the place of an older copy of the key, or an empty one, or the next in turn. */
  private int placeFor(@Nullable Copy<K, V>[] all, int home, int hash, K key) {
    int empty = -1;
    for (int way = 0; way < WAYS; way++) {
      var copy = all[home ^ way];
      if (copy == null) {
        empty = empty < 0 ? home ^ way : empty; // the nearest, since they are looked at in order
      } else if (isOf(copy, hash, key)) {
        return home ^ way;
      }
    }
    return empty >= 0 ? empty : home ^ (victim++ & WAYS - 1);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable Copy<K, V>[] newCopies() {
    return new Copy[places];
  }

  /**
   * Tells entries how their copies were used. Any thread may ask, one at a time; what is used at
   * that moment may be told wrong.
   */
  void tellEntries() {
    var all = copies;
    for (int i = 0; all != null && i < all.length; i++) {
      var copy = all[i];
      if (copy != null) {
        copy.tellEntry();
      }
    }
  }

  /** Returns how many copies it has, good or not. Any thread may ask. */
  int size() {
    var all = copies;
    int count = 0;
    for (int i = 0; all != null && i < all.length; i++) {
      count += all[i] == null ? 0 : 1;
    }
    return count;
  }
}
