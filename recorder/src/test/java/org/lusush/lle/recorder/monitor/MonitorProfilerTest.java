// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.profiler.ProfilerMode;

/** What the profiler takes in of real measurements, and that it agrees with the statistics. */
final class MonitorProfilerTest {

  private final FakeTicker ticker = new FakeTicker();
  private final Monitor monitor = new Monitor(ticker);

  @Test
  void profiler_off_takesInNothing() {
    operation(OperationType.CUSTOM, "a", 10);

    assertThat(monitor.profiler().snapshot().overhead().profiled()).isZero();
  }

  @Test
  void profiler_instrumentation_selfTimesEqualTheStatistics() {
    monitor.profiler().mode(ProfilerMode.INSTRUMENTATION);
    for (int i = 0; i < 20; i++) {
      try (var outer = monitor.measure(OperationType.EVENT_DISPATCH, "outer")) {
        ticker.advanceMicros(7);
        operation(OperationType.COMPLETION_SEARCH, "matcher", 30);
        operation(OperationType.COMPLETION_GENERATE, "completer", 100);
      }
    }
    // Given up, ended twice, out of order: nothing of it may unbalance the tree.
    var lost = monitor.measure(OperationType.CUSTOM, "lost");
    monitor.measure(OperationType.CUSTOM, "never ended");
    lost.close();
    lost.close();
    operation(OperationType.HISTORY_ADD, "", 5);

    var ranking = monitor.profiler().snapshot().hotSpots(HotSpotCriteria.defaults());
    assertThat(ranking)
        .filteredOn(spot -> spot.selfNanos() > 0)
        .extracting(spot -> spot.type(), spot -> spot.selfNanos())
        .containsExactly(
            tuple(OperationType.COMPLETION_GENERATE, 2_000_000L),
            tuple(OperationType.COMPLETION_SEARCH, 600_000L),
            tuple(OperationType.EVENT_DISPATCH, 140_000L),
            tuple(OperationType.HISTORY_ADD, 5_000L));
    monitor
        .statistics()
        .operations()
        .forEach(
            (type, figures) ->
                assertThat(
                        ranking.stream()
                            .filter(spot -> spot.type() == type)
                            .mapToLong(spot -> spot.selfNanos())
                            .sum())
                    .as("self time of %s", type)
                    .isEqualTo(figures.selfNanos()));
  }

  @Test
  void profiler_commandThatWaits_hasOneCallAKeyAndNoWaiting() {
    monitor.profiler().mode(ProfilerMode.INSTRUMENTATION);
    var tracker = monitor.trackKeystrokes();
    tracker.lineStarted(() -> 0);
    tracker.flushed(tracker.flushing());
    key(tracker, 18);
    var search = tracker.commandStarted(OperationType.HISTORY_SEARCH, "search");
    ticker.advanceMicros(80);
    tracker.flushed(tracker.flushing());
    key(tracker, 's');
    ticker.advanceMicros(20);
    tracker.commandEnded(search, Result.SUCCESS);
    tracker.flushed(tracker.flushing());
    tracker.lineEnded();

    var ranking = monitor.profiler().snapshot().hotSpots(HotSpotCriteria.defaults());
    assertThat(ranking)
        .filteredOn(spot -> spot.type() == OperationType.HISTORY_SEARCH)
        .extracting(spot -> spot.calls(), spot -> spot.selfNanos())
        .containsExactly(tuple(2L, 100_000L));
  }

  @Test
  void level_exhaustive_profilesEveryCallUntilItIsLowered() {
    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.EXHAUSTIVE));
    operation(OperationType.CUSTOM, "a", 10);
    monitor.settings(MonitorSettings.defaults());
    operation(OperationType.CUSTOM, "b", 10);

    assertThat(monitor.profiler().mode()).isEqualTo(ProfilerMode.OFF);
    assertThat(monitor.profiler().snapshot().overhead().profiled()).isEqualTo(1);
  }

  @Test
  void exhaustive_left_keepsAModeThatSomeoneChoseMeanwhile() {
    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.EXHAUSTIVE));
    monitor.profiler().mode(ProfilerMode.SAMPLING);

    monitor.settings(MonitorSettings.defaults());

    assertThat(monitor.profiler().mode()).isEqualTo(ProfilerMode.SAMPLING);
  }

  @Test
  void profiler_inARecording_tellsItsOwnCost() throws Exception {
    try (var recorder = AwakeRecorder.start()) {
      recorder.monitor().profiler().mode(ProfilerMode.INSTRUMENTATION);

      var events =
          Recorded.during(
              () -> {
                EventRegistration.await(() -> {});
                for (int i = 0; i < 20_000; i++) {
                  recorder.measure(OperationType.CUSTOM, "work").close();
                }
                Thread.sleep(1_500);
              });

      assertThat(recorder.monitor().profiler().snapshot().overhead().profiled())
          .as("with the few that the recorder does on its own behalf meanwhile")
          .isBetween(20_000L, 20_020L);
      assertThat(events).isNotEmpty();
    }
  }

  private void operation(OperationType type, String name, long micros) {
    try (var measurement = monitor.measure(type, name)) {
      ticker.advanceMicros(micros);
    }
  }

  private void key(KeystrokeTracker tracker, int character) {
    long entered = tracker.readEntered();
    ticker.advanceMicros(1_000_000);
    tracker.readReturned(entered, character, 1);
  }
}
