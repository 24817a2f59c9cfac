// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.lusush.lle.recorder.memory.PoolTotals.Requests;

/**
 * Counts what a part of the editor makes anew each time, by size, to be told whether a pool would
 * pay. Thread-safe; counting allocates nothing and waits for nobody.
 */
public final class AllocationMeter {

  private static final int PLACES = SizeCounts.place(Integer.MAX_VALUE) + 1;

  private final String name;
  private final AtomicLongArray counts = new AtomicLongArray(PLACES);
  private final AtomicLongArray firstNanos = new AtomicLongArray(PLACES);

  AllocationMeter(String name) {
    this.name = requireNonNull(name, "name");
  }

  /** Returns its name in recordings and reports. */
  public String name() {
    return name;
  }

  /**
   * Counts one object or array that is made.
   *
   * @param bytes how many it holds; negative ones count as 0, those over 2 GB as 2 GB
   */
  public void made(long bytes) {
    int place = SizeCounts.place(Math.min(Math.max(0, bytes), Integer.MAX_VALUE));
    if (firstNanos.getPlain(place) == 0) {
      firstNanos.compareAndSet(place, 0, System.nanoTime());
    }
    counts.getAndIncrement(place);
  }

  /** Returns how often each size was made. */
  Map<Long, Requests> sizes() {
    var sizes = new TreeMap<Long, Requests>();
    for (int place = 0; place < PLACES; place++) {
      long count = counts.get(place);
      if (count != 0) {
        sizes.put(SizeCounts.largest(place), new Requests(count, firstNanos.get(place)));
      }
    }
    return sizes;
  }
}
