// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.events.OperationType;
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

  @Test
  void borrow_afterReturn_isTheSameObjectWithoutAllocation() {
    StringBuilder first;
    try (var borrowed = pool.borrow()) {
      first = borrowed.object().append("typed text");
    }
    borrows(20_000);

    long before = OwnThread.allocatedBytes();
    borrows(20_000);
    long bytes = OwnThread.allocatedBytes() - before;

    try (var borrowed = pool.borrow()) {
      assertThat(borrowed.object()).isSameAs(first).isEmpty();
    }
    assertThat(bytes / 20_000).isZero();
  }

  @Test
  void borrow_inARecording_allocatesNothing() throws Exception {
    var bytes = new long[1];

    var events =
        Recorded.during(
            () -> {
              borrows(20_000);
              long before = OwnThread.allocatedBytes();
              borrows(20_000);
              bytes[0] = OwnThread.allocatedBytes() - before;
            });

    assertThat(bytes[0] / 20_000).isZero();
    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.PoolRelease"))
        .hasSize(40_000)
        .allSatisfy(event -> assertThat(event.getBoolean("kept")).isTrue());
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void close_borrowedTwice_isRefusedAndCounted() {
    var borrowed = pool.borrow();
    borrowed.close();
    borrowed.close();

    assertThat(pool.statistics().doubleReturns()).isEqualTo(1);
    assertThat(pool.statistics().returns()).isEqualTo(1);
    assertThat(pool.statistics().free()).isEqualTo(1);
  }

  @Test
  void close_byManyThreadsAtOnce_endsTheLoanOnce() throws Exception {
    for (int round = 0; round < 200; round++) {
      var borrowed = pool.borrow();
      var start = new CyclicBarrier(2);
      var other = new Thread(() -> closeAfter(start, borrowed));
      other.start();
      closeAfter(start, borrowed);
      other.join();
    }

    assertThat(pool.statistics().returns()).isEqualTo(200);
    assertThat(pool.statistics().doubleReturns()).isEqualTo(200);
    assertThat(pool.statistics().inUse()).isZero();
  }

  private static void closeAfter(CyclicBarrier start, Pooled<?> pooled) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    pooled.close();
  }

  @Test
  void close_onAnotherThread_servesThatThread() throws Exception {
    var borrowed = pool.borrow();
    var again = new AtomicReference<Object>();
    var other =
        new Thread(
            () -> {
              borrowed.close();
              try (var pooled = pool.borrow()) {
                again.set(pooled.object());
              }
            });
    other.start();
    other.join();

    assertThat(again.get()).isSameAs(borrowed.object());
    assertThat(pool.statistics().inUse()).isZero();
    assertThat(pool.statistics().returns()).isEqualTo(2);
    assertThat(pool.statistics().peakOfOneThread()).isEqualTo(1);
  }

  @Test
  void statistics_ofObjectsHandedFromThreadToThread_addUp() throws Exception {
    int threads = 4;
    long loans = 20_000;
    var queue = new ArrayBlockingQueue<Pooled<StringBuilder>>(16);
    var working = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      working.add(new Thread(() -> repeat(loans, () -> queue.put(pool.borrow()))));
      working.add(new Thread(() -> repeat(loans, () -> queue.take().close())));
    }
    working.forEach(Thread::start);
    for (var thread : working) {
      thread.join();
    }

    var figures = pool.statistics();
    assertThat(figures.takes()).isEqualTo(threads * loans);
    assertThat(figures.returns()).isEqualTo(threads * loans);
    assertThat(figures.inUse()).isZero();
    assertThat(figures.doubleReturns()).isZero();
    assertThat(figures.leaks()).isZero();
    assertThat(figures.peakInUse()).isBetween(2L, threads * loans);
    assertThat(figures.free()).as("threads are gone, and what they kept with them").isZero();
  }

  /** What may be interrupted. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private static void repeat(long times, Step step) {
    try {
      for (int i = 0; i < times; i++) {
        step.run();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void peakInUse_ofThreadsOneAfterTheOther_isThatOfTheHighest() throws Exception {
    for (int i = 0; i < 40; i++) {
      var thread = new Thread(() -> takes(10));
      thread.start();
      thread.join();
      pool.statistics();
    }

    assertThat(pool.statistics().peakInUse()).isEqualTo(1);
    assertThat(pool.statistics().takes()).isEqualTo(400);
  }

  @Test
  void nextHighWater_isOfTheTimeSinceTheLast() {
    try (var a = pool.borrow();
        var b = pool.borrow()) {
      assertThat(a.object()).isNotSameAs(b.object());
    }
    assertThat(pool.nextHighWater()).isEqualTo(2);

    takes(1);

    assertThat(pool.nextHighWater()).isEqualTo(1);
    assertThat(pool.nextHighWater()).isZero();
    assertThat(pool.statistics().peakOfOneThread()).isEqualTo(2);
  }

  @Test
  void capacity_madeLarger_keepsAsManyAndIsAnEvent() throws Exception {
    var events =
        Recorded.during(
            () -> {
              pool.capacity(20, "20 were on loan");
              pool.capacity(20, "again");
            });

    borrowAtOnce(30);

    assertThat(pool.statistics().free()).isEqualTo(20);
    assertThat(pool.statistics().dropped()).isEqualTo(10);
    var growth =
        events.stream()
            .filter(event -> event.getEventType().getName().equals("lle.PoolGrowth"))
            .toList();
    assertThat(growth).hasSize(1);
    assertThat(growth.get(0).getLong("fromCapacity")).isEqualTo(2);
    assertThat(growth.get(0).getLong("toCapacity")).isEqualTo(20);
    assertThat(growth.get(0).getString("reason")).isEqualTo("20 were on loan");
  }

  @Test
  void capacity_madeSmaller_givesUpOneAReturn() {
    pool.capacity(20, "test");
    borrowAtOnce(20);

    pool.capacity(3, "test");
    borrows(40);

    assertThat(pool.statistics().free()).isEqualTo(3);
  }

  @Test
  void capacity_negative_isRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pool.capacity(-1, "test"))
        .withMessage("capacity must be at least 0, was -1");
  }

  private void borrowAtOnce(int count) {
    var borrowed = new ArrayList<Pooled<StringBuilder>>();
    for (int i = 0; i < count; i++) {
      borrowed.add(pool.borrow());
    }
    borrowed.forEach(Pooled::close);
  }

  @Test
  void reset_thatThrows_isCountedAndGivesTheObjectUp() {
    var broken =
        recorder.pool(
            new ObjectPool.Settings<>(
                "broken",
                PoolKind.PRIMARY,
                2,
                8,
                Object::new,
                object -> {
                  throw new IllegalStateException("on purpose");
                }));

    broken.take().close();
    broken.take().close();

    assertThat(broken.statistics().resetFailures()).isEqualTo(2);
    assertThat(broken.statistics().reused()).isZero();
    assertThat(broken.statistics().inUse()).isZero();
  }

  @Test
  void untimed_hitsAreNoOperations_missesAre() {
    var untimed = recorder.pool(settings(2).untimed());
    for (int i = 0; i < 10; i++) {
      untimed.borrow().close();
    }

    var operations = recorder.snapshot().operations();
    assertThat(operations.get(OperationType.MEMORY_ALLOCATE).completed()).isEqualTo(1);
    assertThat(operations).doesNotContainKey(OperationType.MEMORY_FREE);
    assertThat(untimed.statistics().takes()).isEqualTo(10);
  }

  @Test
  @Timeout(60)
  void pollLeaks_afterAnObjectWasLost_countsItAndIsAnEvent() throws Exception {
    var events =
        Recorded.during(
            () -> {
              lose(3);
              takes(5);
              while (pool.statistics().leaks() < 3) {
                System.gc();
                pool.pollLeaks();
              }
            });

    assertThat(pool.statistics().leaks()).isEqualTo(3);
    assertThat(pool.statistics().inUse()).isZero();
    assertThat(pool.statistics().returns()).isEqualTo(5);
    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.PoolLeak"))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.getLong("size")).isEqualTo(512));
  }

  @Test
  @Timeout(60)
  void pollLeaks_afterEverythingWasReturned_findsNothing() {
    borrowAtOnce(50);
    lose(1);
    while (pool.statistics().leaks() == 0) {
      System.gc();
      pool.pollLeaks();
    }

    assertThat(pool.statistics().leaks()).isEqualTo(1);
  }

  @SuppressWarnings("MustBeClosedChecker")
  private void lose(int count) {
    for (int i = 0; i < count; i++) {
      pool.borrow().object().append("lost");
    }
  }

  private void borrows(int times) {
    for (int i = 0; i < times; i++) {
      pool.borrow().close();
    }
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
