// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Keys as W-TinyLFU keeps them. */
final class TinyLfuShadow implements Shadow {

  /** What the sketch counts up to. */
  private static final int MOST_COUNTED = 15;

  private final Cache<Long, Boolean> held;

  TinyLfuShadow(int size) {
    held = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
  }

  @Override
  public boolean ask(long hash) {
    if (held.getIfPresent(hash) != null) {
      return true;
    }
    held.put(hash, true);
    return false;
  }

  @Override
  public void seed(long hash, int times, long age) {
    for (int i = 0; i < Math.min(times, MOST_COUNTED); i++) {
      ask(hash);
    }
  }

  @Override
  public void forget(long hash) {
    held.invalidate(hash);
  }

  @Override
  public void forgetAll() {
    held.invalidateAll();
  }
}
