// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * All pools of a process, what they were asked for, and what to do about them. Thread-safe.
 *
 * <p>A pool is made for a kind of object: {@link PoolKind#PRIMARY} for whatever has no pool of its
 * own, {@link PoolKind#EVENT} for carriers of events, {@link PoolKind#CACHE} for entries of caches.
 * Buffers are ready made, see {@link #buffers}.
 */
public final class Pools {

  private static final long CALIBRATION_NANOS = 200_000_000;

  private final Measuring monitor;
  private final List<ObjectPool<?>> pools = new CopyOnWriteArrayList<>();
  private final List<AllocationMeter> meters = new CopyOnWriteArrayList<>();
  private final Calibration calibration = new Calibration();
  private volatile @Nullable BufferPool buffers;

  /** Makes none yet; a monitor measures the takes of those to come. */
  public Pools(Measuring monitor) {
    this.monitor = requireNonNull(monitor, "monitor");
  }

  /** Makes a pool. */
  public <T> ObjectPool<T> pool(ObjectPool.Settings<T> settings) {
    var pool = new ObjectPool<T>(monitor, settings);
    pools.add(pool);
    return pool;
  }

  /** Returns the buffers, which there are from the first call on. */
  public BufferPool buffers() {
    var made = buffers;
    return made != null ? made : makeBuffers();
  }

  private synchronized BufferPool makeBuffers() {
    var made = buffers;
    if (made == null) {
      made = new BufferPool(monitor);
      buffers = made;
    }
    return made;
  }

  /**
   * Makes a meter of what is made anew each time.
   *
   * @param name what makes it, in recordings and reports
   */
  public AllocationMeter meter(String name) {
    var meter = new AllocationMeter(name);
    meters.add(meter);
    return meter;
  }

  /** Returns a pool of some name, the first one made, or empty where there is none. */
  public Optional<ObjectPool<?>> find(String name) {
    requireNonNull(name, "name");
    return all().filter(pool -> pool.settings().name().equals(name)).findFirst();
  }

  /** Returns the figures of each pool that anything was taken from, buffers last. */
  public List<PoolStatistics> statistics() {
    return all().map(ObjectPool::statistics).filter(pool -> pool.takes() > 0).toList();
  }

  /** Returns the figures of all pools together. */
  public MemoryTotals totals() {
    return MemoryTotals.of(statistics());
  }

  /** Returns the figures of all pools of a kind together. */
  public MemoryTotals totals(PoolKind kind) {
    requireNonNull(kind, "kind");
    return MemoryTotals.of(statistics().stream().filter(pool -> pool.kind() == kind).toList());
  }

  /**
   * Returns the 32 sizes that were asked for most, and what to do about each. Whether pooling an
   * array pays is known as far as {@link #calibrate} has measured it.
   */
  public List<AllocationPattern> patterns() {
    return look().judged(calibration);
  }

  /**
   * Measures what arrays of the most common sizes cost, pooled and made anew, as far as that was
   * not measured before, for about 200 ms at most, half of which it sleeps: for a background
   * thread, every ten seconds or so. New arrays are measured again after each of the first garbage
   * collections.
   *
   * @return whether nothing is left to measure now
   */
  public boolean calibrate() {
    return calibration.measure(look().unjudged(), CALIBRATION_NANOS);
  }

  /** Looks for objects that were garbage collected while on loan. For a background thread. */
  public void pollLeaks() {
    all().forEach(ObjectPool::pollLeaks);
  }

  private Patterns look() {
    var patterns = new Patterns(System.nanoTime());
    pools.forEach(patterns::addObjects);
    meters.forEach(patterns::add);
    var made = buffers;
    if (made != null) {
      patterns.addObjects(made.lines());
      made.arrays().forEach(sizes -> sizes.pools().forEach(patterns::addArrays));
    }
    return patterns;
  }

  private Stream<ObjectPool<?>> all() {
    var made = buffers;
    return made == null ? pools.stream() : Stream.concat(pools.stream(), made.pools().stream());
  }
}
