// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.RecorderConfig;

/** The events say what the statistics say, at the time when it was. */
final class EventClockTest {

  private static final int OPERATIONS = 200;

  /** Flight Recorder's clock is read between two of ours, so this close. */
  private static final Duration PRECISION = Duration.ofNanos(20_000);

  @Test
  void follows_aTickerOfItsOwn_no() throws Exception {
    try (var recorder = listening()) {
      Recorded.during(() -> assertThat(EventClock.follows(new FakeTicker())).isFalse());
    }
  }

  @Test
  void operations_recorded_lastInTheRecordingAsLongAsInTheStatistics() throws Exception {
    try (var recorder = listening()) {
      var events = Recorded.during(() -> measure(recorder));

      assumeTrue(EventClock.follows(Ticker.system()), "Flight Recorder counts in other units here");

      var measured = recorder.monitor().recent().stream().map(recent -> recent.duration()).toList();
      assertThat(measured).hasSize(OPERATIONS);
      assertThat(operations(events))
          .extracting(RecordedEvent::getDuration)
          .containsExactlyElementsOf(measured);
    }
  }

  @Test
  void operations_recorded_startWhenFlightRecordersOwnClockSaysSo() throws Exception {
    try (var recorder = listening()) {
      var marks = new ArrayList<Mark>();

      var events =
          Recorded.during(
              () -> {
                for (int i = 0; i < OPERATIONS; i++) {
                  marks.add(between(recorder));
                }
              });

      var marked =
          events.stream()
              .filter(event -> event.getEventType().getName().equals(Mark.NAME))
              .toList();
      var operations = operations(events);
      assertThat(marked).hasSize(marks.size());
      for (int i = 0; i < marks.size(); i++) {
        assertThat(operations.get(i).getStartTime())
            .isAfterOrEqualTo(marked.get(i).getStartTime().minus(PRECISION));
        assertThat(operations.get(i).getEndTime())
            .isBeforeOrEqualTo(marked.get(i).getEndTime().plus(PRECISION));
      }
    }
  }

  @Test
  void operations_recordedAfterAWait_doNotHoldIt() throws Exception {
    try (var recorder = listening()) {
      var events =
          Recorded.during(
              () -> {
                measure(recorder);
                TimeUnit.MILLISECONDS.sleep(50);
                measure(recorder);
              });

      assertThat(operations(events).get(OPERATIONS).getStartTime())
          .isAfter(operations(events).get(OPERATIONS - 1).getEndTime().plusMillis(45));
    }
  }

  private static EditorRecorder listening() throws InterruptedException {
    var recorder = EditorRecorder.start(RecorderConfig.of("test"));
    recorder.awaitListening();
    return recorder;
  }

  private static void measure(EditorRecorder recorder) {
    for (int i = 0; i < OPERATIONS; i++) {
      recorder.measure(OperationType.BUFFER_SEARCH, "").close();
    }
  }

  private static Mark between(EditorRecorder recorder) {
    var mark = new Mark();
    mark.begin();
    recorder.measure(OperationType.BUFFER_SEARCH, "").close();
    mark.end();
    mark.commit();
    return mark;
  }

  private static List<RecordedEvent> operations(List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("lle.Operation"))
        .toList();
  }
}
