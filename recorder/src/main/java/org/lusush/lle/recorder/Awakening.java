// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.EventRegistration;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * How a recorder wakes: loads the classes of the hot path, makes the monitor, waits for recordings.
 *
 * <p>Sleeps until the prompt is painted, since on a small machine it would slow the shell's start
 * down; or for a second, for a shell that has none, or ten, for one that takes long. Meanwhile it
 * does only what the shell's adapter asks for.
 */
final class Awakening {

  private static final long LONGEST_SLEEP_MILLIS = 1_000;
  private static final long LONGEST_SLEEP_BEFORE_A_PROMPT_MILLIS = 10_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long LONGEST_REHEARSAL_NANOS = 50 * NANOS_PER_MILLI;

  /** The JVM compiles a method that was called 200 times. */
  private static final int KEYSTROKES_TO_COMPILE = 250;

  private final EditorRecorder recorder;
  private final long startedMillis;

  /**
   * Makes one.
   *
   * @param startedMillis when the recorder was started, in milliseconds since 1970
   */
  Awakening(EditorRecorder recorder, long startedMillis) {
    this.recorder = recorder;
    this.startedMillis = startedMillis;
  }

  void run() {
    try {
      sleep();
      if (!recorder.parts().isClosed()) {
        prepare();
        recorder.monitor();
        recorder.parts().awaitRecordings(startedMillis);
        EventRegistration.whileShut(new Rehearsal(KEYSTROKES_TO_COMPILE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      recorder.monitor().countFailure();
    }
  }

  /** Does an action whose faults are not the shell's. */
  static void run(EditorRecorder recorder, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError e) {
      recorder.monitor().countFailure();
    }
  }

  private void sleep() throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      doBeside();
      synchronized (recorder) {
        long slept = (System.nanoTime() - start) / NANOS_PER_MILLI;
        long left = longestSleepMillis() - slept;
        if (recorder.awake || left <= 0) {
          return;
        }
        if (recorder.beside.isEmpty()) {
          recorder.wait(left);
        }
      }
    }
  }

  private long longestSleepMillis() {
    return recorder.promptExpected ? LONGEST_SLEEP_BEFORE_A_PROMPT_MILLIS : LONGEST_SLEEP_MILLIS;
  }

  private void doBeside() {
    for (var next = nextBeside(); next != null; next = nextBeside()) {
      run(recorder, next);
    }
  }

  private @Nullable Runnable nextBeside() {
    synchronized (recorder) {
      return recorder.beside.isEmpty() ? null : recorder.beside.remove(0);
    }
  }

  private void prepare() {
    doBeside();
    // Once open, recordings would show the key that nobody typed, and everything is loaded anyway.
    if (!EventGate.isOpen()) {
      new Rehearsal(1).run();
    }
    synchronized (recorder) {
      recorder.prepared = true; // whatever comes later is done at once
    }
    for (var action : recorder.preparations) {
      run(recorder, action);
    }
    recorder.preparations.clear();
  }

  /**
   * Measures keystrokes that nobody typed, on a monitor that nobody reads: one loads the classes,
   * and some hundreds have the JVM compile what would be interpreted for the first lines.
   */
  private static final class Rehearsal implements Runnable {
    private final int keystrokes;

    Rehearsal(int keystrokes) {
      this.keystrokes = keystrokes;
    }

    @Override
    public void run() {
      long start = System.nanoTime();
      var monitor = new Monitor(Ticker.system());
      var tracker = monitor.trackKeystrokes();
      tracker.lineStarted(new NoBuffer());
      for (int i = 0; i < keystrokes && System.nanoTime() - start < LONGEST_REHEARSAL_NANOS; i++) {
        tracker.readReturned(tracker.readEntered(), 'x', 1);
        var command = tracker.commandStarted(OperationType.BUFFER_INSERT, "");
        monitor.measure(OperationType.SYNTAX_HIGHLIGHT, "").result(Result.SUCCESS).close();
        tracker.commandEnded(command, Result.SUCCESS);
        tracker.flushed(tracker.flushing());
      }
      tracker.lineEnded();
      monitor.close();
    }
  }

  /** A class of its own: the first lambda of a process takes milliseconds. */
  private static final class NoBuffer implements IntSupplier {
    @Override
    public int getAsInt() {
      return 0;
    }
  }
}
