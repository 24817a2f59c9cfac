// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.hotspot.HotSpotCriteria;
import org.lusush.lle.recorder.profiler.ProfilerMode;

/** Self time where a command goes on after a wait that no key ended. */
final class IdleSelfTimeTest {

  @Test
  void selfTime_ofAFailedCommandAroundAnIdleOne_isTheSameInStatisticsAndProfile() {
    var ticker = new FakeTicker();
    var monitor = new Monitor(ticker);
    monitor.profiler().mode(ProfilerMode.INSTRUMENTATION);
    var keystrokes = monitor.trackKeystrokes();
    keystrokes.lineStarted(() -> 0);
    keystrokes.flushed(keystrokes.flushing());
    long entered = keystrokes.readEntered();
    ticker.advanceMicros(5_000);
    keystrokes.readReturned(entered, 'x', 1);
    var outer = keystrokes.commandStarted(OperationType.EVENT_DISPATCH, "outer");
    var inner = keystrokes.commandStarted(OperationType.COMPLETION_SEARCH, "inner");
    ticker.advanceMicros(100);
    keystrokes.flushed(keystrokes.flushing());
    keystrokes.readEntered(); // waits, and no key comes
    ticker.advanceMicros(5_000);
    try (var m = monitor.measure(OperationType.CUSTOM, "afterwards")) {
      ticker.advanceMicros(1_000);
    }
    keystrokes.commandEnded(inner, Result.SUCCESS);
    keystrokes.commandEnded(outer, Result.ERROR);
    long profiled =
        monitor.profiler().snapshot().hotSpots(HotSpotCriteria.defaults()).stream()
            .filter(s -> s.name().equals("outer"))
            .findFirst()
            .orElseThrow()
            .selfNanos();
    assertThat(monitor.statistics().operations().get(OperationType.EVENT_DISPATCH).selfNanos())
        .isEqualTo(profiled);
  }
}
