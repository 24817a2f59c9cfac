// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/**
 * Follows the keystrokes of one line reader from hand-over to paint.
 *
 * <pre>
 *   read returns   key complete    command ends     last flush    next read
 *        |-- input ----|---- edit ------|---- paint -----|  (waiting)  |
 *        |&lt;-------------- the keystroke ---------------->|
 * </pre>
 *
 * <p>The editor's adapter calls it at these points, on the thread that reads the line; calls from
 * other threads, and outside a line, are ignored. Time in which the editor waits for the user is
 * never counted: a key that comes late inside a sequence, or inside a command such as a menu,
 * starts the clock anew, and so does the end of a wait for one that does not come.
 *
 * <p>No call throws: a fault is counted, and the keystroke lost.
 */
public final class KeystrokeTracker {

  /** A read that took longer than this had to wait for the user. */
  private static final long WAITED_NANOS = 1_000_000;

  private final Monitor monitor;
  private @Nullable Thread thread;
  private @Nullable Track track;
  private @Nullable Keystroke keystroke;
  private @Nullable Measurement painting;
  private IntSupplier bufferLength = () -> 0;
  private int commands;
  private String command = "";
  private boolean waited;
  private volatile long lines;
  private volatile long keystrokes;

  KeystrokeTracker(Monitor monitor) {
    this.monitor = monitor;
  }

  /** Returns how many lines were begun. */
  public long lines() {
    return lines;
  }

  /** Returns how many keystrokes were answered. */
  public long keystrokes() {
    return keystrokes;
  }

