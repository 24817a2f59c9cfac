// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Recorded;

/** A cache, its figures and its events. */
final class EditorCacheTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final EditorCache<String, Integer> cache = recorder.cache("lengths", 100);

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void lookup_withLoader_worksOutOnceAndCounts() {
    assertThat(cache.lookup("four", String::length)).isEqualTo(4);
    assertThat(cache.lookup("four", key -> 99)).isEqualTo(4);

    assertThat(cache.statistics().hits()).isEqualTo(1);
    assertThat(cache.statistics().misses()).isEqualTo(1);
    assertThat(cache.statistics().hitRate()).isEqualTo(0.5);
  }

  @Test
  void lookup_loaderThrows_keepsNothing() {
    assertThatThrownBy(
            () ->
                cache.lookup(
                    "x",
                    key -> {
                      throw new IllegalStateException("disk");
                    }))
        .hasMessage("disk");

    assertThat(cache.lookup("x")).isEmpty();
  }

  @Test
  void invalidate_oneOrAll_forgets() {
    cache.insert("a", 1);
    cache.insert("b", 2);
    cache.insert("c", 3);

    cache.invalidate("a");
    assertThat(cache.lookup("a")).isEmpty();
    assertThat(cache.lookup("b")).hasValue(2);
    cache.invalidateAll();
    assertThat(cache.lookup("b")).isEmpty();
  }

  @Test
  void insert_overTheMaximum_evicts() {
    for (int i = 0; i < 10_000; i++) {
      cache.insert("key" + i, i);
    }

    await(() -> cache.statistics().entries() <= 100);
  }

  @Test
  void lookup_inARecording_isAnEventWithoutItsKey() throws Exception {
    var events =
        Recorded.during(
            () -> {
              cache.lookup("s3cret-key", String::length);
              cache.lookup("s3cret-key", String::length);
            });

    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.CacheLookup"))
        .extracting(
            event -> event.getString("cache"),
            event -> event.getString("tier"),
            event -> event.getBoolean("hit"))
        .containsExactly(tuple("lengths", "none", false), tuple("lengths", "L2", true));
    assertThat(events).noneMatch(event -> event.toString().contains("s3cret"));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void cache_noRoom_isRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recorder.cache("none", 0))
        .withMessage("maximumEntries must be over 0, was 0");
  }
}
