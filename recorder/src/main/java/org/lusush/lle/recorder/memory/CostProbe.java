// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;

/**
 * Measures what one way to get an array costs, in rounds, until it no longer becomes cheaper: so
 * the compiler has done what it will do. A round takes a millisecond at most and makes 256 KB of
 * garbage at most, so as to leave the collector of a shell that waits for its user alone. Not
 * thread-safe.
 */
abstract class CostProbe {

  private static final long ROUND_NANOS = 1_000_000;
  private static final long MOST_ROUND_BYTES = 1 << 18;
  private static final int LARGEST_BATCH = 128;

  /** A gain of less than this is none. */
  private static final double GAIN = 0.97;

  /** After so many rounds without a gain it is settled, and after so many in any case. */
  private static final int ROUNDS_WITHOUT = 12;

  private static final int MOST_ROUNDS = 100;

  /** Keeps the compiler from leaving the arrays out. */
  private final AtomicReference<byte @Nullable []> sink = new AtomicReference<>();

  private final int batch;
  private final int batches;
  private double fastest = Double.POSITIVE_INFINITY;
  private double atLastGain = Double.POSITIVE_INFINITY;
  private int rounds;
  private int withoutGain;

  /**
   * Makes one that has measured nothing.
   *
   * @param garbage how many bytes each array leaves to the collector
   */
  CostProbe(int garbage) {
    int fitting = (int) Math.min(Integer.MAX_VALUE, MOST_ROUND_BYTES / Math.max(1, garbage));
    batch = Math.max(1, Math.min(LARGEST_BATCH, fitting / 4));
    batches = Math.max(1, fitting / batch);
  }

  /** Gets some arrays and gives them up. */
  abstract void batch(int count, AtomicReference<byte @Nullable []> sink);

  boolean isSettled() {
    return withoutGain >= ROUNDS_WITHOUT || rounds >= MOST_ROUNDS;
  }

  /** Has it measured again; it may only turn out cheaper. */
  void again() {
    rounds = 0;
    withoutGain = 0;
  }

  /** Returns what the fastest batch took, for each array. */
  double nanos() {
    return fastest;
  }

  /** Measures for a round, and lets the compiler have the processor for a millisecond. */
  void run() {
    long now = System.nanoTime();
    long end = now + ROUND_NANOS;
    for (int i = 0; i < batches && now - end < 0; i++) {
      long start = now;
      batch(batch, sink);
      now = System.nanoTime();
      fastest = Math.min(fastest, (double) (now - start) / batch);
    }
    sink.setRelease(null);
    LockSupport.parkNanos(this, ROUND_NANOS);
    rounds++;
    withoutGain++;
    if (fastest < GAIN * atLastGain) {
      atLastGain = fastest;
      withoutGain = 0;
    }
  }

  /** Arrays made anew. */
  static final class OfNew extends CostProbe {
    private static final int HEADER = 16;

    private final int bytes;

    OfNew(int bytes) {
      super(HEADER + bytes);
      this.bytes = bytes;
    }

    @Override
    void batch(int count, AtomicReference<byte @Nullable []> sink) {
      for (int i = 0; i < count; i++) {
        sink.setRelease(new byte[bytes]);
      }
    }
  }

  /** Arrays of a pool of its own, that nobody hears of. */
  static final class OfPooled extends CostProbe {
    private final ObjectPool<byte[]> pool;

    OfPooled(int bytes) {
      super(0);
      var settings =
          new ObjectPool.Settings<byte[]>(
                  "calibration", PoolKind.BUFFER, 1, bytes, () -> new byte[bytes], Zeros::wipe)
              .untimed();
      pool = new ObjectPool<>(new Nobody(), settings, null, true);
    }

    @Override
    void batch(int count, AtomicReference<byte @Nullable []> sink) {
      for (int i = 0; i < count; i++) {
        try (var pooled = pool.borrow()) {
          sink.setRelease(pooled.object());
        }
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
