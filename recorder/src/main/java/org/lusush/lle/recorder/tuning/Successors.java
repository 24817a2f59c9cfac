// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys follow which: a Markov model of first and second order.
 *
 * <p>Bounded: a thousand contexts of each order, of which those longest not seen go first, and four
 * successors of each, of which the rarest makes room for a newcomer. Counts are halved now and
 * then, so that new habits replace old ones. Not thread-safe. Keys stay in the process and are
 * never written anywhere.
 *
 * @param <K> the keys
 */
final class Successors<K> {

  /** A key that may be asked for next. */
  record Guess<K>(K key, double probability) {}

  private static final int CONTEXTS = 1024;
  private static final int KEPT = 4;
  private static final int MOST = 64;
  private static final int ENOUGH = 3;

  private final Map<K, Followers<K>> first = bounded();
  private final Map<Pair<K>, Followers<K>> second = bounded();
  private @Nullable K last;
  private @Nullable K lastButOne;

  private record Pair<K>(K first, K second) {}

  /** Learns that a key was asked for. A key that follows itself teaches nothing. */
  void learn(K key) {
    var previous = last;
    if (key.equals(previous)) {
      return;
    }
    if (previous != null) {
      first.computeIfAbsent(previous, context -> new Followers<>()).add(key);
      var before = lastButOne;
      if (before != null) {
        second.computeIfAbsent(new Pair<>(before, previous), pair -> new Followers<>()).add(key);
      }
    }
    lastButOne = previous;
    last = key;
  }

  /** Returns what follows with at least some probability, the likeliest first. */
  List<Guess<K>> guess(double least) {
    var previous = last;
    if (previous == null) {
      return List.of();
    }
    var before = lastButOne;
    var byTwo = before == null ? null : second.get(new Pair<>(before, previous));
    var followers = byTwo != null && byTwo.total >= ENOUGH ? byTwo : first.get(previous);
    return followers == null || followers.total < ENOUGH ? List.of() : followers.guess(least);
  }

  int contexts() {
    return first.size() + second.size();
  }

  private static <C, V> Map<C, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<C, V> eldest) {
        return size() > CONTEXTS;
      }
    };
  }

  private static final class Followers<K> {
    private final List<K> keys = new ArrayList<>(KEPT);
    private final int[] counts = new int[KEPT];
    private int total;

    void add(K key) {
      if (++total > MOST) {
        halve();
      }
      int index = keys.indexOf(key);
      if (index < 0) {
        index = place(key);
      }
      counts[index]++;
    }

    private int place(K key) {
      if (keys.size() < KEPT) {
        keys.add(key);
        return keys.size() - 1;
      }
      int rarest = 0;
      for (int i = 1; i < KEPT; i++) {
        rarest = counts[i] < counts[rarest] ? i : rarest;
      }
      keys.set(rarest, key);
      counts[rarest] = 0; // a newcomer's count is its own: better too low than a wrong prefetch
      return rarest;
    }

    private void halve() {
      total = (total + 1) / 2;
      for (int i = 0; i < KEPT; i++) {
        counts[i] /= 2;
      }
    }

    List<Guess<K>> guess(double least) {
      var guesses = new ArrayList<Guess<K>>();
      for (int i = 0; i < keys.size(); i++) {
        double probability = (double) counts[i] / total;
        if (probability >= least) {
          guesses.add(new Guess<>(keys.get(i), probability));
        }
      }
      guesses.sort((a, b) -> Double.compare(b.probability(), a.probability()));
      return guesses;
    }
  }
}
