// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.statistics.Latency;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/** Keystrokes, key by key, on a clock that the test moves. */
final class KeystrokeTrackerTest {

  private static final int ESCAPE = 27;

  private final FakeTicker ticker = new FakeTicker();
  private final Monitor monitor = new Monitor(ticker);
  private final KeystrokeTracker tracker = monitor.trackKeystrokes();

  @BeforeEach
  void promptIsPainted() {
    tracker.lineStarted(() -> 3);
    paint(200);
  }

  @Test
  void keystroke_plain_lastsFromHandOverToPaint() {
    key('a', 5_000_000);
    ticker.advanceMicros(30);
    command("self-insert", 50);
    paint(400);
    key('b', 9_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(480_000);
    assertThat(total(OperationType.EVENT_PROCESSING)).isEqualTo(30_000);
    assertThat(total(OperationType.BUFFER_INSERT)).isEqualTo(50_000);
    assertThat(total(OperationType.DISPLAY_RENDER)).isEqualTo(400_000);
    assertThat(total(OperationType.TERMINAL_OUTPUT)).as("the prompt and the key").isEqualTo(40_000);
    assertThat(total(OperationType.DISPLAY_UPDATE)).isEqualTo(200_000);
  }

  @Test
  void keystroke_severalPaints_lastsToTheLast() {
    key('\t', 1_000_000);
    var completion = tracker.commandStarted(OperationType.COMPLETION_SEARCH, "expand-or-complete");
    paint(100);
    paint(100);
    tracker.commandEnded(completion, Result.SUCCESS);
    paint(300);
    key('x', 1_000_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(500_000);
    assertThat(tracker.keystrokes()).isEqualTo(1);
  }

  @Test
  void keystroke_timeAfterTheLastPaint_isNotCounted() {
    key('a', 1_000_000);
    command("self-insert", 50);
    paint(400);
    ticker.advanceMicros(777_000);
    key('b', 1_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(450_000);
    assertThat(total(OperationType.DISPLAY_RENDER)).isEqualTo(400_000);
  }

  @Test
  void keystroke_escapeSequenceInOneBurst_isOneFromItsFirstByte() {
    key(ESCAPE, 1_000_000);
    key('[', 10);
    key('A', 10);
    command("up-line-or-history", 70);
    paint(400);
    key('x', 1_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(490_000);
    assertThat(total(OperationType.TERMINAL_INPUT)).isEqualTo(20_000);
  }

  @Test
  void keystroke_userTakesTimeInsideASequence_startsAtTheLateKey() {
    key(24, 1_000_000);
    key('u', 3_000_000);
    command("undo", 60);
    paint(400);
    key('x', 1_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(460_000);
  }

  @Test
  void keystroke_userTakesTimeOverSeveralReads_startsAtTheLateKey() {
    key('d', 1_000_000);
    var delete = tracker.commandStarted(OperationType.BUFFER_DELETE, "vi-delete");
    for (int i = 0; i < 3; i++) {
      long entered = tracker.readEntered();
      ticker.advanceMicros(100_000);
      tracker.readReturned(entered, -2, 0);
    }
    key('w', 500);
    ticker.advanceMicros(30);
    tracker.commandEnded(delete, Result.SUCCESS);
    paint(400);
    key('x', 1_000_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(430_000);
    assertThat(total(OperationType.BUFFER_DELETE)).isEqualTo(30_000);
  }

  @Test
  void keystroke_waitThatNoKeyEnds_recordsTheCommandOnce() {
    key(')', 1_000_000);
    var insert = tracker.commandStarted(OperationType.BUFFER_INSERT, "self-insert");
    ticker.advanceMicros(40);
    paint(300);
    long entered = tracker.readEntered();
    ticker.advanceMicros(500_000);
    tracker.peekReturned(entered, -2);
    ticker.advanceMicros(5);
    tracker.commandEnded(insert, Result.SUCCESS);
    paint(400);
    key('x', 1_000_000);

    assertThat(statistics(OperationType.BUFFER_INSERT).latency().count()).isEqualTo(1);
    assertThat(total(OperationType.BUFFER_INSERT)).isEqualTo(340_000);
  }

  @Test
  void operation_waitsForTheUser_failsOnceAtMost() {
    key('\t', 1_000_000);
    var tab = tracker.commandStarted(OperationType.COMPLETION_SEARCH, "expand-or-complete");
    try (var completer =
        monitor.measure(OperationType.COMPLETION_GENERATE, "asks").result(Result.ERROR)) {
      paint(100);
      key('y', 2_000_000);
      ticker.advanceMicros(50);
      completer.result(Result.SUCCESS);
    }
    tracker.commandEnded(tab, Result.SUCCESS);
    paint(100);
    tracker.lineEnded();

    assertThat(statistics(OperationType.COMPLETION_GENERATE).errors()).isZero();
    assertThat(statistics(OperationType.COMPLETION_GENERATE).latency().count()).isEqualTo(2);
  }

  @Test
  void operation_aroundALine_isDroppedSinceItsTimeIsTheUsers() {
    tracker.lineEnded();
    try (var session = monitor.measure(OperationType.CUSTOM, "session").result(Result.ERROR)) {
      tracker.lineStarted(() -> 0);
      paint(100);
      key('a', 5_000_000);
      command("self-insert", 50);
      paint(100);
      tracker.lineEnded();
    }

    assertThat(monitor.statistics().operations().keySet()).doesNotContain(OperationType.CUSTOM);
    assertThat(monitor.dropped()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(150_000);
  }

  @Test
  void tracker_lineOnAnotherThread_givesItsOperationsTheirKeystroke() throws Exception {
    tracker.lineEnded();
    var ids = new long[1];
    var other =
        new Thread(
            () -> {
              tracker.lineStarted(() -> 0);
              paint(100);
              key('a', 1_000);
              ids[0] = monitor.keystrokeId();
              command("accept-line", 50);
              paint(100);
              tracker.lineEnded();
            });
    other.start();
    other.join();

    assertThat(ids[0]).isEqualTo(1);
    assertThat(monitor.keystrokeId()).isZero();
    assertThat(keystrokes().count()).isEqualTo(1);
  }

  @Test
  void tracker_lineReadByACommand_goesOnWithTheOuterLine() {
    key(24, 1_000_000);
    var outer = tracker.commandStarted(OperationType.EVENT_DISPATCH, "ask");
    tracker.lineStarted(() -> 0);
    paint(100);
    key('y', 2_000_000);
    command("self-insert", 50);
    paint(100);
    tracker.lineEnded();
    tracker.commandEnded(outer, Result.SUCCESS);
    paint(100);
    key('x', 3_000_000);
    command("self-insert", 50);
    paint(100);
    tracker.lineEnded();

    assertThat(tracker.keystrokes()).isEqualTo(3);
    assertThat(keystrokes().totalNanos()).isEqualTo(100_000 + 250_000 + 150_000);
  }

  @Test
  void quietly_inACommand_measuresNothingOfIt() {
    key(24, 1_000_000);
    var outer = tracker.commandStarted(OperationType.EVENT_DISPATCH, "login");
    ticker.advanceMicros(10);
    paint(100);
    tracker.quietly(
        () -> {
          tracker.lineStarted(() -> 0);
          paint(100);
          key('s', 2_000_000);
          command("self-insert", 50);
          paint(100);
          key('\r', 2_000_000);
          command("accept-line", 50);
          paint(100);
          tracker.lineEnded();
          return "secret";
        });
    tracker.commandEnded(outer, Result.SUCCESS);
    paint(100);
    tracker.lineEnded();

    assertThat(tracker.keystrokes()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(110_000);
    assertThat(monitor.statistics().operations().keySet())
        .doesNotContain(OperationType.BUFFER_INSERT, OperationType.CUSTOM);
    assertThat(total(OperationType.EVENT_DISPATCH)).isEqualTo(110_000);
  }

  @Test
  void tracker_manyLinesThatNobodyFinishes_dropNothing() {
    for (int i = 0; i < 100; i++) {
      tracker.lineStarted(() -> 0);
    }

    assertThat(monitor.dropped()).isZero();
  }

  @Test
  void keystroke_editorWaitsForAnAmbiguousPrefix_leavesTheWaitOut() {
    key(ESCAPE, 1_000_000);
    long entered = tracker.readEntered();
    ticker.advanceMicros(150_000);
    tracker.peekReturned(entered, -2);
    command("vi-cmd-mode", 60);
    paint(400);
    key('x', 1_000_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(460_000);
  }

  @Test
  void keystroke_insideACommandThatReads_leavesTheWaitingOut() {
    key(18, 1_000_000);
    var search =
        tracker.commandStarted(OperationType.HISTORY_SEARCH, "history-incremental-search-backward");
    ticker.advanceMicros(80);
    paint(300);
    key('s', 2_000_000);
    ticker.advanceMicros(90);
    paint(300);
    key(13, 2_000_000);
    ticker.advanceMicros(10);
    tracker.commandEnded(search, Result.SUCCESS);
    paint(500);
    tracker.lineEnded();

    assertThat(keystrokes().count()).isEqualTo(3);
    assertThat(keystrokes().totalNanos()).isEqualTo(380_000 + 390_000 + 510_000);
    assertThat(statistics(OperationType.HISTORY_SEARCH).latency().count()).isEqualTo(3);
    assertThat(total(OperationType.HISTORY_SEARCH)).isEqualTo(380_000 + 390_000 + 10_000);
  }

  @Test
  void keystroke_commandThatReadsWithoutPainting_startsAtItsLastKey() {
    key(22, 1_000_000);
    var quoted = tracker.commandStarted(OperationType.BUFFER_INSERT, "quoted-insert");
    ticker.advanceMicros(5);
    key('x', 4_000_000);
    ticker.advanceMicros(15);
    tracker.commandEnded(quoted, Result.SUCCESS);
    paint(400);
    key('y', 1_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(415_000);
    assertThat(total(OperationType.BUFFER_INSERT)).isEqualTo(15_000);
  }

  @Test
  void keystroke_pasteInManyReads_isOne() {
    key(ESCAPE, 1_000_000);
    key('[', 5);
    var paste = tracker.commandStarted(OperationType.BUFFER_INSERT, "begin-paste");
    for (int i = 0; i < 100; i++) {
      long entered = tracker.readEntered();
      ticker.advanceMicros(1);
      tracker.readReturned(entered, 'p', 64);
    }
    tracker.commandEnded(paste, Result.SUCCESS);
    paint(900);
    key('x', 1_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(1_005_000);
  }

  @Test
  void keystroke_macroOfTwoCommands_isOneAndRendersApart() {
    key('m', 1_000_000);
    command("beginning-of-line", 10);
    paint(300);
    command("self-insert", 20);
    paint(300);
    key('x', 1_000_000);

    assertThat(keystrokes().count()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(630_000);
    assertThat(statistics(OperationType.DISPLAY_RENDER).latency().count()).isEqualTo(2);
    assertThat(total(OperationType.DISPLAY_RENDER)).isEqualTo(600_000);
  }

  @Test
  void keystroke_thatNothingPaints_endsWithItsCommand() {
    key('a', 1_000_000);
    command("self-insert", 50);
    ticker.advanceMicros(5);
    key('b', 1_000_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(50_000);
    assertThat(monitor.statistics().operations().keySet())
        .doesNotContain(OperationType.DISPLAY_RENDER);
  }

  @Test
  void keystroke_readTimesOutWhileIdle_isNone() {
    for (int i = 0; i < 50; i++) {
      long entered = tracker.readEntered();
      ticker.advanceMicros(100_000);
      tracker.readReturned(entered, -2, 0);
    }

    assertThat(keystrokes().count()).isZero();
  }

  @Test
  void tracker_outsideALine_countsNothing() {
    tracker.lineEnded();
    key('q', 1_000);
    paint(100);
    key('q', 1_000);

    assertThat(keystrokes().count()).isZero();
    assertThat(monitor.statistics().operations().keySet())
        .containsExactlyInAnyOrder(OperationType.DISPLAY_UPDATE, OperationType.TERMINAL_OUTPUT);
  }

  @Test
  void tracker_paintOfAnotherThread_isNotTheKeystrokes() throws Exception {
    key('a', 1_000_000);
    command("self-insert", 50);
    paint(100);
    var other =
        new Thread(
            () -> {
              ticker.advanceMicros(60_000);
              tracker.flushed(tracker.flushing());
            });
    other.start();
    other.join();
    key('b', 1_000_000);

    assertThat(keystrokes().totalNanos()).isEqualTo(150_000);
  }

  @Test
  void tracker_faultInside_isCountedAndTheNextLineWorks() {
    tracker.lineStarted(
        () -> {
          throw new IllegalStateException("buffer is gone");
        });
    key('a', 1_000_000);
    command("self-insert", 50);

    tracker.lineStarted(() -> 0);
    paint(100);
    key('b', 1_000_000);
    command("accept-line", 50);
    paint(100);
    tracker.lineEnded();

    assertThat(monitor.failures()).isEqualTo(1);
    assertThat(keystrokes().totalNanos()).isEqualTo(150_000);
    assertThat(tracker.lines()).isEqualTo(3);
  }

  private void key(int character, long waitMicros) {
    long entered = tracker.readEntered();
    ticker.advanceMicros(waitMicros);
    tracker.readReturned(entered, character, 1);
  }

  private void command(String name, long micros) {
    var type = name.equals("self-insert") ? OperationType.BUFFER_INSERT : OperationType.CUSTOM;
    var measurement = tracker.commandStarted(type, name);
    ticker.advanceMicros(micros);
    tracker.commandEnded(measurement, Result.SUCCESS);
  }

  private void paint(long micros) {
    ticker.advanceMicros(micros - 20);
    var measurement = tracker.flushing();
    ticker.advanceMicros(20);
    tracker.flushed(measurement);
  }

  private long total(OperationType type) {
    return statistics(type).latency().totalNanos();
  }

  private OperationStatistics statistics(OperationType type) {
    var row = monitor.statistics().operations().get(type);
    assertThat(row).as("figures of %s", type).isNotNull();
    return row;
  }

  private Latency keystrokes() {
    return monitor.statistics().keystrokes().latency();
  }
}
