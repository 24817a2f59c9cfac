// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

/** Hears of it when a cache changes by what it gives up entries. */
@FunctionalInterface
public interface PolicyListener {

  /** Tells nobody. */
  PolicyListener NONE = change -> {};

  /**
   * A cache goes by another policy. Called on the thread of the cache's executor, one at a time for
   * each cache. What it throws is counted, and harms nothing.
   */
  void changed(PolicyChange change);
}
