// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.List;

/**
 * A cache that values can be worked out for before they are asked for. Everything is called on the
 * coordinator's thread, while the editor uses the cache.
 *
 * @param <K> its keys, with {@code equals} and {@code hashCode} of their content
 */
public interface PrefetchedCache<K> {

  /**
   * What prefetching did since the cache was made.
   *
   * @param issued values worked out before they were asked for
   * @param used of these, how many were asked for while they were held
   * @param savedNanos time that those who asked for them did not have to wait
   * @param spentNanos time that all of them took to work out, in the background
   */
  record Counts(long issued, long used, long savedNanos, long spentNanos) {
    Counts since(Counts earlier) {
      return new Counts(
          issued - earlier.issued,
          used - earlier.used,
          savedNanos - earlier.savedNanos,
          spentNanos - earlier.spentNanos);
    }
  }

  /** Returns whether it prefetches, 0 or 1; the knob's subject is the name of the cache. */
  Knob prefetching();

  /** Returns what prefetching did. */
  Counts counts();

  /** Returns the lookups so far that found their value in any tier. */
  long hits();

  /** Returns the lookups so far that did not. */
  long misses();

  /** Takes out the keys asked for since the last call, in order. Lossy, if it has to be. */
  List<K> drainAccesses();

  /**
   * Works values out in the background, those that are not held. Called only while prefetching is
   * on; fails for none of them but that one.
   *
   * @param keys the likeliest first
   */
  void prefetch(List<K> keys);
}
