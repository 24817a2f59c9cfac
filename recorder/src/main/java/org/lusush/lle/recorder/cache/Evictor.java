// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes room in a full cache by giving up the oldest, and chooses whether it goes by age at all.
 *
 * <p>Whoever puts an entry into a full cache gives another one up before. Where W-TinyLFU is used
 * nobody does, and Caffeine evicts; that is also what happens when two threads need room at once.
 *
 * <p>Each thread notes what it asked for; who puts entries in has the executor read the notes and
 * choose. What is not needed costs a lookup nothing: the order of a cache that is far from full,
 * and notes until it was full for the first time.
 *
 * <p>Thread-safe; no lookup waits.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Evictor<K, V> {

  /** Keys in the largest shadow: of a larger cache it stands for a sample. */
  private static final long MOST_SHADOWED = 512;

  /** The part of the entries from which on it matters when one was asked for last. */
  private static final int ORDERED_FROM = 8;

  private final HeapTier<K, V> heap;
  private final Nears<K, V> nears;
  private final Clock clock;
  private final Oldest<K, V> oldest;
  private final Executor executor;
  private final boolean isChoosing;
  private final boolean expires;
  private final PolicyListener policies;
  private final ReentrantLock evicting = new ReentrantLock();
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final Runnable choose = this::choose;
  private volatile EvictionPolicy policy;

  /** Keys whose hash has none of these bits are noted; with all bits, next to none. */
  private volatile long unnoted = -1;

  private volatile boolean isNoting;
  private volatile boolean isOrdering;
  private @Nullable PolicyChooser chooser;

  /**
   * Makes one.
   *
   * @param settings whose executor chooses
   * @param set by what entries are given up, or null to choose
   * @param policies is told of changes, and does not throw
   */
  Evictor(
      CacheSettings<K, V> settings,
      @Nullable EvictionPolicy set,
      HeapTier<K, V> heap,
      Nears<K, V> nears,
      Clock clock,
      PolicyListener policies) {
    this.heap = heap;
    this.nears = nears;
    this.clock = clock;
    this.policies = policies;
    oldest = new Oldest<>(heap.entries());
    executor = settings.executor();
    expires = settings.expires();
    isChoosing = set == null;
    policy = set == null ? EvictionPolicy.LRU_SCAN : set;
  }

  /** Returns whether entries are to know when they were asked for last. */
  boolean isOrdering() {
    return isOrdering;
  }

  /** Returns whether lookups are to be noted. */
  boolean isNoting() {
    return isNoting;
  }

  /** Notes that a key was asked for. */
  void asked(Notes notes, long spread, boolean isHit) {
    long sample = Mix.sample(spread);
    if ((sample & unnoted) == 0) {
      notes.add(Notes.asked(sample, isHit));
    }
  }

  /** Notes that a key was invalidated. */
  void forgotten(Notes notes, long spread) {
    long sample = Mix.sample(spread);
    if (isNoting && (sample & unnoted) == 0) {
      notes.add(Notes.forgotten(sample));
    }
  }

  /** Notes that any key may have been invalidated. */
  void allForgotten(Notes notes) {
    if (isNoting) {
      notes.add(Notes.ALL_FORGOTTEN);
    }
  }

  /** An entry is to be put in: makes room if it is a new one. */
  void inserting(K key) {
    if (!isOrdering && heap.size() + 1 >= heap.maximumEntries() / ORDERED_FROM) {
      isOrdering = true;
    }
    if (policy != EvictionPolicy.TINY_LFU
        && heap.size() >= heap.maximumEntries()
        && heap.peek(key) == null) {
      if (isChoosing && !isNoting) {
        scheduleChoice();
      }
      makeRoom(heap.maximumEntries() - 1);
    }
  }

  /** An entry was put in by a thread. */
  void inserted(Notes notes) {
    if (isNoting && notes.areEnough()) {
      scheduleChoice();
    }
  }

  /** Changes how many entries there may be. */
  synchronized void resize(long maximumEntries) {
    if (policy != EvictionPolicy.TINY_LFU) {
      makeRoom(maximumEntries);
    }
    heap.resize(maximumEntries);
    if (chooser != null) {
      begin();
    }
  }

  /** Has the executor choose, unless it is about to. */
  private void scheduleChoice() {
    if (isDue.getAndSet(true)) {
      return;
    }
    try {
      executor.execute(choose);
    } catch (RejectedExecutionException e) {
      choose();
    }
  }

  private void makeRoom(long most) {
    if (!evicting.tryLock()) {
      return;
    }
    try {
      if (expires) {
        heap.cleanUp(); // what has ended goes first
      }
      nears.tellEntries();
      while (heap.size() > most) {
        var victim = oldest.take(policy.depth(), clock.now());
        if (victim == null) {
          return;
        }
        heap.giveUp(victim.key(), victim.entry());
      }
    } finally {
      evicting.unlock();
    }
  }

  private synchronized void choose() {
    isDue.set(false);
    var choosing = chooser;
    if (choosing == null) {
      begin();
    } else {
      nears.drainNotes(choosing);
      policy = choosing.used();
    }
  }

  /** Begins with what every policy would hold by now: all that there is. */
  private void begin() {
    int shift = 0;
    while (heap.maximumEntries() >> shift > MOST_SHADOWED) {
      shift++;
    }
    var begun = new PolicyChooser(policy, (int) (heap.maximumEntries() >> shift), policies);
    nears.tellEntries();
    seed(begun, shift);
    nears.drainNotes(note -> {});
    chooser = begun;
    unnoted = (1L << shift) - 1;
    isNoting = true;
  }

  private record Seed(long hash, int times, long last) {}

  private void seed(PolicyChooser begun, int shift) {
    long now = clock.now();
    var seeds = new ArrayList<Seed>();
    heap.entries()
        .forEach(
            (key, entry) -> {
              long sample = Mix.sample(Mix.spread(key.hashCode()));
              if ((sample & (1L << shift) - 1) == 0) {
                seeds.add(new Seed(sample, entry.times(), entry.last()));
              }
            });
    seeds.sort(Comparator.comparingLong(Seed::last));
    for (var seed : seeds) {
      begun.seed(seed.hash(), seed.times(), (now - seed.last()) >> shift);
    }
  }
}
