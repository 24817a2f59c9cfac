// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.EditorCache;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A key that is there, looked up, and the work done. Nobody records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {

  /** A power of two, fewer than the first tier has places. */
  private static final int KEYS = 16;

  private static final int MOST = 1_000;

  /** Keys with their values, asked for in turn. */
  @State(Scope.Thread)
  public static class Keys {
    private final String[] keys = new String[KEYS];
    private int next;

    /** Makes them. */
    public Keys() {
      for (int i = 0; i < KEYS; i++) {
        keys[i] = "/home/somebody/projects/editor/" + i;
      }
    }

    String next() {
      return keys[next++ & KEYS - 1];
    }
  }

  /** Caffeine alone. */
  @State(Scope.Benchmark)
  public static class Bare {
    final Cache<String, String> plain = Caffeine.newBuilder().maximumSize(MOST).build();
    final Cache<String, String> counting =
        Caffeine.newBuilder().maximumSize(MOST).recordStats().build();

    /** It keeps account of what is asked for only from half its size on. */
    final Cache<String, String> full =
        Caffeine.newBuilder().maximumSize(KEYS).recordStats().build();

    /** Fills them. */
    public Bare() {
      for (int i = 0; i < MOST; i++) {
        full.put("before " + i, "");
      }
      full.invalidateAll();
      full.cleanUp();
      for (var key : new Keys().keys) {
        plain.put(key, key);
        counting.put(key, key);
        full.put(key, key);
      }
    }
  }

  /** Ours, of a recorder that is switched off. */
  @State(Scope.Benchmark)
  public static class Off extends Ours {
    @Override
    EditorRecorder recorder() {
      return Levels.disabled();
    }
  }

  /** Ours, of a recorder as it is by default. */
  @State(Scope.Benchmark)
  public static class Normal extends Ours {
    @Override
    EditorRecorder recorder() {
      return Levels.normal();
    }
  }

  /** Ours. */
  public abstract static class Ours {
    private EditorRecorder recorder;
    EditorCache<String, String> near;
    EditorCache<String, String> shared;
    EditorCache<String, String> tuned;
    EditorCache<String, String> full;

    abstract EditorRecorder recorder();

    /** Fills them. */
    @Setup
    public void start() {
      recorder = recorder();
      near = recorder.cache(CacheSettings.<String, String>of("near", MOST).build());
      shared =
          recorder.cache(CacheSettings.<String, String>of("shared", MOST).nearPlaces(0).build());
      tuned =
          recorder.tunedCache(
              CacheSettings.<String, String>of("tuned", MOST).nearPlaces(0).build(), MOST, MOST);
      full = recorder.cache(CacheSettings.<String, String>of("full", KEYS).nearPlaces(0).build());
      for (int i = 0; i < MOST; i++) {
        full.insert("before " + i, "");
      }
      for (var key : new Keys().keys) {
        full.insert(key, key);
        near.insert(key, key);
        shared.insert(key, key);
        tuned.insert(key, key);
      }
    }

    /** Ends the recorder. */
    @TearDown
    public void stop() {
      recorder.close();
    }
  }

  @Benchmark
  public int caffeine(Work work, Bare bare, Keys keys, Blackhole hole) {
    hole.consume(bare.plain.getIfPresent(keys.next()));
    return work.step();
  }

  @Benchmark
  public int caffeineCounting(Work work, Bare bare, Keys keys, Blackhole hole) {
    hole.consume(bare.counting.getIfPresent(keys.next()));
    return work.step();
  }

  @Benchmark
  public int caffeineFull(Work work, Bare bare, Keys keys, Blackhole hole) {
    hole.consume(bare.full.getIfPresent(keys.next()));
    return work.step();
  }

  @Benchmark
  public int near(Work work, Off ours, Keys keys, Blackhole hole) {
    hole.consume(ours.near.find(keys.next()));
    return work.step();
  }

  @Benchmark
  public int shared(Work work, Off ours, Keys keys, Blackhole hole) {
    hole.consume(ours.shared.find(keys.next()));
    return work.step();
  }

  @Benchmark
  public int tuned(Work work, Off ours, Keys keys, Blackhole hole) {
    hole.consume(ours.tuned.find(keys.next()));
    return work.step();
  }

  @Benchmark
  public int full(Work work, Off ours, Keys keys, Blackhole hole) {
    hole.consume(ours.full.find(keys.next()));
    return work.step();
  }

  @Benchmark
  public int measured(Work work, Normal ours, Keys keys, Blackhole hole) {
    hole.consume(ours.shared.find(keys.next()));
    return work.step();
  }
}
