// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Arrays;

/**
 * How many other keys are asked for between two times that a key is asked for: the least size of an
 * LRU cache that would have hit the second time.
 *
 * <p>SHARDS with a fixed number of keys (Waldspurger, Park, Garthwaite and Ahmad, "Efficient MRC
 * Construction with SHARDS", FAST '15): only keys whose hash is under a threshold are followed, and
 * what they show is scaled up. Small caches are followed key by key; the threshold falls only when
 * more keys than {@value #MOST_KEYS} are within the depth of interest, by a quarter at a time, and
 * what was counted at each rate counts by the weight of that rate. What was not sampled although it
 * should have been goes to the smallest distance (SHARDS-adj).
 *
 * <p>Keys that lie deeper than the greatest size of interest are dropped: no size of the cache
 * would hold them, so they count, when they come again, as met for the first time. What is met for
 * the first time is no size's fault: it enters the curve as a miss at every size. What the first
 * epoch meets for the first time is not counted, since it may well have been met before that.
 *
 * <p>Older epochs fade by half at the end of each, so that the curve is that of the workload now.
 *
 * <p>Takes 11 KiB at first, and at most 80 KiB for the keys and 4 KiB for each octave of distances.
 * Not thread-safe.
 */
final class ReuseProfile implements AccessLog.Reader {

  static final int MOST_KEYS = 2048;

  private static final int FEWEST_KEYS = 64;
  private static final long FULL_THRESHOLD = 1L << 24;
  private static final int HASH_SHIFT = 40;
  private static final int GONE = -1;
  private static final int LEAST_EPOCH = 8192;
  private static final int TURNS_PER_EPOCH = 4;
  private static final double FADE = 0.5;

  private final Distances distances = new Distances();

  private long depth;
  private long threshold = FULL_THRESHOLD;

  private int keyLimit;
  private long[] keys = {};
  private int[] times = {};
  private int[] slots = {};
  private int[] tree = {};
  private int stored;
  private int live;
  private int clock;

  private long epochs;
  private long inEpoch;
  private Probe probe = new Probe(1);
  private Probe control = probe;

  /** How many of the accesses since it was made an LRU cache of one size would have hit. */
  static final class Probe {
    private final double size;
    private double hits;
    private double all;

    Probe(double size) {
      this.size = size;
    }

    /** Returns the share, or NaN of none. */
    double hitRate() {
      return hits / all;
    }

    double accesses() {
      return all;
    }

    private void add(double position, double weight) {
      all += weight;
      if (position <= size) {
        hits += weight;
      }
    }
  }

  /**
   * Makes an empty one.
   *
   * @param depth greatest distance of interest, over 0
   */
  ReuseProfile(long depth) {
    this.depth = depth;
    resize(FEWEST_KEYS);
  }

  /** Changes the greatest distance of interest. */
  void depth(long newDepth) {
    depth = newDepth;
  }

  /** Returns the share of keys that are followed. */
  double rate() {
    return (double) threshold / FULL_THRESHOLD;
  }

  /** Returns how many epochs have ended. */
  long epochs() {
    return epochs;
  }

  /** Counts from now on what a cache of one size would have done. */
  Probe probe(double size) {
    probe = new Probe(size);
    return probe;
  }

  /** The same, beside the other: for what a cache would do that had been left alone. */
  Probe control(double size) {
    control = new Probe(size);
    return control;
  }

  /** Returns the curve of what was asked for of late. */
  MissRatioCurve curve() {
    return distances.curve();
  }

  @Override
  public void accessed(long hash) {
    distances.accessed();
    if (hash >>> HASH_SHIFT < threshold) {
      sampled(hash);
    }
    if (++inEpoch >= Math.max(LEAST_EPOCH, TURNS_PER_EPOCH * (long) (live / rate()))) {
      inEpoch = 0;
      epochs++;
      distances.fade(FADE);
    }
  }

