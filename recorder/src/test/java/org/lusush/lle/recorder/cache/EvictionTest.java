// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.EvictionReason;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.tuning.Decision;

/** What a full cache gives up. */
final class EvictionTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final List<Tuple> evicted = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void insert_fullCacheInOrder_givesUpWhatWasAskedForLeastLately() {
    var cache = cache(settings(8).policy(EvictionPolicy.LRU));
    fill(cache, 8);
    cache.find(0);
    cache.find(1);

    cache.insert(100, 100);
    cache.insert(101, 101);

    assertThat(evicted).containsExactly(gone(2), gone(3));
    assertThat(cache.statistics().entries()).isEqualTo(8);
    assertThat(cache.statistics().all().evictions()).isEqualTo(2);
  }

  @Test
  void insert_keyThatIsThere_givesUpNothing() {
    var cache = cache(settings(8).policy(EvictionPolicy.LRU));
    fill(cache, 8);

    cache.insert(3, 33);

    assertThat(evicted).isEmpty();
    assertThat(cache.find(3)).isEqualTo(33);
  }

  @Test
  void find_copyOfTheThread_countsAsAskedFor() {
    var cache = cache(settings(16).policy(EvictionPolicy.LRU).nearPlaces(4));
    fill(cache, 16);
    for (int i = 0; i < 16; i++) {
      cache.find(0); // soon a copy answers
    }
    assertThat(cache.statistics().tier("L1").orElseThrow().hits()).isPositive();
    for (int key = 1; key < 16; key++) {
      cache.find(key);
    }
    cache.find(0);

    for (int key = 100; key < 115; key++) {
      cache.insert(key, key);
    }

    assertThat(evicted).hasSize(15).doesNotContain(gone(0));
    assertThat(cache.find(0)).isZero();
  }

  @Test
  void find_evictedWhileCopied_isNotServed() {
    var cache = cache(settings(16).policy(EvictionPolicy.LRU).nearPlaces(4));
    fill(cache, 16);
    for (int i = 0; i < 16; i++) {
      cache.find(0);
    }

    for (int key = 100; key < 116; key++) {
      cache.insert(key, key);
    }

    assertThat(cache.find(0)).isNull();
  }

  @Test
  void resize_fewer_givesUpTheOldest() {
    var cache = cache(settings(10).policy(EvictionPolicy.LRU));
    fill(cache, 10);

    cache.resize(7);

    assertThat(evicted).containsExactly(gone(0), gone(1), gone(2));
    assertThat(cache.maximumEntries()).isEqualTo(7);
  }

  @Test
  void insert_someHaveEnded_givesUpThoseFirst() {
    var cache =
        cache(
            settings(4)
                .policy(EvictionPolicy.LRU)
                .ticker(nanos::get)
                .expireAfterWrite(Duration.ofMinutes(1)));
    fill(cache, 2);
    nanos.addAndGet(Duration.ofSeconds(50).toNanos());
    cache.insert(2, 2);
    cache.insert(3, 3);
    cache.find(0);
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());

    cache.insert(4, 4);

    assertThat(cache.find(2)).isEqualTo(2);
    assertThat(cache.find(3)).isEqualTo(3);
    assertThat(evicted)
        .containsExactlyInAnyOrder(
            tuple(0, CacheTier.L2, EvictionReason.EXPIRED),
            tuple(1, CacheTier.L2, EvictionReason.EXPIRED));
  }

  @Test
  void find_loopThatDoesNotFit_isADecisionForFrequency() {
    var cache = recorder.cache(settings(20).build());

    ask(cache, 30, 10_000);

    assertThat(cache.statistics().hitRate()).isGreaterThan(0.2);
    assertThat(recorder.snapshot().decisions())
        .filteredOn(decision -> decision.parameter().equals("eviction policy"))
        .extracting(Decision::subject, Decision::to, Decision::outcome)
        .contains(tuple("evicting", 0.0, TuningOutcome.APPLIED));
  }

  @Test
  void find_sizeIsTuned_policyIsNotChosen() {
    var cache = recorder.tunedCache(settings(20).build(), 20, 20);

    ask(cache, 30, 10_000);

    assertThat(recorder.snapshot().decisions()).isEmpty();
  }

  private EditorCache<Integer, Integer> cache(CacheSettings.Builder<Integer, Integer> settings) {
    return new EditorCache<>(recorder.measuring(), settings.build());
  }

  private CacheSettings.Builder<Integer, Integer> settings(int size) {
    return CacheSettings.<Integer, Integer>of("evicting", size)
        .executor(Runnable::run)
        .evictionListener((key, value, tier, reason) -> evicted.add(tuple(key, tier, reason)));
  }

  private static Tuple gone(int key) {
    return tuple(key, CacheTier.L2, EvictionReason.SIZE);
  }

  private static void fill(EditorCache<Integer, Integer> cache, int count) {
    for (int key = 0; key < count; key++) {
      cache.insert(key, key);
    }
  }

  private static void ask(EditorCache<Integer, Integer> cache, int keys, int times) {
    for (int i = 0; i < times; i++) {
      cache.lookup(i % keys, key -> key);
    }
  }
}
