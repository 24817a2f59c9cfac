// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.OwnThread;
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

  @Test
  void lookup_insideAnotherOfTheSameCache_hasAnEventOfItsOwn() throws Exception {
    var cache = recorder.<Object, Integer>cache("nested", 100);
    cache.insert("inner", 1);
    var outer =
        new Object() {
          @Override
          public int hashCode() {
            OwnThread.spin(Duration.ofMillis(2));
            return cache.lookup("inner").orElseThrow();
          }
        };

    var events =
        Recorded.during(
            () -> {
              for (int i = 0; i < 3; i++) {
                cache.lookup(outer);
              }
              cache.lookup("loaded", key -> cache.lookup("inner").orElseThrow());
            });

    var lookups = events.stream().filter(EditorCacheTest::isOfNested).toList();
    assertThat(lookups)
        .extracting(event -> event.getBoolean("hit"))
        .as("each of the first tiers hashes the key")
        .containsExactly(false, true, true, false, true, true, false, true, true, false, true);
    for (int i = 0; i < 9; i += 3) {
      assertThat(lookups.get(i).getStartTime()).isBefore(lookups.get(i + 1).getStartTime());
      assertThat(lookups.get(i).getEndTime()).isAfter(lookups.get(i + 2).getEndTime());
      assertThat(lookups.get(i).getDuration()).isGreaterThan(Duration.ofMillis(4));
      assertThat(lookups.get(i + 2).getDuration()).isLessThan(lookups.get(i).getDuration());
    }
  }

  @Test
  void lookup_keyThatThrows_leavesTheNextEventInOrder() throws Exception {
    var cache = recorder.<Object, Integer>cache("nested", 100);
    var hostile =
        new Object() {
          @Override
          public int hashCode() {
            throw new IllegalStateException("on purpose");
          }
        };

    var events =
        Recorded.during(
            () -> {
              assertThatThrownBy(() -> cache.lookup(hostile)).hasMessage("on purpose");
              cache.lookup("a");
            });

    assertThat(events).filteredOn(EditorCacheTest::isOfNested).hasSize(1);
  }

  @Test
  void lookup_inARecording_allocatesNothing() throws Exception {
    var bytes = new long[1];

    Recorded.during(
        () -> {
          lookups(20_000);
          long before = OwnThread.allocatedBytes();
          lookups(20_000);
          bytes[0] = OwnThread.allocatedBytes() - before;
        });

    assertThat(bytes[0] / 20_000).isZero();
  }

  private void lookups(int times) {
    for (int i = 0; i < times; i++) {
      cache.lookup("not there");
    }
  }

  private static boolean isOfNested(RecordedEvent event) {
    return event.getEventType().getName().equals("lle.CacheLookup")
        && event.getString("cache").equals("nested");
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
