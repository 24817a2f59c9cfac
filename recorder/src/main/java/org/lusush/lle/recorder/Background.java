// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.function.IntSupplier;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * Does what a recorder needs and the first prompt cannot wait for: makes the monitor, loads the
 * classes of the hot path, waits for recordings.
 */
final class Background extends Thread {

  private final EditorRecorder recorder;

  Background(EditorRecorder recorder) {
    super("lle-recorder");
    this.recorder = recorder;
    setDaemon(true);
  }

  @Override
  public void run() {
    var monitor = recorder.monitor();
    try {
      rehearse();
      recorder.awaitRecordings();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
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
