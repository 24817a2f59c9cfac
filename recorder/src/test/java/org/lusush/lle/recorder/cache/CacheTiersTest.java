// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.OwnThread;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.cache.disk.Codec;
import org.lusush.lle.recorder.cache.disk.DiskSettings;
import org.lusush.lle.recorder.monitor.MonitorLevel;

/** The tiers of a cache, what it tells of them, and what works in advance. */
final class CacheTiersTest {

  @TempDir private Path directory;

  private final EditorRecorder recorder = AwakeRecorder.start();

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void lookup_askedForOften_isServedByTheThreadsOwnTier() {
    var cache = recorder.<String, String>cache("near", 100);
    cache.insert("a", "1");

    for (int i = 0; i < 100; i++) {
      assertThat(cache.find("a")).isEqualTo("1");
    }
    assertThat(tier(cache, "L1").hits()).isEqualTo(96);
    assertThat(tier(cache, "L2").hits()).isEqualTo(4);
    assertThat(cache.lookups()).isEqualTo(100);

    cache.insert("a", "2");
    assertThat(cache.find("a")).isEqualTo("2");
    cache.invalidate("a");
    assertThat(cache.find("a")).isNull();
    assertThat(cache.statistics().misses()).isEqualTo(1);
  }

  @Test
  void lookup_inASmallCache_looksInNoFirstTierUntilThatHasGrown() {
    var cache = recorder.<String, String>cache("small", 15);
    cache.insert("a", "1");

    for (int i = 0; i < 20; i++) {
      cache.find("a");
    }
    assertThat(tier(cache, "L1").hits()).isZero();

    cache.resize(16);
    for (int i = 0; i < 20; i++) {
      assertThat(cache.find("a")).isEqualTo("1");
    }
    assertThat(tier(cache, "L1").hits()).isPositive();
  }

  @Test
  void invalidate_byAnotherThread_reachesTheCopiesOfThis() throws Exception {
    var cache = recorder.<String, String>cache("near", 100);
    for (int round = 0; round < 50; round++) {
      cache.insert("a", "1");
      for (int i = 0; i < 20; i++) {
        cache.find("a");
      }
      Runnable forget =
          round % 2 == 0 ? () -> cache.invalidate("a") : () -> cache.invalidateIf(key -> true);
      var thread = new Thread(forget);
      thread.start();
      thread.join();

      assertThat(cache.find("a")).isNull();
    }
  }

  @Test
  void threads_thatEnd_leaveTheirCountsAlone() throws Exception {
    var nears = new Nears<String, String>(64, new Clock());
    for (int i = 0; i < 100; i++) {
      var thread = new Thread(() -> nears.current().counts.increment(Counts.MISSES));
      thread.start();
      thread.join();
    }

    await(
        () -> {
          System.gc();
          return nears.threads() == 0;
        });
    assertThat(nears.sums()[Counts.MISSES]).isEqualTo(100);
  }

  @Test
  void find_hits_allocateNothing() {
    var monitor = recorder.monitor();
    monitor.settings(monitor.settings().withLevel(MonitorLevel.DISABLED));
    var cache = recorder.<Integer, String>cache("hits", 10_000);
    var keys = new Integer[1_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = i + 1_000;
      cache.insert(keys[i], "value");
    }

    for (int round = 0; round < 50; round++) {
      findAll(cache, keys);
    }
    long before = OwnThread.allocatedBytes();
    for (int round = 0; round < 50; round++) {
      findAll(cache, keys);
    }
    long bytes = OwnThread.allocatedBytes() - before;

    assertThat(bytes / (50L * keys.length)).isZero();
  }

  private static void findAll(EditorCache<Integer, String> cache, Integer[] keys) {
    for (var key : keys) {
      if (cache.find(key) == null) {
        throw new IllegalStateException("lost " + key);
      }
    }
  }

  @Test
  void expireAfterWrite_passed_endsCopiesToo() {
    var now = new AtomicLong();
    var cache =
        new EditorCache<>(
            recorder.measuring(),
            CacheSettings.<String, String>of("expiring", 100)
                .expireAfterWrite(Duration.ofSeconds(10))
                .ticker(now::get)
                .build());
    cache.insert("a", "1");
    for (int i = 0; i < 20; i++) {
      assertThat(cache.find("a")).isEqualTo("1");
    }
    assertThat(tier(cache, "L1").hits()).isPositive();

    now.addAndGet(Duration.ofSeconds(10).toNanos());

    assertThat(cache.find("a")).isNull();
  }

