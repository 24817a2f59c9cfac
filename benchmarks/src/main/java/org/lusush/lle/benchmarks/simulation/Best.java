// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most that any cache of a size can hit: gives up what is asked for again last of all, or never
 * (Belady, 1966), and keeps nothing that is not worth it.
 */
final class Best {

  private static final int NEVER = Integer.MAX_VALUE;

  private Best() {}

  /** Returns the share of the lookups of a trace that it hits. */
  static double hitRate(int size, Trace trace) {
    long[] keys = trace.keys();
    int[] next = nextUses(keys);
    Map<Long, Integer> held = new HashMap<>();
    TreeMap<Integer, Long> byNext = new TreeMap<>();
    long hits = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == Trace.FORGET) {
        held.clear();
        byNext.clear();
        continue;
      }
      var known = held.remove(keys[i]);
      if (known != null) {
        hits++;
        byNext.remove(known);
      }
      if (next[i] != NEVER) {
        held.put(keys[i], next[i]);
        byNext.put(next[i], keys[i]);
        if (held.size() > size) {
          held.remove(byNext.pollLastEntry().getValue());
        }
      }
    }
    return (double) hits / trace.lookups();
  }

  /** Returns for each lookup when its key is asked for next before everything is forgotten. */
  private static int[] nextUses(long[] keys) {
    int[] next = new int[keys.length];
    Map<Long, Integer> later = new HashMap<>();
    for (int i = keys.length - 1; i >= 0; i--) {
      if (keys[i] == Trace.FORGET) {
        later.clear();
        continue;
      }
      var use = later.put(keys[i], i);
      next[i] = use == null ? NEVER : use;
    }
    return next;
  }
}
