// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/**
 * One operation while it runs; closing it ends it.
 *
 * <p>It belongs to the thread that began it and is used again by that thread after its end, so no
 * reference to it may be kept. A second close does nothing.
 */
public final class Measurement implements AutoCloseable {

  /** Measures nothing. */
  static final Measurement NONE = new Measurement(null);

  private final @Nullable Track track;
  private @Nullable OperationEvent event;
  private OperationType type = OperationType.CUSTOM;
  private Component component = Component.OTHER;
  private String name = "";
  private Result result = Result.SUCCESS;
  private int contextSize;
  private long startNanos;
  private long endNanos;
  private long childNanos;
  private boolean ended;
  private boolean begun;

  Measurement(@Nullable Track track) {
    this.track = track;
  }

  /**
   * States how the operation ended, if not in success.
   *
   * @return this
   */
  public Measurement result(Result result) {
    if (track != null) {
      this.result = requireNonNull(result, "result");
    }
    return this;
  }

  /**
   * States what the operation worked on: characters, candidates or entries, by its type.
   *
   * @return this
   */
  public Measurement contextSize(int size) {
    if (track != null) {
      contextSize = size;
    }
    return this;
  }

  /** Ends the operation. */
  @Override
  public void close() {
    if (track != null) {
      track.end(this);
    }
  }

  void begin(OperationType type, Component component, String name, long nowNanos) {
    this.type = type;
    this.component = component;
    this.name = name;
    result = Result.SUCCESS;
    contextSize = 0;
    restart(nowNanos);
  }

  /** Begins anew, with nothing of the time so far. */
  void restart(long nowNanos) {
    startNanos = nowNanos;
    childNanos = 0;
    ended = false;
    begun = EventGate.isOpen();
    if (begun) {
      if (event == null) {
        event = new OperationEvent();
      }
      event.begin();
    }
  }

  /** Takes now for the end, until a later call. */
  void markEnd(long nowNanos) {
    if (track == null) {
      return;
    }
    endNanos = nowNanos;
    ended = true;
    if (begun && event != null) {
      event.end();
    }
  }

  boolean isEnded() {
    return ended;
  }

  /** Emits the event of a measurement whose end is marked. */
  void emit(long keystrokeId) {
    var e = event;
    if (!begun || e == null || !e.shouldCommit()) {
      return;
    }
    e.operation = type.label();
    e.component = component.label();
    e.name = name;
    e.result = result.label();
    e.keystrokeId = keystrokeId;
    e.selfTime = selfNanos();
    e.contextSize = contextSize;
    e.commit();
  }

  void addChild(long nanos) {
    childNanos += nanos;
  }

  OperationType type() {
    return type;
  }

  Result result() {
    return result;
  }

  /** Returns the time from start to end; 0 where the clock went back. */
  long durationNanos() {
    return Math.max(0, endNanos - startNanos);
  }

  long selfNanos() {
    return Math.max(0, durationNanos() - childNanos);
  }
}