  @Test
  void resize_smaller_evictsAndTellsTheListener() {
    var evicted = new CopyOnWriteArrayList<String>();
    var cache =
        new EditorCache<>(
            recorder.measuring(),
            CacheSettings.<String, String>of("resized", 100)
                .weigher((key, value) -> 10, 100)
                .evictionListener(
                    (key, value, tier, reason) -> {
                      evicted.add(tier.label() + " " + reason.label());
                      throw new IllegalStateException("on purpose");
                    })
                .build());
    for (int i = 0; i < 100; i++) {
      cache.insert("key" + i, "value");
    }
    assertThat(cache.statistics().all().bytes()).isEqualTo(1_000);

    cache.resize(10);

    await(() -> cache.statistics().listenerFailures() == 90);
    assertThat(cache.maximumEntries()).isEqualTo(10);
    assertThat(cache.statistics().entries()).isEqualTo(10);
    assertThat(cache.statistics().all().bytes()).isEqualTo(100);
    assertThat(tier(cache, "L2").evictions()).isEqualTo(90);
    assertThat(evicted).containsOnly("L2 size");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cache.resize(0))
        .withMessage("maximumEntries must be over 0, was 0");
  }

  @Test
  void prefetch_usedAndWasted_areTold() {
    var cache =
        new EditorCache<>(
            recorder.measuring(),
            CacheSettings.<String, Integer>of("ahead", 100)
                .loader(
                    key -> {
                      OwnThread.spin(Duration.ofMillis(1));
                      return key.length();
                    })
                .build());
    assertThat(cache.prefetch("used")).isTrue();
    assertThat(cache.prefetch("wasted")).isTrue();
    await(() -> cache.statistics().all().prefetches() == 2);

    assertThat(cache.prefetch("used")).as("it is there").isFalse();
    assertThat(cache.lookup("used")).hasValue(4);
    assertThat(cache.lookup("used")).hasValue(4);
    cache.invalidate("wasted");
    cache.prefetching(false);
    assertThat(cache.prefetch("other")).isFalse();

    var figures = cache.statistics();
    assertThat(figures.all().prefetchesUsed()).isEqualTo(1);
    assertThat(figures.prefetchesWasted()).isEqualTo(1);
    assertThat(figures.saved()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
    cache.close();
  }

  @Test
  void sampleAccesses_someKeys_givesEveryAccessOfThese() {
    var cache = recorder.<Integer, Integer>cache("sampled", 100);
    assertThat(cache.drainAccesses((hash, key) -> {})).isZero();
    cache.sampleAccesses(3);
    var counts = new HashMap<Integer, Integer>();
    for (int round = 0; round < 5; round++) {
      for (int key = 0; key < 1_000; key++) {
        cache.find(key);
      }
      cache.drainAccesses(
          (hash, key) -> {
            assertThat(hash & 7).isZero();
            counts.merge(key, 1, Integer::sum);
          });
    }

    assertThat(counts.values()).containsOnly(5);
    assertThat(counts.size()).isBetween(60, 200);
    assertThat(cache.lostAccesses()).isZero();
    cache.sampleAccesses(0);
    for (int i = 0; i < 2_000; i++) {
      cache.find(i);
    }
    assertThat(cache.drainAccesses((hash, key) -> {})).isEqualTo(1_024);
    assertThat(cache.lostAccesses()).isEqualTo(976);
  }

  @Test
  void statistics_sinceAnEarlierReading_areOfThatTimeAlone() {
    var cache = recorder.<String, Integer>cache("window", 100);
    cache.lookup("a", String::length);
    var before = cache.statistics();
    cache.lookup("a", String::length);
    cache.lookup("bc", String::length);

    var window = cache.statistics().since(before);

    assertThat(window.hits()).isEqualTo(1);
    assertThat(window.misses()).isEqualTo(1);
    assertThat(window.all().loadTime().count()).isEqualTo(1);
    assertThat(window.entries()).isEqualTo(2);
  }

  @Test
  void events_inARecording_tellOfEachStepWithoutKeysOrValues() throws Exception {
    var onDisk =
        DiskSettings.of(directory.resolve("cache"), Codec.ofStrings(), Codec.ofStrings(), 1 << 16);
    var settings =
        CacheSettings.<String, String>of("told", 16)
            .loader(key -> "s3cret-loaded")
            .disk(onDisk)
            .build();
    try (var cache = new EditorCache<>(recorder.measuring(), settings)) {
      cache.flush();
      cache.insert("s3cret-key", "s3cret-value");
      cache.find("s3cret-key");
    }

    List<RecordedEvent> events =
        Recorded.during(
            () -> {
              try (var cache = new EditorCache<>(recorder.measuring(), settings)) {
                cache.flush();
                for (int i = 0; i < 9; i++) {
                  cache.find("s3cret-key");
                }
                cache.prefetch("s3cret-other");
                await(() -> cache.statistics().all().prefetches() == 1);
                cache.invalidate("s3cret-key");
                cache.invalidateIf(key -> key.startsWith("s3cret"));
                cache.invalidateAll();
                for (int i = 0; i < 50; i++) {
                  cache.insert("s3cret-" + i, "value");
                }
                await(() -> cache.statistics().all().evictions() >= 34);
              }
            });

    assertThat(of(events, "lle.CacheLookup"))
        .extracting(event -> event.getString("tier"))
        .startsWith("L3", "L2")
        .endsWith("L1");
    assertThat(of(events, "lle.CachePromotion"))
        .extracting(event -> event.getString("fromTier") + " to " + event.getString("toTier"))
        .containsExactly("L3 to L2", "L2 to L1");
    assertThat(of(events, "lle.CachePrefetch"))
        .singleElement()
        .matches(event -> event.getString("result").equals("success"));
    assertThat(of(events, "lle.CacheInvalidation"))
        .extracting(event -> event.getString("scope") + " " + event.getLong("entries"))
        .containsExactly("key 1", "predicate 1", "all 0");
    assertThat(of(events, "lle.CacheInsert"))
        .as("50 by name and one worked out ahead")
        .hasSize(51)
        .allMatch(event -> event.getString("tier").equals("L2"));
    assertThat(of(events, "lle.CacheEviction"))
        .hasSizeGreaterThanOrEqualTo(34)
        .allMatch(event -> event.getString("reason").equals("size"));
    assertThat(events).noneMatch(event -> event.toString().contains("s3cret"));
  }

  private static List<RecordedEvent> of(List<RecordedEvent> events, String type) {
    return events.stream().filter(event -> event.getEventType().getName().equals(type)).toList();
  }

  private static TierStatistics tier(EditorCache<?, ?> cache, String tier) {
    return cache.statistics().tier(tier).orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
