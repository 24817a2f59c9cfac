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
 * <p>It belongs to the thread that began it, which uses the object again after its end. So it is
 * closed once, by that thread, best by try-with-resources, and no reference to it is kept. A second
 * close before the thread begins another operation is refused and counted.
 *
 * <p>An operation in which the editor waits for the user, such as a menu, is recorded once for each
 * key that it answers, without the waiting.
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
  private boolean idle;
  private boolean costs;
  private long cpuNanos;
  private long allocatedBytes;
  private long sequence;

  Measurement(@Nullable Track track) {
    this.track = track;
  }

  /**
   * States how the operation ended, if not in success.
   *
   * @return this
   */
  public Measurement result(Result result) {
    requireNonNull(result, "result");
    if (track != null) {
      this.result = result;
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

  void begin(
      OperationType type,
      Component component,
      String name,
      boolean costs,
      long sequence,
      Ticker ticker) {
    this.costs = costs;
    this.sequence = sequence;
    this.type = type;
    this.component = component;
    this.name = name;
    result = Result.SUCCESS;
    contextSize = 0;
    restart(ticker);
  }

  /** Begins anew, with nothing of the time so far. */
  void restart(Ticker ticker) {
    childNanos = 0;
    ended = false;
    idle = false;
    begun = EventGate.isOpen();
    if (begun) {
      if (event == null) {
        event = new OperationEvent();
      }
      event.begin();
    }
    if (costs) {
      cpuNanos = ThreadCosts.cpuNanos();
      allocatedBytes = ThreadCosts.allocatedBytes();
    }
    // Last, as the end is taken first: the figures are never more than the event's duration.
    startNanos = ticker.nanos();
  }

  /** Begins anew after a wait that no key has ended; nothing to record unless something fails. */
  void restartIdle(Ticker ticker) {
    restart(ticker);
    idle = true;
  }

  /** Takes a time for the end, until a later call. */
  void markEnd(long nanos) {
    if (track == null) {
      return;
    }
    endNanos = nanos;
    if (costs && !ended) {
      allocatedBytes = ThreadCosts.allocatedBytes() - allocatedBytes;
      cpuNanos = ThreadCosts.cpuNanos() - cpuNanos;
    }
    ended = true;
    if (begun && event != null) {
      event.end();
    }
  }

  boolean isEnded() {
    return ended;
  }

  /** Returns whether there is something to record: not what only came back from a wait. */
  boolean isWorth() {
    return !idle || isFailure(result);
  }

  /** Emits the event of a measurement whose end is marked. */
  void emit(long keystrokeId, Result outcome) {
    var e = event;
    if (!begun || e == null) {
      return;
    }
    e.component = component.label(); // a recording may want some components only
    if (!e.shouldCommit()) {
      return;
    }
    e.operation = type.label();
    e.name = name;
    e.result = outcome.label();
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

  Component component() {
    return component;
  }

  String name() {
    return name;
  }

  long endNanos() {
    return endNanos;
  }

  /** Returns what tells this use of the object from others, or 0 where nothing is measured. */
  long sequence() {
    return track == null ? 0 : sequence;
  }

  boolean hasCosts() {
    return costs;
  }

  long cpuNanos() {
    return cpuNanos;
  }

  long allocatedBytes() {
    return allocatedBytes;
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

  static boolean isFailure(Result result) {
    return result == Result.ERROR || result == Result.TIMEOUT;
  }
}
