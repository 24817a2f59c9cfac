// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/** Operations, how they nest, and what can go wrong with them. */
final class MonitorTest {

  private final FakeTicker ticker = new FakeTicker();
  private final Monitor monitor = new Monitor(ticker);

  @Test
  void measure_nested_selfTimeLeavesTheInnerOut() {
    try (var outer = monitor.measure(OperationType.EVENT_DISPATCH, "")) {
      ticker.advanceMicros(10);
      try (var inner = monitor.measure(OperationType.COMPLETION_SEARCH, "")) {
        ticker.advanceMicros(100);
        try (var innermost = monitor.measure(OperationType.HISTORY_SEARCH, "")) {
          ticker.advanceMicros(1_000);
        }
      }
      ticker.advanceMicros(5);
    }

    assertThat(statistics(OperationType.EVENT_DISPATCH).latency().totalNanos())
        .isEqualTo(1_115_000);
    assertThat(statistics(OperationType.EVENT_DISPATCH).selfNanos()).isEqualTo(15_000);
    assertThat(statistics(OperationType.COMPLETION_SEARCH).selfNanos()).isEqualTo(100_000);
    assertThat(statistics(OperationType.HISTORY_SEARCH).selfNanos()).isEqualTo(1_000_000);
  }

  @Test
  void measure_results_countErrorsAndTimeoutsOnly() {
    for (var result : Result.values()) {
      try (var measurement = monitor.measure(OperationType.CUSTOM, "")) {
        measurement.result(result);
      }
    }

    assertThat(statistics(OperationType.CUSTOM).latency().count()).isEqualTo(5);
    assertThat(statistics(OperationType.CUSTOM).errors()).isEqualTo(2);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void close_twice_countsOnce() {
    var measurement = monitor.measure(OperationType.CUSTOM, "");

    measurement.close();
    measurement.close();

    assertThat(statistics(OperationType.CUSTOM).latency().count()).isEqualTo(1);
    assertThat(monitor.dropped()).isEqualTo(1);
  }

  @Test
  void close_outerBeforeInner_givesTheInnerUp() {
    var outer = monitor.measure(OperationType.EVENT_DISPATCH, "");
    monitor.measure(OperationType.CUSTOM, "");

    outer.close();

    assertThat(statistics(OperationType.EVENT_DISPATCH).latency().count()).isEqualTo(1);
    assertThat(monitor.statistics().operations()).hasSize(1);
    assertThat(monitor.dropped()).isEqualTo(1);
  }

  @Test
  void measure_tooDeep_isDroppedAndCounted() {
    var open = new ArrayList<Measurement>();
    for (int i = 0; i < Track.MAX_DEPTH + 3; i++) {
      open.add(monitor.measure(OperationType.CUSTOM, ""));
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }

    assertThat(statistics(OperationType.CUSTOM).latency().count()).isEqualTo(Track.MAX_DEPTH);
    assertThat(monitor.dropped()).isEqualTo(3);
  }

  @Test
  void measure_clockGoesBack_isNoNegativeTime() {
    try (var measurement = monitor.measure(OperationType.CUSTOM, "")) {
      ticker.advanceMicros(-50);
    }

    assertThat(statistics(OperationType.CUSTOM).latency().totalNanos()).isZero();
  }

  @Test
  void measure_afterClose_measuresNothing() {
    monitor.close();

    try (var measurement = monitor.measure(OperationType.CUSTOM, "")) {
      measurement.result(Result.ERROR).contextSize(3);
    }

    assertThat(monitor.statistics().operations()).isEmpty();
  }

  @Test
  void measure_manyThreads_losesAndDoublesNothing() throws Exception {
    int threads = 8;
    long each = 20_000;
    var start = new CountDownLatch(1);
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      var worker =
          new Thread(
              () -> {
                await(start);
                for (long n = 0; n < each; n++) {
                  try (var outer = monitor.measure(OperationType.EVENT_DISPATCH, "")) {
                    try (var inner = monitor.measure(OperationType.CUSTOM, "")) {
                      inner.result(n % 10 == 0 ? Result.ERROR : Result.SUCCESS);
                    }
                  }
                }
              });
      worker.start();
      workers.add(worker);
    }

    start.countDown();
    for (int i = 0; i < 50; i++) {
      monitor.statistics().operations();
      monitor.recent();
    }
    for (var worker : workers) {
      worker.join();
    }

    assertThat(statistics(OperationType.EVENT_DISPATCH).latency().count())
        .isEqualTo(threads * each);
    assertThat(statistics(OperationType.CUSTOM).latency().count()).isEqualTo(threads * each);
    assertThat(statistics(OperationType.CUSTOM).errors()).isEqualTo(threads * each / 10);
    assertThat(monitor.dropped()).isZero();
  }

  @Test
  void measure_inARecording_eventSaysWhatTheStatisticsSay() throws Exception {
    var real = new Monitor(Ticker.system());

    var events =
        Recorded.during(
            () -> {
              EventRegistration.await(() -> {});
              try (var measurement =
                  real.measure(OperationType.CUSTOM, Component.CUSTOMIZATION, "inputrc")) {
                measurement.contextSize(7).result(Result.WARNING);
                Thread.sleep(20);
              }
            });

    var event = onlyOperation(events);
    assertThat(event.getString("operation")).isEqualTo("custom");
    assertThat(event.getString("component")).isEqualTo("customization");
    assertThat(event.getString("name")).isEqualTo("inputrc");
    assertThat(event.getString("result")).isEqualTo("warning");
    assertThat(event.getInt("contextSize")).isEqualTo(7);
    assertThat(event.getLong("keystrokeId")).isZero();
    long statistics = real.statistics().all().latency().totalNanos();
    assertThat(event.getDuration().toNanos()).isCloseTo(statistics, within(2_000_000L));
    assertThat(event.getLong("selfTime")).isEqualTo(statistics);
  }

  @Test
  void measure_sameThreadAgain_eventKeepsNothingOfTheOneBefore() throws Exception {
    var real = new Monitor(Ticker.system());
    var between = new Instant[1];

    var events =
        Recorded.during(
            () -> {
              EventRegistration.await(() -> {});
              try (var first = real.measure(OperationType.CUSTOM, "first")) {
                first.result(Result.ERROR).contextSize(9);
                Thread.sleep(30);
              }
              between[0] = Instant.now();
              Thread.sleep(5);
              try (var second = real.measure(OperationType.CUSTOM, "second")) {
                Thread.onSpinWait();
              }
            });

    var second = events.get(events.size() - 1);
    assertThat(second.getString("name")).isEqualTo("second");
    assertThat(second.getString("result")).isEqualTo("success");
    assertThat(second.getInt("contextSize")).isZero();
    assertThat(second.getDuration()).isLessThan(Duration.ofMillis(20));
    assertThat(second.getStartTime()).isAfter(between[0].minusMillis(1));
  }

  private OperationStatistics statistics(OperationType type) {
    return monitor.statistics().operations().get(type);
  }

  private static RecordedEvent onlyOperation(Iterable<RecordedEvent> events) {
    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("lle.Operation"))
        .hasSize(1);
    for (var event : events) {
      if (event.getEventType().getName().equals("lle.Operation")) {
        return event;
      }
    }
    throw new AssertionError();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
