// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.memory.BufferPool;
import org.lusush.lle.recorder.memory.ObjectPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A buffer taken, used for the work and returned. Ours is wiped each time, as passwords demand, and
 * so is a new one; those of the peers are not.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PoolBenchmark {

  private static final int SMALL = 256;
  private static final int LARGE = 4096;

  /** Ours, of a recorder that counts, where nobody records. */
  @State(Scope.Benchmark)
  public static class Ours {
    private EditorRecorder recorder;
    private BufferPool buffers;
    private ObjectPool<byte[]> timed;

    @Setup
    public void start() {
      recorder = Levels.normal();
      buffers = new BufferPool(recorder.measuring());
      timed =
          recorder.pool(
              new ObjectPool.Settings<>(
                  "benchmark",
                  PoolKind.BUFFER,
                  8,
                  SMALL,
                  () -> new byte[SMALL],
                  array -> Arrays.fill(array, (byte) 0)));
    }

    @TearDown
    public void stop() {
      recorder.close();
    }
  }

  /** Those of others, as they are by default. */
  @State(Scope.Thread)
  public static class Peers {
    final ByteBufAllocator nettyPooled = new PooledByteBufAllocator(false);
    final ByteBufAllocator nettyAdaptive = new AdaptiveByteBufAllocator(false);
    final GenericObjectPool<byte[]> commonsSmall = new GenericObjectPool<>(new ArrayFactory(SMALL));
    final GenericObjectPool<byte[]> commonsLarge = new GenericObjectPool<>(new ArrayFactory(LARGE));
  }

  @Benchmark
  public int oursSmall(Work work, Ours ours, Blackhole hole) {
    try (var buffer = ours.buffers.bytes(SMALL)) {
      hole.consume(buffer.object());
      return work.step();
    }
  }

  @Benchmark
  public int oursLarge(Work work, Ours ours, Blackhole hole) {
    try (var buffer = ours.buffers.bytes(LARGE)) {
      hole.consume(buffer.object());
      return work.step();
    }
  }

  @Benchmark
  public int oursLeased(Work work, Ours ours, Blackhole hole) {
    try (var buffer = ours.timed.take()) {
      hole.consume(buffer.object());
      return work.step();
    }
  }

  @Benchmark
  public int newSmall(Work work, Blackhole hole) {
    hole.consume(new byte[SMALL]);
    return work.step();
  }

  @Benchmark
  public int newLarge(Work work, Blackhole hole) {
    hole.consume(new byte[LARGE]);
    return work.step();
  }

  @Benchmark
  public int nettyPooledSmall(Work work, Peers peers, Blackhole hole) {
    return netty(peers.nettyPooled, SMALL, work, hole);
  }

  @Benchmark
  public int nettyPooledLarge(Work work, Peers peers, Blackhole hole) {
    return netty(peers.nettyPooled, LARGE, work, hole);
  }

  @Benchmark
  public int nettyAdaptiveSmall(Work work, Peers peers, Blackhole hole) {
    return netty(peers.nettyAdaptive, SMALL, work, hole);
  }

  @Benchmark
  public int nettyAdaptiveLarge(Work work, Peers peers, Blackhole hole) {
    return netty(peers.nettyAdaptive, LARGE, work, hole);
  }

  private static int netty(ByteBufAllocator allocator, int size, Work work, Blackhole hole) {
    ByteBuf buffer = allocator.heapBuffer(size);
    try {
      hole.consume(buffer);
      return work.step();
    } finally {
      buffer.release();
    }
  }

  @Benchmark
  public int commonsSmall(Work work, Peers peers, Blackhole hole) throws Exception {
    return commons(peers.commonsSmall, work, hole);
  }

  @Benchmark
  public int commonsLarge(Work work, Peers peers, Blackhole hole) throws Exception {
    return commons(peers.commonsLarge, work, hole);
  }

  private static int commons(GenericObjectPool<byte[]> pool, Work work, Blackhole hole)
      throws Exception {
    var array = pool.borrowObject();
    try {
      hole.consume(array);
      return work.step();
    } finally {
      pool.returnObject(array);
    }
  }

  /** Makes arrays of one size. */
  private static final class ArrayFactory extends BasePooledObjectFactory<byte[]> {
    private final int size;

    ArrayFactory(int size) {
      this.size = size;
    }

    @Override
    public byte[] create() {
      return new byte[size];
    }

    @Override
    public PooledObject<byte[]> wrap(byte[] array) {
      return new DefaultPooledObject<>(array);
    }
  }
}