  /**
   * The editor begins to read a line, on the calling thread, and is about to paint its prompt.
   *
   * @param bufferLength tells the length of the edit buffer, in characters
   */
  public void lineStarted(IntSupplier bufferLength) {
    requireNonNull(bufferLength, "bufferLength");
    try {
      if (begin(bufferLength)) {
        painting = monitor.measure(OperationType.DISPLAY_UPDATE, "prompt");
      }
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /**
   * The editor reads a line already, on the calling thread, which nobody has followed so far; its
   * prompt is painted, and it has waited for the user. The next call is {@link #readReturned}.
   *
   * @param bufferLength tells the length of the edit buffer, in characters
   */
  public void lineJoined(IntSupplier bufferLength) {
    requireNonNull(bufferLength, "bufferLength");
    try {
      if (begin(bufferLength)) {
        waited = true;
      }
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /** Follows a line, unless it is inside another or nothing is to be measured. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread
  private boolean begin(IntSupplier length) {
    if (!isElsewhere() && commands > 0) {
      lines++; // read by a command in the midst of another line, whose keystrokes go on
      return false;
    }
    abandonLine();
    var current = monitor.track();
    if (current.isMuted() || !monitor.gates().keystrokes) {
      thread = null;
      return false;
    }
    bufferLength = length;
    thread = Thread.currentThread();
    track = current;
    if (keystroke == null || !keystroke.belongsTo(current)) {
      keystroke = new Keystroke(monitor, current);
    }
    current.lineStarted();
    monitor.favor(current);
    lines++;
    return true;
  }

  /** The editor has read the line, or gave up; ignored while a command runs, which then goes on. */
  public void lineEnded() {
    if (isElsewhere() || commands > 0) {
      return;
    }
    try {
      finish();
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
    thread = null;
    bufferLength = () -> 0; // and with it the reader, which may be gone soon
  }

  /**
   * The editor asks the terminal for a character.
   *
   * @return the time, for {@link #readReturned}
   */
  public long readEntered() {
    if (isElsewhere()) {
      return 0;
    }
    try {
      if (isAnswered()) {
        endPainting();
        requireNonNull(track).suspend();
        finish();
      }
      return monitor.nanos();
    } catch (RuntimeException | LinkageError e) {
      fail();
      return 0;
    }
  }

  /**
   * The terminal handed something over, or nothing.
   *
   * @param enteredNanos what {@link #readEntered} returned
   * @param first the first character, or a negative number for none
   * @param count how many characters were handed over
   */
  public void readReturned(long enteredNanos, int first, int count) {
    if (isElsewhere()) {
      return;
    }
    try {
      long now = monitor.nanos();
      boolean late = now - enteredNanos > WAITED_NANOS;
      if (first < 0) {
        waited = true;
      } else {
        handedOver(now, first, count, late);
      }
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /**
   * The editor looked at the next character without taking it: it has to know whether a key is over
   * that may be the start of others, such as Escape. That wait, too, is for the user, whether a key
   * ends it or the editor's own timeout does.
   *
   * @param enteredNanos what {@link #readEntered} returned
   * @param character the character, or a negative number for none in time
   */
  public void peekReturned(long enteredNanos, int character) {
    if (isElsewhere()) {
      return;
    }
    try {
      long now = monitor.nanos();
      var k = requireNonNull(keystroke);
      if (k.isOpen() && now - enteredNanos > WAITED_NANOS) {
        k.restart(0);
        requireNonNull(track).resume();
      }
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /**
   * An editor command starts.
   *
   * @param type what kind of operation it is
   * @param name its name
   * @return its measurement, to be handed to {@link #commandEnded}
   */
  public Measurement commandStarted(OperationType type, String name) {
    return commandStarted(type, type.component(), name);
  }

  /**
   * An editor command starts, of a component other than its type's own.
   *
   * @param type what kind of operation it is
   * @param component the part of the editor that does it
   * @param name its name
   * @return its measurement, to be handed to {@link #commandEnded}
   */
  public Measurement commandStarted(OperationType type, Component component, String name) {
    try {
      if (!isElsewhere() && commands++ == 0) {
        command = name;
        endPainting();
        requireNonNull(keystroke).commandStarted(monitor.nanos(), name);
      }
      return monitor.measure(type, component, name);
    } catch (RuntimeException | LinkageError e) {
      fail();
      return Measurement.NONE;
    }
  }

  /** An editor command ended. */
  public void commandEnded(Measurement measurement, Result result) {
    try {
      measurement.contextSize(bufferLength.getAsInt()).result(result).close();
      if (!isElsewhere() && commands > 0 && --commands == 0) {
        command = "";
        requireNonNull(keystroke).commandEnded(monitor.nanos(), result);
        if (painting == null) {
          painting = monitor.measure(OperationType.DISPLAY_RENDER, "");
        }
      }
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /**
   * The editor is about to flush the terminal.
   *
   * @return the measurement of the flush, to be handed to {@link #flushed}
   */
  public Measurement flushing() {
    if (isElsewhere()) {
      return Measurement.NONE;
    }
    try {
      requireNonNull(keystroke).flushing(monitor.nanos());
      return monitor.measure(OperationType.TERMINAL_OUTPUT, "flush");
    } catch (RuntimeException | LinkageError e) {
      fail();
      return Measurement.NONE;
    }
  }

  /** The editor has flushed the terminal. */
  public void flushed(Measurement measurement) {
    if (isElsewhere()) {
      return;
    }
    try {
      // The times first: recording the flush takes time of its own.
      long now = monitor.nanos();
      requireNonNull(keystroke).painted(now);
      measurement.markEnd(now);
      if (painting != null) {
        painting.markEnd(now);
      }
      measurement.close();
    } catch (RuntimeException | LinkageError e) {
      fail();
    }
  }

  /**
   * Does some work, such as reading a secret, of which nothing is measured: no keystroke, no
   * operation.
   *
   * @return what the work returns
   */
  public <T> T quietly(Supplier<T> work) {
    if (!isElsewhere()) {
      try {
        endPainting();
        requireNonNull(track).suspend();
        finish();
      } catch (RuntimeException | LinkageError e) {
        fail();
      }
    }
    return monitor.quietly(work);
  }

  private void handedOver(long now, int first, int count, boolean late) {
    var k = requireNonNull(keystroke);
    if (!k.isOpen()) {
      k.open(first, count, waited || late);
      if (commands > 0) {
        k.insideCommand(command);
        requireNonNull(track).resume();
      }
    } else if (late || waited) {
      k.restart(count);
      requireNonNull(track).resume();
    } else {
      k.add(now, count);
    }
    waited = false;
  }

  /**
   * Returns whether the editor, asking for more, has answered the key: with a paint or a command.
   */
  private boolean isAnswered() {
    var k = requireNonNull(keystroke);
    return painting != null
        || (k.isOpen() && (k.paints() > 0 || (k.isDispatched() && commands == 0)));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread
  private void finish() {
    endPainting();
    var k = requireNonNull(keystroke);
    if (k.isOpen()) {
      k.finish(monitor.nanos(), bufferLength.getAsInt());
      keystrokes++;
    }
  }

  /** Forgets what an earlier line left open, on whatever thread. */
  private void abandonLine() {
    if (thread == Thread.currentThread()) {
      endPainting();
      if (keystroke != null) {
        keystroke.abandon();
      }
    }
    painting = null;
    commands = 0;
    waited = false;
  }

  private void endPainting() {
    if (painting == null) {
      return;
    }
    if (painting.isEnded()) {
      painting.close();
    } else {
      requireNonNull(track).drop(painting);
    }
    painting = null;
  }

  private boolean isElsewhere() {
    return thread != Thread.currentThread()
        || monitor.isClosed()
        || requireNonNull(track).isMuted();
  }

  private void fail() {
    monitor.countFailure();
    painting = null;
    commands = 0;
    if (track != null) {
      track.clear();
    }
    if (keystroke != null) {
      keystroke.abandon();
    }
  }
}
