// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.EvictionReason;

/**
 * Hears of entries that a tier gave up: by itself, not because it was told to.
 *
 * @param <K> keys
 * @param <V> values
 */
@FunctionalInterface
public interface EvictionListener<K, V> {

  /**
   * An entry was given up. Called on any thread, not the editor's, soon after. What it throws is
   * counted, and harms nothing.
   *
   * @param key of the entry
   * @param value of it, or null where it was on disk
   * @param tier that gave it up, {@link CacheTier#L2} or {@link CacheTier#L3}; others may have it
   * @param reason why
   */
  void evicted(K key, @Nullable V value, CacheTier tier, EvictionReason reason);
}
