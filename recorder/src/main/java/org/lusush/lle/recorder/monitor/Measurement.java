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

  /** The place of one that is on no stack. */
  static final int APART = Integer.MAX_VALUE;

  /** State: processor time and memory are measured, too. */
  private static final int COSTS = 1;

  /** State: the event was begun. */
  private static final int BEGUN = 2;

  /** State: nothing was done since a wait. */
  private static final int IDLE = 4;

  /** State: the end was marked. */
  private static final int ENDED = 8;

  /** State: the event gets its times from here. */
  private static final int TIMED = 16;

  /** Measures nothing. */
  static final Measurement NONE = new Measurement(null, Measurement.APART);

  private final @Nullable Track track;
  private final int index;
  private @Nullable OperationEvent event;
  private int what;
  private String name = "";
  private int contextSize;
  private long startNanos;
  private long endNanos;
  private long childNanos;
  private int state;
  private long cpuNanos;
  private long allocatedBytes;
  private long sequence;

  /**
   * Makes one for a thread.
   *
   * @param track the thread's, or null to measure nothing
   * @param index its place on the thread's stack, or {@link #APART}
   */
  Measurement(@Nullable Track track, int index) {
    this.track = track;
    this.index = index;
  }

  /**
   * States how the operation ended, if not in success.
   *
   * @return this
   */
  public Measurement result(Result result) {
    requireNonNull(result, "result");
    if (track != null) {
      what = What.withResult(what, result);
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

  /** Returns one that measures nothing. */
  public static Measurement none() {
    return NONE;
  }

  /** Ends the operation. */
  @Override
  public void close() {
    if (track != null) {
      track.end(this);
    }
  }

  void begin(OperationType type, Component component, String name, boolean costs) {
    what = What.of(type, component);
    setName(name);
    contextSize = 0;
    sequence = 0;
    state = costs ? COSTS : 0;
  }

  @SuppressWarnings("ReferenceEquality") // saves the store, not a comparison
  private void setName(String name) {
    if (this.name != name) {
      this.name = name;
    }
  }

  /** Starts the clock, anew if need be, with nothing of the time so far. */
  void start(Ticker ticker) {
    int kept = state & COSTS;
    if (EventGate.isOpen()) {
      kept |= beginEvent(ticker);
    }
    if ((kept & COSTS) != 0) {
      cpuNanos = ThreadCosts.cpuNanos();
      allocatedBytes = ThreadCosts.allocatedBytes();
    }
    state = kept;
    childNanos = 0;
    // Last, as the end is taken first: the figures are never more than the event's own duration.
    startNanos = ticker.nanos();
  }

  /** Begins the event if any recording wants it. */
  private int beginEvent(Ticker ticker) {
    var e = event;
    if (e == null) {
      e = new OperationEvent();
      event = e;
    }
    if (!e.isEnabled()) {
      return 0;
    }
    if (EventClock.follows(ticker)) {
      return BEGUN | TIMED;
    }
    e.begin();
    return BEGUN;
  }

  /** Starts anew after a wait that no key has ended; nothing to record unless something fails. */
  void startIdle(Ticker ticker) {
    start(ticker);
    state |= IDLE;
  }

  /** Takes a time for the end, until a later call. */
  void markEnd(long nanos) {
    if (track == null) {
      return;
    }
    int before = state;
    endNanos = nanos;
    if ((before & (COSTS | BEGUN)) != 0) {
      markEndOfMore(before);
    }
    state = before | ENDED;
  }

  private void markEndOfMore(int before) {
    if ((before & COSTS) != 0 && (before & ENDED) == 0) {
      allocatedBytes = ThreadCosts.allocatedBytes() - allocatedBytes;
      cpuNanos = ThreadCosts.cpuNanos() - cpuNanos;
    }
    if ((before & (BEGUN | TIMED)) == BEGUN && event != null) {
      event.end();
    }
  }

  boolean isEnded() {
    return (state & ENDED) != 0;
  }

  /** Returns whether there is something to record: not what only came back from a wait. */
  boolean isWorth() {
    return (state & IDLE) == 0 || What.isFailure(what);
  }

  /** Returns whether there is an event to emit. */
  boolean hasEvent() {
    return (state & BEGUN) != 0;
  }

  /** Emits the event of a measurement whose end is marked, unless no recording wants it. */
  void emit(long keystrokeId, int outcome) {
    var e = event;
    if (e == null) {
      return;
    }
    if ((state & TIMED) != 0) {
      EventClock.set(e, startNanos, durationNanos());
    }
    // All fields before the question whether a recording wants it, which the commit asks anyway.
    e.component = component().label();
    e.operation = type().label();
    e.name = name;
    e.result = What.result(outcome).label();
    e.keystrokeId = keystrokeId;
    e.selfTime = selfNanos();
    e.contextSize = contextSize;
    e.commit();
  }

  void addChild(long nanos) {
    childNanos += nanos;
  }

  long childNanos() {
    return childNanos;
  }

  int index() {
    return index;
  }

  OperationType type() {
    return What.type(what);
  }

  Component component() {
    return What.component(what);
  }

  String name() {
    return name;
  }

  long endNanos() {
    return endNanos;
  }

  /** Returns what tells this use of the object from others, or 0 where nothing is measured. */
  long sequence() {
    if (track != null && sequence == 0) {
      sequence = track.nextSequence(index);
    }
    return sequence;
  }

  boolean isNumbered(long number) {
    return sequence == number;
  }

  boolean hasCosts() {
    return (state & COSTS) != 0;
  }

  long cpuNanos() {
    return cpuNanos;
  }

  long allocatedBytes() {
    return allocatedBytes;
  }

  /** Returns its type, component and result, see {@link What}. */
  int what() {
    return what;
  }

  /** Returns the time from start to end; 0 where the clock went back. */
  long durationNanos() {
    return Math.max(0, endNanos - startNanos);
  }

  long selfNanos() {
    return Math.max(0, durationNanos() - childNanos);
  }
}
