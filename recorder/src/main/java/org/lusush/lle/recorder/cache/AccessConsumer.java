// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

/**
 * Takes sampled accesses of a cache, in about the order they came in.
 *
 * @param <K> keys
 */
@FunctionalInterface
public interface AccessConsumer<K> {

  /**
   * A key was asked for.
   *
   * @param hash of the key, of which all bits are alike
   * @param key itself, of the process alone: not to be recorded
   */
  void accept(long hash, K key);

  /**
   * A key was invalidated.
   *
   * @param hash of the key
   */
  default void forgotten(long hash) {}

  /** Keys were invalidated by a condition, or all of them. */
  default void allForgotten() {}
}
