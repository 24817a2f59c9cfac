// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.OwnThread;
import org.lusush.lle.recorder.Recorded;

/** A pool, its figures and its events. */
final class ObjectPoolTest {

  /** The lease and its flag, with the largest headers that a JVM gives them. */
  private static final long LARGEST_LEASE_BYTES = 64;

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final ObjectPool<StringBuilder> pool = recorder.pool(settings(2));

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void take_afterReturn_isTheSameObjectWiped() {
    StringBuilder first;
    try (var lease = pool.take()) {
      first = lease.object().append("typed text");
    }

    try (var lease = pool.take()) {
      assertThat(lease.object()).isSameAs(first).isEmpty();
    }
    assertThat(pool.statistics().takes()).isEqualTo(2);
    assertThat(pool.statistics().reuseShare()).isEqualTo(0.5);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void close_twice_isRefusedAndCounted() {
    var lease = pool.take();
    lease.close();
    lease.close();

    try (var one = pool.take();
        var other = pool.take()) {
      assertThat(one.object()).isNotSameAs(other.object());
    }
    assertThat(pool.statistics().doubleReturns()).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void close_againAfterTheNextTake_leavesTheNextOwnerAlone() {
    var first = pool.take();
    first.close();
    var second = pool.take();
    second.object().append("in use");

    first.close();

    try (var third = pool.take()) {
      assertThat(third.object()).isNotSameAs(second.object());
      assertThat(second.object()).hasToString("in use");
    }
    second.close();
  }

  @Test
  void take_moreThanTheCapacity_keepsOnlyThatMany() {
    for (int round = 0; round < 2; round++) {
      try (var a = pool.take();
          var b = pool.take();
          var c = pool.take()) {
        assertThat(a.object()).isNotSameAs(b.object()).isNotSameAs(c.object());
      }
    }

    assertThat(pool.statistics().reused()).isEqualTo(2);
    assertThat(pool.statistics().allocated()).isEqualTo(4);
  }

  @Test
  void take_inARecording_isAnEvent() throws Exception {
    var events =
        Recorded.during(
            () -> {
              pool.take().close();
              pool.take().close();
            });

    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.PoolAllocation"))
        .allSatisfy(
            event -> {
              assertThat(event.getString("pool")).isEqualTo("line builders");
              assertThat(event.getString("kind")).isEqualTo("buffer");
              assertThat(event.getLong("size")).isEqualTo(512);
            })
        .extracting(event -> event.getBoolean("reused"))
        .containsExactly(false, true);
  }

  @Test
  void take_againInARecording_isAnEventOfItsOwnTime() throws Exception {
    var events =
        Recorded.during(
            () -> {
              pool.take().close();
              OwnThread.spin(Duration.ofMillis(50));
              takes(1_000);
            });

    var takes =
        events.stream()
            .filter(event -> event.getEventType().getName().equals("lle.PoolAllocation"))
            .toList();
    assertThat(takes.get(1).getStartTime()).isAfter(takes.get(0).getEndTime().plusMillis(49));
    assertThat(takes.get(1).getDuration()).isLessThan(Duration.ofMillis(40));
    assertThat(takes.stream().map(RecordedEvent::getDuration).distinct())
        .as("durations, each taken anew")
        .hasSizeGreaterThan(1);
  }

  @Test
  void take_inARecording_allocatesItsLeaseAlone() throws Exception {
    var bytes = new long[1];

    Recorded.during(
        () -> {
          takes(20_000);
          long before = OwnThread.allocatedBytes();
          takes(20_000);
          bytes[0] = OwnThread.allocatedBytes() - before;
        });

    assertThat(bytes[0] / 20_000).isLessThanOrEqualTo(LARGEST_LEASE_BYTES);
  }

  private void takes(int times) {
    for (int i = 0; i < times; i++) {
      pool.take().close();
    }
  }

  @Test
  void settings_noCapacity_isRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(0))
        .withMessage("capacity must be over 0, was 0");
  }

  private static ObjectPool.Settings<StringBuilder> settings(int capacity) {
    return new ObjectPool.Settings<>(
        "line builders",
        PoolKind.BUFFER,
        capacity,
        512,
        () -> new StringBuilder(256),
        builder -> builder.setLength(0));
  }
}
