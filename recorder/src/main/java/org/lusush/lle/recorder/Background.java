// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * Does what a recorder needs and the first prompt cannot wait for: loads the classes of the hot
 * path, makes the monitor, waits for recordings.
 *
 * <p>Sleeps until the prompt is painted, since on a small machine it would slow the shell's start
 * down; or for a second, for a shell that takes longer or has no prompt.
 */
final class Background extends Thread {

  private static final long LONGEST_SLEEP_NANOS = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final EditorRecorder recorder;
  private final List<Runnable> preparations = new ArrayList<>();
  private boolean awake;
  private boolean prepared;

  Background(EditorRecorder recorder) {
    super("lle-recorder");
    this.recorder = recorder;
    setDaemon(true);
  }

  /** Does something before the recorder wakes, or at once if that is over. */
  void prepare(Runnable action) {
    synchronized (this) {
      if (!prepared) {
        preparations.add(action);
        return;
      }
    }
    run(action);
  }

  synchronized void wake() {
    awake = true;
    notifyAll();
  }

  @Override
  public void run() {
    try {
      sleep();
      if (!recorder.isClosed()) {
        prepare();
        recorder.monitor();
        recorder.awaitRecordings();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      recorder.monitor().countFailure();
    }
  }

  private synchronized void sleep() throws InterruptedException {
    long until = System.nanoTime() + LONGEST_SLEEP_NANOS;
    for (long left = LONGEST_SLEEP_NANOS; !awake && left > 0; left = until - System.nanoTime()) {
      wait(left / NANOS_PER_MILLI + 1);
    }
  }

  private void prepare() {
    // Once open, recordings would show the key that nobody typed, and everything is loaded anyway.
    if (!EventGate.isOpen()) {
      rehearse();
    }
    List<Runnable> actions;
    synchronized (this) {
      actions = List.copyOf(preparations);
      preparations.clear();
      prepared = true;
    }
    actions.forEach(this::run);
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError e) {
      recorder.monitor().countFailure();
    }
  }

  /** Measures a keystroke that nobody typed, on a monitor that nobody reads. */
  private static void rehearse() {
    var monitor = new Monitor(Ticker.system());
    var keystrokes = monitor.trackKeystrokes();
    keystrokes.lineStarted(new NoBuffer());
    keystrokes.readReturned(keystrokes.readEntered(), 'x', 1);
    var command = keystrokes.commandStarted(OperationType.BUFFER_INSERT, "");
    keystrokes.commandEnded(command, Result.SUCCESS);
    keystrokes.flushed(keystrokes.flushing());
    keystrokes.lineEnded();
  }

  /** A class of its own: the first lambda of a process takes milliseconds. */
  private static final class NoBuffer implements IntSupplier {
    @Override
    public int getAsInt() {
      return 0;
    }
  }
}
