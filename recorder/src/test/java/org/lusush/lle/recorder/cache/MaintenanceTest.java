// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;

/** Which thread evicts, and which tells of it. */
final class MaintenanceTest {

  private static final int MOST = 10;

  private final BlockingQueue<Thread> told = new LinkedBlockingQueue<>();

  @Test
  void insert_forAKey_isEvictedForBeforeItReturnsAndToldOfElsewhere() throws Exception {
    try (var cache = cache(7)) {
      for (int i = 0; i < 10 * MOST; i++) {
        cache.insert(i, "value");

        assertThat(cache.statistics().entries()).isLessThanOrEqualTo(MOST);
      }
    }

    assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull().isNotSameAs(Thread.currentThread());
    assertThat(told).doesNotContain(Thread.currentThread());
  }

  @Test
  void execute_forNoKey_runsOnAnotherThread() throws Exception {
    var ran = new LinkedBlockingQueue<Thread>();

    new Maintenance(workingFor(0)).execute(() -> ran.add(Thread.currentThread()));

    assertThat(ran.poll(10, TimeUnit.SECONDS)).isNotNull().isNotSameAs(Thread.currentThread());
  }

  @Test
  void execute_forAKey_runsOnItsThread() {
    var ran = new LinkedBlockingQueue<Thread>();

    new Maintenance(workingFor(7)).execute(() -> ran.add(Thread.currentThread()));

    assertThat(ran).containsExactly(Thread.currentThread());
  }

  private EditorCache<Integer, String> cache(long keystrokeId) {
    return new EditorCache<>(
        workingFor(keystrokeId),
        CacheSettings.<Integer, String>of("numbers", MOST)
            .evictionListener((key, value, tier, reason) -> told.add(Thread.currentThread()))
            .build());
  }

  private static Measuring workingFor(long keystrokeId) {
    return new Measuring() {
      @Override
      public Measurement measure(OperationType type, String name) {
        return Measurement.none();
      }

      @Override
      public long keystrokeId() {
        return keystrokeId;
      }
    };
  }
}
