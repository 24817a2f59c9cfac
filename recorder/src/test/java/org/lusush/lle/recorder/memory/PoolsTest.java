// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.events.Recommendation;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.monitor.MonitorLevel;

/** All pools together, and the patterns in what is asked of them. */
final class PoolsTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final Pools pools = new Pools(recorder.measuring());

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @Test
  void statistics_ofPoolsThatWereUsed_nameThemByKind() {
    pools.pool(settings("entries", PoolKind.CACHE)).take().close();
    pools.pool(settings("unused", PoolKind.PRIMARY));
    pools.buffers().bytes(10).close();

    assertThat(pools.statistics())
        .extracting(PoolStatistics::name)
        .containsExactly("entries", "byte buffers 128");
    assertThat(pools.totals().takes()).isEqualTo(2);
    assertThat(pools.totals(PoolKind.CACHE).allocatedBytes()).isEqualTo(64);
    assertThat(pools.totals(PoolKind.EVENT)).isEqualTo(MemoryTotals.of(List.of()));
    assertThat(pools.find("char buffers 512")).isPresent();
    assertThat(pools.find("none")).isEmpty();
  }

  @Test
  void patterns_ofManySizes_areThe32MostCommonMostCommonFirst() {
    for (int size = 1; size <= 50; size++) {
      for (int i = 0; i < size; i++) {
        pools.buffers().bytes(8 * size).close();
      }
    }
    pools.pool(settings("entries", PoolKind.CACHE)).take().close();

    var patterns = pools.patterns();

    assertThat(patterns).hasSize(32);
    assertThat(patterns.get(0).bytes()).isEqualTo(400);
    assertThat(patterns.get(0).name()).isEqualTo("byte buffers 512");
    assertThat(patterns.get(0).count()).isEqualTo(50);
    assertThat(patterns.get(0).share()).isEqualTo(50 / 1276.0);
    assertThat(patterns.get(31).count()).isEqualTo(19);
    assertThat(patterns.get(0).interval()).isPositive().isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void patterns_beforeCalibration_adviseNothing() {
    borrow(256, 1000);

    assertThat(pools.patterns().get(0).recommendation()).isEqualTo(Recommendation.KEEP);
    assertThat(pools.patterns().get(0).evidence()).contains("not measured");
  }

  @Test
  @Timeout(60)
  void calibrate_sizesThatAreAskedFor_givesBothFiguresAndWhatFollowsFromThem() {
    borrow(256, 1000);
    borrow(16_384, 900);
    var meter = pools.meter("candidates");
    for (int i = 0; i < 800; i++) {
      meter.made(16_000);
    }

    for (int i = 0; i < 5; i++) {
      calibrate();
      System.gc();
    }
    calibrate();

    var patterns = pools.patterns();
    assertThat(patterns)
        .extracting(AllocationPattern::bytes)
        .containsExactly(256L, 16_384L, 16_384L);
    assertThat(patterns.get(0).evidence())
        .matches("new byte\\[256\\] [\\d.]+ ns, 512 bytes taken, wiped and returned [\\d.]+ ns.*");
    for (var pattern : patterns) {
      var figures = pattern.evidence().split(" ns", -1);
      double made = Double.parseDouble(figures[0].replaceAll(".* ", ""));
      double pooled = Double.parseDouble(figures[1].replaceAll(".* ", ""));
      assertThat(made).isPositive();
      assertThat(pooled).isPositive();
      if (made != pooled) { // as rounded
        assertThat(pattern.recommendation() == Recommendation.DO_NOT_POOL)
            .as("%s", pattern)
            .isEqualTo(pooled > made);
      }
    }
    assertThat(patterns.get(2).name()).isEqualTo("candidates");
    assertThat(patterns.get(2).recommendation())
        .isIn(Recommendation.POOL, Recommendation.DO_NOT_POOL);
  }

  /** Measures in steps, as a background thread would, to the end. */
  private void calibrate() {
    while (!pools.calibrate()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void calibrate_inARecording_leavesNoTraceInIt() throws Exception {
    borrow(256, 1000);

    var events = Recorded.during(this::calibrate);

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .noneMatch(name -> name.startsWith("lle.Pool"));
    assertThat(pools.totals().takes()).isEqualTo(1000);
  }

  @Test
  void zeroAllocation_ofOperationsMeasuredInDetail_isTheirShare() {
    recorder.monitor().settings(recorder.monitor().settings().withLevel(MonitorLevel.DETAILED));
    for (int i = 0; i < 10; i++) {
      try (var measurement = recorder.measure(OperationType.CUSTOM, "idle")) {
        measurement.contextSize(1);
      }
    }
    var kept = new byte[5][];
    for (int i = 0; i < kept.length; i++) {
      try (var measurement = recorder.measure(OperationType.BUFFER_INSERT, "allocates")) {
        kept[i] = new byte[10_000];
        measurement.contextSize(kept[i].length);
      }
    }

    var share = ZeroAllocation.of(recorder.snapshot().operations().values());

    assertThat(share.operations()).isEqualTo(15);
    assertThat(share.withoutAllocation()).isBetween(8L, 10L); // the first may load what it needs
    assertThat(share.allocatedBytes()).isGreaterThan(50_000);
    assertThat(ZeroAllocation.of(List.of()).share()).isEmpty();
  }

  private void borrow(int size, int times) {
    for (int i = 0; i < times; i++) {
      pools.buffers().bytes(size).close();
    }
  }

  private static ObjectPool.Settings<Object> settings(String name, PoolKind kind) {
    return new ObjectPool.Settings<>(name, kind, 4, 64, Object::new, object -> {});
  }
}
