// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.KeyKind;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/** The keystroke that a thread is answering, used again for the next. Of that thread alone. */
final class Keystroke {

  private static final String PASTE_COMMAND = "begin-paste";
  private static final int ESCAPE = 27;
  private static final int DELETE = 127;

  private final Monitor monitor;
  private final Track track;
  private final Measurement input;
  private final Measurement processing;
  private @Nullable KeystrokeEvent event;
  private boolean open;
  private boolean begun;
  private boolean timed;
  private boolean waited;
  private long id;
  private int first;
  private int characters;
  private long startNanos;
  private long completeNanos;
  private long editStartNanos;
  private long editEndNanos;
  private long paintNanos;
  private long cpuStartNanos = CpuClock.UNKNOWN;
  private long cpuNanos = CpuClock.UNKNOWN;
  private int paints;
  private String command = "";
  private Result result = Result.SUCCESS;
  private boolean inside;

  Keystroke(Monitor monitor, Track track) {
    this.monitor = monitor;
    this.track = track;
    input = new Measurement(track, Measurement.APART);
    processing = new Measurement(track, Measurement.APART);
  }

  boolean belongsTo(Track track) {
    return this.track == track;
  }

  boolean isOpen() {
    return open;
  }

  boolean isDispatched() {
    return editEndNanos != 0;
  }

  int paints() {
    return paints;
  }

  void open(int first, int count, boolean waited) {
    start();
    open = true;
    this.first = first;
    this.waited = waited;
    characters = count;
    command = "";
    result = Result.SUCCESS;
    inside = false;
    editStartNanos = 0;
    editEndNanos = 0;
    paints = 0;
    id = monitor.nextKeystrokeId();
    track.keystrokeId(id);
  }

  /** Takes the time from now, because the user was waited for, with further characters. */
  void restart(int count) {
    waited = true;
    characters += count;
    start();
    if (editStartNanos != 0) {
      editStartNanos = startNanos;
    }
  }

  private void start() {
    begun = EventGate.isOpen();
    if (begun) {
      if (event == null) {
        event = new KeystrokeEvent();
      }
      cpuNanos = CpuClock.UNKNOWN;
      cpuStartNanos = event.isEnabled() ? CpuClock.nanos() : CpuClock.UNKNOWN;
      timed = EventClock.follows(monitor.ticker());
      if (!timed) {
        event.begin();
      }
    }
    input.begin(OperationType.TERMINAL_INPUT, OperationType.TERMINAL_INPUT.component(), "", false);
    input.start(monitor.ticker());
    startNanos = monitor.nanos();
    completeNanos = startNanos;
    processing.begin(
        OperationType.EVENT_PROCESSING, OperationType.EVENT_PROCESSING.component(), "", false);
    processing.start(monitor.ticker());
  }

  /** Further characters of the same key came. */
  void add(long now, int count) {
    characters += count;
    completeNanos = now;
    input.markEnd(now);
    processing.start(monitor.ticker());
  }

  /** The key came while a command waited for it. */
  void insideCommand(String command) {
    inside = true;
    this.command = command;
    editStartNanos = startNanos;
  }

  void commandStarted(long now, String name) {
    if (!open || editStartNanos != 0) {
      return;
    }
    command = name;
    editStartNanos = now;
    processing.markEnd(now);
    monitor.recordApart(track, processing);
    if (input.isEnded()) {
      monitor.recordApart(track, input.contextSize(characters));
    }
  }

  void commandEnded(long now, Result result) {
    if (open) {
      editEndNanos = now;
      this.result = result;
      endEvent();
    }
  }

  void flushing(long now) {
    if (open && inside && editEndNanos == 0) {
      editEndNanos = now;
    }
  }

  void painted(long now) {
    if (open) {
      paints++;
      paintNanos = now;
      endEvent();
    }
  }

  private void endEvent() {
    if (begun && !timed && event != null) {
      event.end();
    }
    if (begun && cpuStartNanos != CpuClock.UNKNOWN) {
      cpuNanos = CpuClock.nanos() - cpuStartNanos;
    }
  }

  void finish(long now, int bufferLength) {
    if (paints == 0 && editEndNanos != 0) {
      paintNanos = editEndNanos;
    } else if (paints == 0) {
      paintNanos = now;
      endEvent();
    }
    monitor.recordKeystroke(
        track, id, command, paintNanos, Math.max(0, paintNanos - startNanos), result);
    emit(bufferLength);
    abandon();
  }

  void abandon() {
    open = false;
    id = 0;
    track.keystrokeId(0);
  }

  private void emit(int bufferLength) {
    var e = event;
    if (!begun || e == null) {
      return;
    }
    if (timed) {
      EventClock.set(e, startNanos, paintNanos - startNanos);
    }
    if (!e.shouldCommit()) {
      return;
    }
    long editStart = editStartNanos != 0 ? editStartNanos : completeNanos;
    long editEnd = Math.min(paintNanos, editEndNanos != 0 ? editEndNanos : paintNanos);
    e.keystrokeId = id;
    e.kind = kind().label();
    e.widget = command;
    e.result = result.label();
    e.inputTime = Math.max(0, editStart - startNanos);
    e.editTime = Math.max(0, editEnd - editStart);
    e.paintTime = Math.max(0, paintNanos - Math.max(editStart, editEnd));
    e.waited = waited;
    e.characters = characters;
    e.bufferLength = bufferLength;
    e.paints = paints;
    e.cpuTime = Math.min(cpuNanos, paintNanos - startNanos);
    e.commit();
  }

  private KeyKind kind() {
    if (command.equals(PASTE_COMMAND)) {
      return KeyKind.PASTE;
    } else if (first == ESCAPE && characters > 1) {
      return KeyKind.ESCAPE;
    } else if (first < ' ' || first == DELETE) {
      return KeyKind.CONTROL;
    }
    return KeyKind.CHARACTER;
  }
}
