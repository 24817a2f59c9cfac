// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers what was worked out before, or does not.
 *
 * @param <K> what it was worked out from
 * @param <V> the outcome
 */
public interface Memo<K, V> {

  /** Returns what a key comes to, worked out by the loader unless remembered. */
  V of(K key, Function<? super K, ? extends V> loader);

  /**
   * Returns what a key comes to, worked out by the loader unless it is remembered and still true.
   *
   * @param holds says whether what is remembered is still true
   */
  V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader);

  /** Forgets everything. */
  void clear();

  /** Returns one that remembers nothing. */
  static <K, V> Memo<K, V> none() {
    return new Memo<>() {
      @Override
      public V of(K key, Function<? super K, ? extends V> loader) {
        return loader.apply(key);
      }

      @Override
      public V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader) {
        return loader.apply(key);
      }

      @Override
      public void clear() {}
    };
  }
}
