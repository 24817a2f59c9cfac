// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.management.JMX;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.Recorded;

/** Levels, filters, thresholds and the recent ones, changed while operations go on. */
final class MonitorSettingsTest {

  private final FakeTicker ticker = new FakeTicker();
  private final Monitor monitor = new Monitor(ticker);

  @Test
  void level_belowNormal_measuresNoOperation() {
    for (var level : List.of(MonitorLevel.DISABLED, MonitorLevel.MINIMAL)) {
      monitor.settings(MonitorSettings.defaults().withLevel(level));
      operation(OperationType.CUSTOM, 10);
    }
    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.NORMAL));
    operation(OperationType.CUSTOM, 10);

    assertThat(monitor.statistics().all().completed()).isEqualTo(1);
  }

  @Test
  void level_minimal_stillMeasuresKeystrokes() {
    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.MINIMAL));
    var tracker = monitor.trackKeystrokes();
    tracker.lineStarted(() -> 0);
    tracker.readReturned(tracker.readEntered(), 'a', 1);
    tracker.commandEnded(
        tracker.commandStarted(OperationType.BUFFER_INSERT, "self-insert"), Result.SUCCESS);
    tracker.flushed(tracker.flushing());
    tracker.lineEnded();

    assertThat(monitor.statistics().keystrokes().completed()).isEqualTo(1);
    assertThat(monitor.statistics().operations()).isEmpty();
    assertThat(monitor.failures() + monitor.dropped()).isZero();
  }

  @Test
  void level_detailed_countsProcessorTimeAndAllocation() {
    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.DETAILED));
    var kept = new ArrayList<byte[]>();
    for (int i = 0; i < 100; i++) {
      try (var allocates = monitor.measure(OperationType.COMPLETION_GENERATE, "")) {
        kept.add(new byte[1_000]);
      }
    }
    assertThat(kept).hasSize(100);

    var costs = monitor.statistics().operations().get(OperationType.COMPLETION_GENERATE).costs();
    assertThat(costs.operations()).isEqualTo(100);
    assertThat(costs.allocatedBytes()).isGreaterThanOrEqualTo(100_000);
    assertThat(costs.withoutAllocation()).isLessThan(5);
  }

  @Test
  void filter_operationsAndComponents_letNothingElseThrough() {
    monitor.settings(
        MonitorSettings.defaults()
            .withOperations(EnumSet.of(OperationType.HISTORY_SEARCH, OperationType.CUSTOM))
            .withComponents(EnumSet.of(Component.HISTORY)));

    operation(OperationType.HISTORY_SEARCH, 1);
    operation(OperationType.HISTORY_ADD, 1);
    operation(OperationType.CUSTOM, 1);
    monitor.measure(OperationType.CUSTOM, Component.HISTORY, "load").close();

    assertThat(monitor.statistics().operations())
        .containsOnlyKeys(OperationType.HISTORY_SEARCH, OperationType.CUSTOM);
    assertThat(monitor.statistics().all().completed()).isEqualTo(2);
  }

  @Test
  void filter_minimumDuration_keepsShortOnesInTheStatisticsAlone() {
    monitor.settings(MonitorSettings.defaults().withMinimumDuration(Duration.ofNanos(50_000)));

    operation(OperationType.CUSTOM, 49);
    operation(OperationType.CUSTOM, 50);

    assertThat(monitor.statistics().all().completed()).isEqualTo(2);
    assertThat(monitor.recent())
        .extracting(RecentMeasurement::duration)
        .containsExactly(Duration.ofNanos(50_000));
  }

  @Test
  void recent_moreThanItsSize_keepsTheLastInOrder() {
    for (int i = 1; i <= 3_000; i++) {
      operation(OperationType.CUSTOM, i);
    }

    var recent = monitor.recent();
    assertThat(recent).hasSizeBetween(1_023, 1_024);
    assertThat(recent.get(recent.size() - 1).duration()).isEqualTo(Duration.ofMillis(3));
    assertThat(recent).extracting(RecentMeasurement::endNanos).isSorted();
  }

  @Test
  void recent_readWhileWritten_isNeverTorn() throws Exception {
    var running = new AtomicBoolean(true);
    var writers = new ArrayList<Thread>();
    var real = new Monitor(Ticker.system());
    for (int w = 0; w < 2; w++) {
      var name = "writer-" + w;
      var type = w == 0 ? OperationType.CACHE_LOOKUP : OperationType.HISTORY_ADD;
      var writer =
          new Thread(
              () -> {
                while (running.get()) {
                  try (var m = real.measure(type, name)) {
                    m.result(type == OperationType.HISTORY_ADD ? Result.WARNING : Result.SUCCESS);
                  }
                }
              });
      writer.start();
      writers.add(writer);
    }
    long checked = 0;
    for (int i = 0; i < 300 || checked < 50_000; i++) {
      for (var one : real.recent()) {
        boolean first = one.type() == OperationType.CACHE_LOOKUP;
        assertThat(one.name()).isEqualTo(first ? "writer-0" : "writer-1");
        assertThat(one.component()).isEqualTo(first ? Component.CACHE : Component.HISTORY);
        assertThat(one.result()).isEqualTo(first ? Result.SUCCESS : Result.WARNING);
        checked++;
      }
    }
    running.set(false);
    for (var writer : writers) {
      writer.join();
    }

    assertThat(checked).isGreaterThanOrEqualTo(50_000);
  }

  @Test
  void threshold_exceeded_callsTheHandlersWithTheHigherOne() throws Exception {
    var told = Collections.synchronizedList(new ArrayList<ThresholdExceeded>());
    var done = new CountDownLatch(2);
    monitor.addThresholdHandler(
        exceeded -> {
          throw new IllegalStateException("broken handler");
        });
    monitor.addThresholdHandler(
        exceeded -> {
          told.add(exceeded);
          done.countDown();
        });

    operation(OperationType.CUSTOM, 500);
    operation(OperationType.CUSTOM, 501);
    operation(OperationType.HISTORY_ADD, 1_001);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(told).extracting(ThresholdExceeded::critical).containsExactly(false, true);
    assertThat(told.get(1).operation()).isEqualTo("history add");
    assertThat(told.get(1).limit()).isEqualTo(Duration.ofMillis(1));
    assertThat(monitor.failures()).isEqualTo(2);
    monitor.close();
  }

  @Test
  void threshold_handlerThatHangs_losesSomeAndCountsThem() throws Exception {
    var hang = new CountDownLatch(1);
    monitor.addThresholdHandler(
        exceeded -> {
          try {
            hang.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    for (int i = 0; i < 1_000; i++) {
      operation(OperationType.CUSTOM, 2_000);
    }

    assertThat(monitor.lostExceeded()).isGreaterThan(700);
    assertThat(monitor.statistics().all().completed()).isEqualTo(1_000);
    hang.countDown();
    monitor.close();
  }

  @Test
  void threshold_inARecording_isAnEvent() throws Exception {
    var real = new Monitor(Ticker.system());

    var events =
        Recorded.during(
            () -> {
              EventRegistration.await(() -> {});
              try (var slow = real.measure(OperationType.CUSTOM, "slow")) {
                Thread.sleep(5);
              }
            });

    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.ThresholdExceeded"))
        .hasSize(1)
        .allSatisfy(
            event -> {
              assertThat(event.getString("name")).isEqualTo("slow");
              assertThat(event.getString("level")).isEqualTo("critical");
              assertThat(event.getDuration("took")).isGreaterThan(Duration.ofMillis(4));
              assertThat(event.getDuration("limit")).isEqualTo(Duration.ofMillis(1));
            });
  }

  @Test
  void begin_endedByItsNumber_isMeasuredOnce() {
    long outer = monitor.begin(OperationType.EVENT_DISPATCH, "outer");
    ticker.advanceMicros(5);
    long inner = monitor.begin(OperationType.CUSTOM, "inner");
    ticker.advanceMicros(7);
    monitor.end(inner, Result.ERROR);
    monitor.end(outer, Result.SUCCESS);
    monitor.end(outer, Result.SUCCESS);
    monitor.end(123_456_789, Result.SUCCESS);
    monitor.end(0, Result.SUCCESS);

    var figures = monitor.statistics().operations();
    assertThat(figures.get(OperationType.CUSTOM).errors()).isEqualTo(1);
    assertThat(figures.get(OperationType.EVENT_DISPATCH).selfNanos()).isEqualTo(5_000);
    assertThat(monitor.statistics().all().completed()).isEqualTo(2);
    assertThat(monitor.dropped()).isEqualTo(2);
  }

  @Test
  void name_supplierThatThrows_costsTheNameOnly() {
    monitor
        .measure(
            OperationType.CUSTOM,
            () -> {
              throw new IllegalStateException("no name");
            })
        .close();

    assertThat(monitor.statistics().all().completed()).isEqualTo(1);
    assertThat(monitor.failures()).isEqualTo(1);
  }

  @Test
  void recording_asksForALevel_getsItForAsLongAsItRuns() throws Exception {
    try (var recorder = AwakeRecorder.start();
        var recording = new Recording()) {
      recording.enable("lle.Session").with("level", "detailed");
      recording.enable("lle.Operation").with("components", "history");
      recording.start();
      await(() -> recorder.monitor().gates().costs);
      recorder.measure(OperationType.HISTORY_ADD, "").close();
      recording.stop();
      recorder.measure(OperationType.HISTORY_SEARCH, "").close();

      var figures = recorder.snapshot().operations();
      assertThat(figures.get(OperationType.HISTORY_ADD).costs().operations()).isEqualTo(1);
      assertThat(figures.get(OperationType.HISTORY_SEARCH).costs().operations()).isZero();
    }
  }

  @Test
  void recording_asksForComponents_getsTheirOperationsOnly() throws Exception {
    try (var recorder = AwakeRecorder.start();
        var recording = new Recording()) {
      recording.enable("lle.Operation").with("components", "history, completion");
      recording.start();
      await(EventGate::isOpen);
      recorder.measure(OperationType.HISTORY_ADD, "").close();
      recorder.measure(OperationType.BUFFER_INSERT, "").close();
      recorder.measure(OperationType.COMPLETION_SEARCH, "").close();
      recording.stop();

      assertThat(Recorded.of(recording, "lle.Operation"))
          .extracting(event -> event.getString("operation"))
          .containsExactly("history add", "completion search");
      assertThat(recorder.snapshot().all().completed()).isEqualTo(3);
    }
  }

  @Test
  void mxBean_registered_showsAndChangesTheLevel() throws Exception {
    var name = new ObjectName(MonitorMXBean.NAME);
    var server = ManagementFactory.getPlatformMBeanServer();
    try (var recorder = AwakeRecorder.start()) {
      recorder.registerMBean();
      var bean = JMX.newMXBeanProxy(server, name, MonitorMXBean.class);

      assertThat(bean.getLevel()).isEqualTo("normal");
      assertThat(bean.getOperations()).hasSize(OperationType.values().length);
      bean.setLevel("disabled");
      recorder.measure(OperationType.CUSTOM, "").close();
      assertThat(bean.getCompleted()).isZero();
      bean.setLevel("normal");
      bean.setOperations(new String[] {"custom"});
      recorder.measure(OperationType.CUSTOM, "").close();
      recorder.measure(OperationType.HISTORY_ADD, "").close();
      assertThat(bean.getCompleted()).isEqualTo(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MonitorBean(recorder.monitor()).setLevel("loud"))
          .withMessage(
              "there is no level \"loud\"; there are disabled, minimal, normal, detailed, exhaustive");
    }
    assertThat(server.isRegistered(name)).isFalse();
  }

  @Test
  void with_oneAfterTheOther_changesThatAlone() {
    var expected =
        new MonitorSettings(
            MonitorLevel.DETAILED,
            EnumSet.of(OperationType.CUSTOM),
            EnumSet.of(Component.HISTORY),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(3),
            Duration.ofMillis(4),
            Duration.ofMillis(5));
    List<UnaryOperator<MonitorSettings>> changes =
        Arrays.asList(
            settings -> settings.withLevel(expected.level()),
            settings -> settings.withOperations(expected.operations()),
            settings -> settings.withComponents(expected.components()),
            settings -> settings.withMinimumDuration(expected.minimumDuration()),
            settings ->
                settings.withOperationThresholds(Duration.ofMillis(2), Duration.ofMillis(3)),
            settings ->
                settings.withKeystrokeThresholds(Duration.ofMillis(4), Duration.ofMillis(5)));

    for (int turn = 0; turn < 2; turn++) {
      var settings = MonitorSettings.defaults();
      for (var change : changes) {
        settings = change.apply(settings);
      }
      assertThat(settings).isEqualTo(expected);
      Collections.reverse(changes);
    }
  }

  @Test
  void settings_warningOverCritical_areRefusedWithBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MonitorSettings.defaults()
                    .withOperationThresholds(Duration.ofMillis(2), Duration.ofMillis(1)))
        .withMessage("operation warning must be at most critical, PT0.001S, was PT0.002S");
  }

  @Test
  void threads_thousandsThatDie_leaveTheirCountsBehind() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      var thread = new Thread(() -> monitor.measure(OperationType.CUSTOM, "").close());
      thread.start();
      thread.join();
    }

    assertThat(monitor.statistics().all().completed()).isEqualTo(1_000);
    assertThat(monitor.dropped() + monitor.failures()).isZero();
  }

  private void operation(OperationType type, long micros) {
    try (var measurement = monitor.measure(type, "")) {
      ticker.advanceMicros(micros);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
