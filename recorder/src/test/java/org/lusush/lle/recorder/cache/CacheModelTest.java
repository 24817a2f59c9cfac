// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.cache.disk.Codec;
import org.lusush.lle.recorder.cache.disk.DiskSettings;

/**
 * Random work of several threads against a plain model: a version of each key, which only grows.
 *
 * <p>Whoever makes a version invalid moves the model first, then tells the cache; a lookup that
 * begins after that returned must not see an older one.
 */
final class CacheModelTest {

  private static final int KEYS = 64;
  private static final int THREADS = 4;
  private static final int OPERATIONS = 40_000;

  @TempDir private Path directory;

  private final EditorRecorder recorder = AwakeRecorder.start();

  /** What is true of each key now. */
  private final AtomicLongArray world = new AtomicLongArray(KEYS);

  /** What each key was at least when it was last invalidated. */
  private final AtomicLongArray invalidated = new AtomicLongArray(KEYS);

  /** Inserting a value that is true is one step; changing the world is not in the midst of it. */
  private final ReentrantReadWriteLock truth = new ReentrantReadWriteLock();

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void lookup_twoTiersAndManyThreads_servesNothingInvalidated() throws Exception {
    try (var cache = cache(CacheSettings.<Integer, Long>of("model", 32))) {
      assertThat(work(cache)).isEmpty();

      assertThat(cache.statistics().tier("L1").orElseThrow().hits()).isPositive();
      assertThat(cache.statistics().tier("L2").orElseThrow().hits()).isPositive();
    }
  }

  @Test
  void lookup_threeTiersAndManyThreads_servesNothingInvalidated() throws Exception {
    var onDisk =
        DiskSettings.of(directory.resolve("model"), new IntegerCodec(), new LongCodec(), 1 << 20);
    try (var cache = cache(CacheSettings.<Integer, Long>of("model", 16).disk(onDisk))) {
      assertThat(work(cache)).isEmpty();

      assertThat(cache.statistics().tier("L3").orElseThrow().hits()).isPositive();
      assertThat(cache.complaint()).isEmpty();
    }
    try (var again = cache(CacheSettings.<Integer, Long>of("model", 16).disk(onDisk))) {
      again.flush();
      for (int key = 0; key < KEYS; key++) {
        var found = again.find(key);
        assertThat(found == null ? Long.MAX_VALUE : found)
            .isGreaterThanOrEqualTo(invalidated.get(key));
      }
    }
  }

  private EditorCache<Integer, Long> cache(CacheSettings.Builder<Integer, Long> settings) {
    return new EditorCache<>(recorder.measuring(), settings.build());
  }

  /** Returns what was wrong. */
  private List<String> work(EditorCache<Integer, Long> cache) throws Exception {
    var wrong = new ArrayList<String>();
    var executor = Executors.newFixedThreadPool(THREADS);
    var tasks = new ArrayList<Callable<List<String>>>();
    for (int i = 0; i < THREADS; i++) {
      int seed = i;
      tasks.add(() -> work(cache, new SplittableRandom(seed)));
    }
    for (var done : executor.invokeAll(tasks)) {
      wrong.addAll(done.get());
    }
    executor.shutdown();
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    return wrong;
  }

  private List<String> work(EditorCache<Integer, Long> cache, SplittableRandom random) {
    var wrong = new ArrayList<String>();
    for (int i = 0; i < OPERATIONS && wrong.size() < 10; i++) {
      int key = (int) (KEYS * random.nextDouble() * random.nextDouble());
      int what = random.nextInt(1_000);
      if (what < 700) {
        check(key, cache::find, "lookup", wrong);
      } else if (what < 900) {
        check(key, k -> cache.lookup(k, world::get), "lookup with loader", wrong);
      } else if (what < 950) {
        insertTruth(cache, key);
      } else if (what < 990) {
        long now = change(key);
        cache.invalidate(key);
        invalidated.accumulateAndGet(key, now, Math::max);
      } else if (what < 998) {
        int parity = key & 1;
        var versions = new long[KEYS];
        for (int k = parity; k < KEYS; k += 2) {
          versions[k] = change(k);
        }
        cache.invalidateIf(k -> (k & 1) == parity);
        for (int k = parity; k < KEYS; k += 2) {
          invalidated.accumulateAndGet(k, versions[k], Math::max);
        }
      } else {
        var versions = new long[KEYS];
        for (int k = 0; k < KEYS; k++) {
          versions[k] = change(k);
        }
        cache.invalidateAll();
        for (int k = 0; k < KEYS; k++) {
          invalidated.accumulateAndGet(k, versions[k], Math::max);
        }
      }
    }
    return wrong;
  }

  private void check(int key, Function<Integer, Long> lookup, String what, List<String> wrong) {
    long atLeast = invalidated.get(key);
    Long found = lookup.apply(key);
    if (found != null && found < atLeast) {
      wrong.add("%s of %d: %d after %d was invalidated".formatted(what, key, found, atLeast));
    }
  }

  private void insertTruth(EditorCache<Integer, Long> cache, int key) {
    truth.readLock().lock();
    try {
      cache.insert(key, world.get(key));
    } finally {
      truth.readLock().unlock();
    }
  }

  private long change(int key) {
    truth.writeLock().lock();
    try {
      return world.incrementAndGet(key);
    } finally {
      truth.writeLock().unlock();
    }
  }

  /** Digits. */
  private static final class IntegerCodec implements Codec<Integer> {
    @Override
    public byte[] encode(Integer number) {
      return Integer.toString(number).getBytes(US_ASCII);
    }

    @Override
    public Integer decode(byte[] bytes) {
      return Integer.valueOf(new String(bytes, US_ASCII));
    }
  }

  /** Digits. */
  private static final class LongCodec implements Codec<Long> {
    @Override
    public byte[] encode(Long number) {
      return Long.toString(number).getBytes(US_ASCII);
    }

    @Override
    public Long decode(byte[] bytes) {
      return Long.valueOf(new String(bytes, US_ASCII));
    }
  }
}
