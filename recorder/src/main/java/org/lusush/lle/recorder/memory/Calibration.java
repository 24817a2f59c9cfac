// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * Measures, in this process, whether an array is cheaper made anew or from a pool.
 *
 * <p>Takes some {@value #WARM_UP_MILLIS} ms of processor time at first and a few for each further
 * size, so it is for a background thread. Thread-safe.
 */
final class Calibration {

  private static final int WARM_UP_MILLIS = 40;
  private static final int MEASURE_MILLIS = 3;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int BATCH = 128;

  /** Nobody pools what is larger, and making it often enough would disturb the collector. */
  private static final long LARGEST = 1 << 18;

  private final Map<Sizes, AllocationCost> costs = new ConcurrentHashMap<>();
  private boolean warm;

  /** Keeps the compiler from leaving the arrays out. */
  private final AtomicReference<byte @Nullable []> sink = new AtomicReference<>();

  /**
   * What is compared.
   *
   * @param bytes the size that is asked for
   * @param pooledBytes that of the pool's arrays
   */
  record Sizes(long bytes, long pooledBytes) {}

  /** Returns what was measured, or null where nothing was. */
  @Nullable AllocationCost cost(Sizes sizes) {
    return costs.get(sizes);
  }

  /** Measures what was not measured yet, as far as it is not too large. */
  synchronized void measure(Collection<Sizes> wanted) {
    for (var sizes : wanted) {
      if (sizes.pooledBytes() <= LARGEST && !costs.containsKey(sizes)) {
        costs.put(sizes, measure(sizes));
      }
    }
  }

  private AllocationCost measure(Sizes sizes) {
    int made = (int) sizes.bytes();
    var pool = pool((int) sizes.pooledBytes());
    if (!warm) {
      fastestNew(made, WARM_UP_MILLIS / 2);
      fastestPooled(pool, WARM_UP_MILLIS / 2);
      warm = true;
    }
    return new AllocationCost(
        sizes.bytes(),
        sizes.pooledBytes(),
        fastestNew(made, MEASURE_MILLIS),
        fastestPooled(pool, MEASURE_MILLIS));
  }

  private static ObjectPool<byte[]> pool(int bytes) {
    var settings =
        new ObjectPool.Settings<byte[]>(
                "calibration", PoolKind.BUFFER, 1, bytes, () -> new byte[bytes], Zeros::wipe)
            .untimed();
    return new ObjectPool<>(new Nobody(), settings, null, true);
  }

  private double fastestNew(int bytes, int millis) {
    long fastest = Long.MAX_VALUE;
    for (long end = end(millis); System.nanoTime() - end < 0; ) {
      long start = System.nanoTime();
      makeBatch(bytes);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    sink.setRelease(null);
    return (double) fastest / BATCH;
  }

  private double fastestPooled(ObjectPool<byte[]> pool, int millis) {
    long fastest = Long.MAX_VALUE;
    for (long end = end(millis); System.nanoTime() - end < 0; ) {
      long start = System.nanoTime();
      borrowBatch(pool);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    sink.setRelease(null);
    return (double) fastest / BATCH;
  }

  private static long end(int millis) {
    return System.nanoTime() + (long) millis * NANOS_PER_MILLI;
  }

  private void makeBatch(int bytes) {
    for (int i = 0; i < BATCH; i++) {
      sink.setRelease(new byte[bytes]);
    }
  }

  private void borrowBatch(ObjectPool<byte[]> pool) {
    for (int i = 0; i < BATCH; i++) {
      try (var pooled = pool.borrow()) {
        sink.setRelease(pooled.object());
      }
    }
  }

  /** Measures nothing. */
  private static final class Nobody implements Measuring {
    @Override
    public Measurement measure(OperationType type, String name) {
      return Measurement.none();
    }

    @Override
    public long keystrokeId() {
      return 0;
    }
  }
}
