// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Guesses that wait for their key, and how many of the earlier ones were right. A guess is right
 * when its key is asked for within the next lookups. Not thread-safe.
 *
 * @param <K> the keys
 */
final class Guesses<K> {

  /** Lookups after which a guess was wrong. */
  private static final int HORIZON = 16;

  private static final int MOST_ENOUGHS = 4;

  private final int enough;
  private final ArrayDeque<Open<K>> open = new ArrayDeque<>();
  private final Map<K, Open<K>> byKey = new HashMap<>();
  private long lookups;
  private double right;
  private double all;

  private record Open<K>(K key, long until) {}

  Guesses(int enough) {
    this.enough = enough;
  }

  void add(K key) {
    if (!byKey.containsKey(key)) {
      var guess = new Open<K>(key, lookups + HORIZON);
      open.add(guess);
      byKey.put(key, guess);
    }
  }

  /** A key was asked for. */
  void check(K key) {
    lookups++;
    if (byKey.remove(key) != null) {
      ended(1);
    }
    for (var oldest = open.peek(); oldest != null && isOver(oldest); oldest = open.peek()) {
      open.remove();
      if (byKey.remove(oldest.key(), oldest)) {
        ended(0);
      }
    }
  }

  private boolean isOver(Open<K> guess) {
    return guess.until() < lookups || !guess.equals(byKey.get(guess.key()));
  }

  private void ended(double share) {
    right += share;
    all++;
    if (all > MOST_ENOUGHS * (double) enough) {
      right /= 2;
      all /= 2;
    }
  }

  void clear() {
    right = 0;
    all = 0;
  }

  double all() {
    return all;
  }

  boolean areEnough() {
    return all >= enough;
  }

  /** Returns the share that was right, or 0 of none. */
  double precision() {
    return all == 0 ? 0 : right / all;
  }
}
