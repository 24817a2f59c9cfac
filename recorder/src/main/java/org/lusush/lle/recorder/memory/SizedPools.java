// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.memory.BufferPool.SizeClass;
import org.lusush.lle.recorder.memory.ObjectPool.Settings;
import org.lusush.lle.recorder.memory.ObjectPool.Sizes;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * Arrays of one type, a pool for each of some sizes, and one that keeps nothing for larger ones.
 *
 * @param <A> the arrays
 */
final class SizedPools<A> {

  private final Measuring monitor;
  private final int elementBytes;
  private final IntFunction<A> factory;
  private final int[] limits;
  private final List<ObjectPool<A>> pools = new ArrayList<>();
  private final ObjectPool<A> larger;

  SizedPools(
      Measuring monitor,
      String name,
      int elementBytes,
      List<SizeClass> classes,
      IntFunction<A> factory,
      Consumer<A> wipe) {
    this.monitor = monitor;
    this.elementBytes = elementBytes;
    this.factory = factory;
    limits = classes.stream().mapToInt(SizeClass::size).toArray();
    long smallest = 0;
    for (var one : classes) {
      long largest = (long) one.size() * elementBytes;
      pools.add(
          new ObjectPool<>(
              monitor,
              new Settings<A>(
                      name + " " + one.size(),
                      PoolKind.BUFFER,
                      one.capacity(),
                      largest,
                      () -> factory.apply(one.size()),
                      wipe)
                  .untimed(),
              new Sizes(smallest, largest),
              false));
      smallest = largest + 1;
    }
    larger = larger(name + ", larger", smallest, wipe);
  }

  private ObjectPool<A> larger(String name, long smallest, Consumer<A> wipe) {
    var pool =
        new ObjectPool<>(
            monitor,
            new Settings<A>(name, PoolKind.BUFFER, 1, 0, () -> factory.apply(0), wipe).untimed(),
            new Sizes(smallest, (long) Integer.MAX_VALUE * elementBytes),
            false);
    pool.keepNothing();
    return pool;
  }

  Pooled<A> borrow(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size must be at least 0, was " + size);
    }
    long bytes = (long) size * elementBytes;
    for (int i = 0; i < limits.length; i++) {
      if (size <= limits[i]) {
        return pools.get(i).borrow(bytes);
      }
    }
    try (var measurement =
        monitor.measure(OperationType.MEMORY_ALLOCATE, larger.settings().name())) {
      return larger.lendNew(factory.apply(size), bytes);
    }
  }

  /** Returns the pools of each size and then that of larger ones. */
  List<ObjectPool<A>> pools() {
    var all = new ArrayList<>(pools);
    all.add(larger);
    return all;
  }
}