  @Override
  public void forgotten(long hash) {
    int slot = find(hash);
    if (keys[slot] == hash && times[slot] != GONE) {
      leave(slot);
    }
  }

  @Override
  public void allForgotten() {
    clear();
  }

  private void sampled(long hash) {
    if (stored == keyLimit || clock == slots.length) {
      rebuild();
      if (hash >>> HASH_SHIFT >= threshold) {
        return;
      }
    }
    int slot = find(hash);
    double weight = 1 / rate();
    if (keys[slot] != hash) {
      keys[slot] = hash;
      times[slot] = GONE;
      stored++;
    }
    if (times[slot] == GONE) {
      first(weight);
    } else {
      again(slot, weight);
    }
    times[slot] = clock;
    slots[clock] = slot;
    update(clock++, 1);
    live++;
  }

  private void first(double weight) {
    if (epochs == 0) {
      distances.ignore(weight);
    } else {
      distances.first(weight);
      count(Double.POSITIVE_INFINITY, weight);
    }
  }

  private void again(int slot, double weight) {
    double position = 1 + (live - countUpTo(times[slot])) / rate();
    distances.again(position, weight);
    count(position, weight);
    leave(slot);
  }

  private void count(double position, double weight) {
    probe.add(position, weight);
    if (control != probe) {
      control.add(position, weight);
    }
  }

  private void leave(int slot) {
    update(times[slot], -1);
    slots[times[slot]] = GONE;
    times[slot] = GONE;
    live--;
  }

  private int find(long hash) {
    int mask = keys.length - 1;
    int slot = (int) (hash >>> 1) & mask;
    while (keys[slot] != hash && keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Numbers the keys anew, without those too deep, and with a lower threshold if there is need. */
  private void rebuild() {
    long[] ordered = ordered();
    int keep = (int) Math.min(ordered.length, Math.ceil(depth * rate()));
    if (keep > MOST_KEYS / 4 * 3) {
      threshold = threshold / 4 * 3;
      ordered = Arrays.stream(ordered).filter(key -> key >>> HASH_SHIFT < threshold).toArray();
      keep = (int) Math.min(ordered.length, Math.ceil(depth * rate()));
    }
    resize(keyLimitFor(keep));
    for (int i = ordered.length - keep; i < ordered.length; i++) {
      int slot = find(ordered[i]);
      keys[slot] = ordered[i];
      times[slot] = clock;
      slots[clock++] = slot;
    }
    stored = keep;
    live = keep;
    for (int i = 0; i < clock; i++) {
      update(i, 1);
    }
  }

  private int keyLimitFor(int count) {
    return count > keyLimit / 2 && keyLimit < MOST_KEYS ? keyLimit * 2 : keyLimit;
  }

  /** Returns the live keys, the one longest not asked for first. */
  private long[] ordered() {
    var ordered = new long[live];
    int count = 0;
    for (int time = 0; time < clock; time++) {
      if (slots[time] != GONE) {
        ordered[count++] = keys[slots[time]];
      }
    }
    return ordered;
  }

  private void resize(int newLimit) {
    if (newLimit != keyLimit) {
      keyLimit = newLimit;
      keys = new long[2 * newLimit];
      times = new int[2 * newLimit];
      slots = new int[2 * newLimit];
      tree = new int[2 * newLimit + 1];
    }
    clear();
  }

  private void clear() {
    Arrays.fill(keys, 0);
    Arrays.fill(times, GONE);
    Arrays.fill(slots, GONE);
    Arrays.fill(tree, 0);
    stored = 0;
    live = 0;
    clock = 0;
  }

  /** Adds to the count of one time; a Fenwick tree. */
  private void update(int time, int change) {
    for (int i = time + 1; i < tree.length; i += i & -i) {
      tree[i] += change;
    }
  }

  private int countUpTo(int time) {
    int count = 0;
    for (int i = time + 1; i > 0; i -= i & -i) {
      count += tree[i];
    }
    return count;
  }
}
