// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.monitor.MonitorLevel;

/** Recorders of the levels that are measured, warm: nothing of them runs beside the benchmark. */
final class Levels {

  private static final String WARM_UP = "lle-recorder";

  private Levels() {}

  /** Starts a recorder that measures nothing. */
  static EditorRecorder disabled() {
    return start(MonitorLevel.DISABLED);
  }

  /** Starts a recorder that measures keystrokes only. */
  static EditorRecorder minimal() {
    return start(MonitorLevel.MINIMAL);
  }

  /** Starts a recorder as it is by default. */
  static EditorRecorder normal() {
    return start(MonitorLevel.NORMAL);
  }

  /** Starts a recorder that measures each operation's processor time and memory too. */
  static EditorRecorder detailed() {
    return start(MonitorLevel.DETAILED);
  }

  /** Starts a recorder that measures all it can. */
  static EditorRecorder exhaustive() {
    return start(MonitorLevel.EXHAUSTIVE);
  }

  private static EditorRecorder start(MonitorLevel level) {
    var recorder = EditorRecorder.start(RecorderConfig.of(RecorderBenchmark.NAME));
    var monitor = recorder.monitor();
    monitor.settings(monitor.settings().withLevel(level));
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(WARM_UP))
        .forEach(Levels::join);
    return recorder;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
