// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

/** What a cache with another policy would hold: hashes of keys, without values. Of one thread. */
interface Shadow {

  /** Asks for a key, keeps it if it was not there, and returns whether it was. */
  boolean ask(long hash);

  /** Keeps a key that was asked for some times, at last so many lookups ago. Oldest first. */
  void seed(long hash, int times, long age);

  /** Forgets a key. */
  void forget(long hash);

  /** Forgets all keys. */
  void forgetAll();

  /** Returns an empty one. */
  static Shadow of(EvictionPolicy policy, int size) {
    return policy == EvictionPolicy.TINY_LFU
        ? new TinyLfuShadow(size)
        : new RecencyShadow(size, policy.depth());
  }
}
