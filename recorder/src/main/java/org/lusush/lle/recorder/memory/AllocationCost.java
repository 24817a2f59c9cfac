// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Locale;

/**
 * What one array costs, made anew and from a pool, as measured in this process: warm, and without
 * what the garbage collector does for it later.
 *
 * @param bytes its size as asked for
 * @param pooledBytes the size of the pool's arrays
 * @param newNanos to make it
 * @param pooledNanos to take, wipe and return one of the pool's
 * @param isHeapFresh whether the heap was seldom collected, so that new ones cost more than later
 */
record AllocationCost(
    long bytes, long pooledBytes, double newNanos, double pooledNanos, boolean isHeapFresh) {

  boolean doesPoolingPay() {
    return pooledNanos < newNanos;
  }

  /** Returns the figures as a reader is told them. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "new byte[%d] %.1f ns%s, %d bytes taken, wiped and returned %.1f ns",
        bytes,
        newNanos,
        isHeapFresh ? " on a heap that was seldom collected" : "",
        pooledBytes,
        pooledNanos);
  }
}
