// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.statistics.LatencyStatistics;
import org.lusush.lle.recorder.statistics.StatisticsTable;

/**
 * Measures operations: each feeds one histogram and one JFR event.
 *
 * <p>Thread-safe. Writers never wait for readers or for each other, and allocate nothing once warm.
 */
public final class Monitor {

  private final Ticker ticker;
  private final StatisticsTable operations = new StatisticsTable();
  private final LatencyStatistics keystrokes = new LatencyStatistics();
  private final AtomicLong keystrokeIds = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final ThreadLocal<Track> tracks = ThreadLocal.withInitial(() -> new Track(this));
  private volatile boolean closed;

  public Monitor(Ticker ticker) {
    this.ticker = requireNonNull(ticker, "ticker");
  }

  /**
   * Begins an operation on the calling thread.
   *
   * @param type what is done
   * @param component the part of the editor that does it
   * @param name what tells it apart from others of its type, or empty; never text that a user typed
   * @return the operation, to be closed by the same thread
   */
  public Measurement measure(OperationType type, Component component, String name) {
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    if (closed) {
      return Measurement.NONE;
    }
    try {
      return tracks.get().begin(type, component, name);
    } catch (RuntimeException | LinkageError e) {
      countFailure();
      return Measurement.NONE;
    }
  }

  /**
   * Does some work of which nothing is measured on the calling thread: no operation, no keystroke.
   *
   * @return what the work returns
   */
  public <T> T quietly(Supplier<T> work) {
    var track = tracks.get();
    track.mute();
    try {
      return work.get();
    } finally {
      track.unmute();
    }
  }

  /** Begins an operation on the calling thread, in the component that its type belongs to. */
  public Measurement measure(OperationType type, String name) {
    return measure(type, type.component(), name);
  }

  /** Returns the keystroke that the calling thread works for, or 0. */
  public long keystrokeId() {
    return tracks.get().keystrokeId();
  }

  /** Returns a tracker of the keystrokes of one line reader. */
  public KeystrokeTracker trackKeystrokes() {
    return new KeystrokeTracker(this);
  }

  /** Returns the figures of all operations. */
  public StatisticsTable operations() {
    return operations;
  }

  /** Returns the figures of all keystrokes, from hand-over to paint. */
  public LatencyStatistics keystrokes() {
    return keystrokes;
  }

  /** Returns how many measurements were given up. */
  public long dropped() {
    return dropped.sum();
  }

  /** Returns how many faults of the recorder itself were kept from the shell. */
  public long failures() {
    return failures.sum();
  }

  /** Counts a fault of the recorder itself, which must not reach the editor. */
  public void countFailure() {
    failures.increment();
  }

  /** Ends all measuring; what is still open is lost. */
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  Track track() {
    return tracks.get();
  }

  Ticker ticker() {
    return ticker;
  }

  long nanos() {
    return ticker.nanos();
  }

  long nextKeystrokeId() {
    return keystrokeIds.incrementAndGet();
  }

  void countDropped() {
    dropped.increment();
  }

  void record(Measurement measurement, long keystrokeId, Result outcome) {
    if (closed) {
      return;
    }
    operations.record(
        measurement.type(),
        measurement.durationNanos(),
        measurement.selfNanos(),
        Measurement.isFailure(outcome));
    measurement.emit(keystrokeId, outcome);
  }
}
