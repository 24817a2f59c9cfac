// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * A cache as its tuners see it. Everything is called on the coordinator's thread, while the editor
 * uses the cache.
 */
public interface TunedCache {

  /** Returns how many entries it may hold; the knob's subject is the name of the cache. */
  Knob entries();

  /** Returns the lookups so far that found their value in any tier. */
  long hits();

  /** Returns the lookups so far that did not. */
  long misses();

  /** Returns the log that every lookup and invalidation is noted in. */
  AccessLog log();
}
