// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.memory.CostProbe.OfNew;
import org.lusush.lle.recorder.memory.CostProbe.OfPooled;

/**
 * Measures, in this process, whether an array is cheaper made anew or from a pool.
 *
 * <p>On a heap that was seldom collected a new array costs several times as much as later, since
 * the system first has to provide each page of it. So new ones are measured again after each of the
 * first collections, the cheapest counts, and until then what was measured is marked. Thread-safe;
 * measuring is for a background thread.
 */
final class Calibration {

  /** Nobody pools what is larger, and making it often enough would disturb the collector. */
  private static final long LARGEST = 1 << 18;

  /** After so many collections the heap is taken as one that uses its pages again. */
  private static final int COLLECTIONS = 4;

  private WeakReference<Object> untilCollection = new WeakReference<>(new Object());
  private int collections;

  /** Has the compiler see the loops before anything counts, with the least garbage. */
  private final CostProbe warmUp = new OfNew(0);

  private final Map<Sizes, AllocationCost> costs = new ConcurrentHashMap<>();
  private final Map<Long, CostProbe> made = new HashMap<>();
  private final Map<Long, CostProbe> pooled = new HashMap<>();

  /**
   * What is compared.
   *
   * @param bytes the size that is asked for
   * @param pooledBytes that of the pool's arrays
   */
  record Sizes(long bytes, long pooledBytes) {}

  /** Returns what was measured, or null where nothing was, or not for long enough. Never waits. */
  @Nullable AllocationCost cost(Sizes sizes) {
    return costs.get(sizes);
  }

  /**
   * Measures what was not measured yet, as far as it is not too large, for some time.
   *
   * @return whether nothing is left
   */
  synchronized boolean measure(Collection<Sizes> wanted, long nanos) {
    long end = System.nanoTime() + nanos;
    if (untilCollection.refersTo(null)) {
      untilCollection = new WeakReference<>(new Object());
      collected();
    }
    for (var sizes : wanted) {
      if (sizes.pooledBytes() <= LARGEST) {
        int bytes = (int) sizes.bytes();
        int pooledBytes = (int) sizes.pooledBytes();
        var probeOfNew = made.computeIfAbsent(sizes.bytes(), key -> new OfNew(bytes));
        var probeOfPooled =
            pooled.computeIfAbsent(sizes.pooledBytes(), key -> new OfPooled(pooledBytes));
        if (!settle(warmUp, end) || !settle(probeOfNew, end) || !settle(probeOfPooled, end)) {
          return false;
        }
        costs.put(sizes, cost(sizes, probeOfNew, probeOfPooled));
      }
    }
    return true;
  }

  private AllocationCost cost(Sizes sizes, CostProbe probeOfNew, CostProbe probeOfPooled) {
    return new AllocationCost(
        sizes.bytes(),
        sizes.pooledBytes(),
        probeOfNew.nanos(),
        probeOfPooled.nanos(),
        collections < COLLECTIONS);
  }

  /** Takes note that the heap was collected since the last time. */
  synchronized void collected() {
    if (collections < COLLECTIONS) {
      collections++;
      made.values().forEach(CostProbe::again);
    }
  }

  /** Measures until there is nothing more to gain, or no time left. */
  private static boolean settle(CostProbe probe, long end) {
    while (!probe.isSettled()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      probe.run();
    }
    return true;
  }
}
