// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.LevelSetting;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.profiler.Profiler;
import org.lusush.lle.recorder.profiler.ProfilerMode;
import org.lusush.lle.recorder.statistics.OperationStatistics;
import org.lusush.lle.recorder.statistics.StatisticsTable;

/**
 * Measures operations: each feeds the statistics, the recent ones and a JFR event.
 *
 * <p>Thread-safe. Every thread writes to places of its own, never waits, and allocates nothing once
 * warm; readers add up what they find.
 */
public final class Monitor implements Measuring {

  private final Ticker ticker;
  private final StatisticsTable statistics;
  private final Tracks tracks;
  private final Profiler profiler;
  private final Thresholds thresholds = new Thresholds(this);
  private final AtomicLong keystrokeIds = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile MonitorSettings settings;
  private MonitorLevel ceiling = MonitorLevel.EXHAUSTIVE;
  private volatile Gates gates;
  private volatile @Nullable Runnable following;
  private @Nullable ProfilerMode modeBefore;
  private volatile boolean closed;

  /** Makes a monitor that measures every operation. */
  public Monitor(Ticker ticker) {
    this(ticker, MonitorSettings.defaults());
  }

  /** Makes a monitor with settings. */
  public Monitor(Ticker ticker, MonitorSettings settings) {
    this.ticker = requireNonNull(ticker, "ticker");
    this.settings = requireNonNull(settings, "settings");
    gates = new Gates(settings, settings.level(), false);
    if (gates.operations) {
      OperationGate.enter();
    }
    statistics = new StatisticsTable(ticker);
    profiler = new Profiler(ticker);
    tracks = new Tracks(this, statistics);
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
    var current = gates;
    if (!current.operations) {
      return Measurement.NONE;
    }
    requireNonNull(type, "type");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    try {
      return tracks.current().begin(current, type, component, name);
    } catch (RuntimeException | LinkageError e) {
      countFailure();
      return Measurement.NONE;
    }
  }

  /** Begins an operation on the calling thread, in the component that its type belongs to. */
  @Override
  public Measurement measure(OperationType type, String name) {
    return measure(type, type.component(), name);
  }

  /**
   * Begins an operation whose name takes work to find out, which is done only if it is measured.
   *
   * @param name finds the name out; if it throws, that is counted and the operation has no name
   */
  public Measurement measure(OperationType type, Supplier<String> name) {
    requireNonNull(name, "name");
    if (!gates.operations) {
      return Measurement.NONE;
    }
    String found = "";
    try {
      found = name.get();
    } catch (RuntimeException | Error e) {
      countFailure();
    }
    return measure(type, found);
  }

  /**
   * Begins an operation on the calling thread where no object can be kept.
   *
   * @return its number for {@link #end}, or 0 where nothing is measured
   */
  public long begin(OperationType type, String name) {
    return measure(type, name).sequence();
  }

  /**
   * Ends an operation that {@link #begin} began on the calling thread. A number that is not of an
   * open operation, such as at a second end, is refused and counted; 0 is not.
   */
  public void end(long number, Result result) {
    requireNonNull(result, "result");
    if (number == 0 || closed) {
      return;
    }
    tracks.current().open(number).result(result).close();
  }

  /**
   * Does some work of which nothing is measured on the calling thread: no operation, no keystroke.
   *
   * @return what the work returns
   */
  public <T> T quietly(Supplier<T> work) {
    var track = tracks.current();
    track.mute();
    try {
      return work.get();
    } finally {
      track.unmute();
    }
  }

  /** Returns what is measured; a recording may ask for more, and a ceiling allow less. */
  public MonitorSettings settings() {
    return settings;
  }

  /** Changes what is measured, from the next operation on. */
  public synchronized void settings(MonitorSettings settings) {
    this.settings = requireNonNull(settings, "settings");
    renewGates();
  }

  /**
   * Limits how much is measured, whatever the settings say now or later; what a recording asks for
   * goes beyond it. So resources are saved without a change to what a user chose.
   *
   * @param ceiling the highest level, {@link MonitorLevel#EXHAUSTIVE} for no limit
   */
  public synchronized void ceiling(MonitorLevel ceiling) {
    this.ceiling = requireNonNull(ceiling, "ceiling");
    renewGates();
  }

  /**
   * Has a handler told of operations and keystrokes that exceed a threshold, on a thread that
   * serves all handlers. When they do not keep up some are lost, see {@link #lostExceeded}.
   */
  public void addThresholdHandler(Consumer<? super ThresholdExceeded> handler) {
    thresholds.add(handler);
  }

  /** Has a handler told no longer. */
  public void removeThresholdHandler(Consumer<? super ThresholdExceeded> handler) {
    thresholds.remove(handler);
  }

  /** Returns how many exceeded thresholds the handlers were not told of, because they were busy. */
  public long lostExceeded() {
    return thresholds.lost();
  }

  /** Returns the operations that ended last, of all threads, at most 1,024, oldest first. */
  public List<RecentMeasurement> recent() {
    var all = new ArrayList<RecentMeasurement>();
    tracks.forEach(track -> track.ring().addTo(all));
    all.sort(Comparator.comparingLong(RecentMeasurement::endNanos));
    return List.copyOf(all.subList(Math.max(0, all.size() - Ring.CAPACITY), all.size()));
  }

  @Override
  public long keystrokeId() {
    return tracks.current().keystrokeId();
  }

  /** Returns a tracker of the keystrokes of one line reader. */
  public KeystrokeTracker trackKeystrokes() {
    return new KeystrokeTracker(this);
  }

  /** Returns the figures of operations and keystrokes. */
  public StatisticsTable statistics() {
    return statistics;
  }

  /** Returns what takes in which operations call which; off unless someone switches it on. */
  public Profiler profiler() {
    return profiler;
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

  /**
   * Measures what running recordings ask for, from now on. Only where Flight Recorder is in use.
   */
  public synchronized void followRecordings() {
    if (following == null && !closed) {
      Runnable listener = this::renewGates;
      following = listener;
      LevelSetting.addListener(listener);
      renewGates();
    }
  }

  /** Ends all measuring; what is still open is lost. */
  public synchronized void close() {
    closed = true;
    var listener = following;
    if (listener != null) {
      LevelSetting.removeListener(listener);
    }
    change(new Gates(settings, MonitorLevel.DISABLED, true));
    thresholds.close();
  }

  /** Measures by other gates; while {@link OperationGate} is shut no monitor's are open. */
  private void change(Gates next) {
    boolean before = gates.operations;
    if (next.operations && !before) {
      OperationGate.enter();
    }
    gates = next;
    if (before && !next.operations) {
      OperationGate.leave();
    }
  }

  boolean isClosed() {
    return closed;
  }

  Gates gates() {
    return gates;
  }

  Track track() {
    return tracks.current();
  }

  /** Tells that most of what is measured will be on the calling thread. */
  void favor(Track track) {
    tracks.favor(track);
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

  /**
   * Records an operation of a thread's stack.
   *
   * @param what its type, component and result, see {@link What}
   */
  void record(Track track, Measurement measurement, long nanos, int what) {
    var current = gates;
    if (current.closed) {
      return;
    }
    if (measurement.hasCosts()) {
      recordCosts(track, measurement, what);
    }
    // Read before the statistics' fence, after which they would be read anew.
    long endNanos = measurement.endNanos();
    long keystrokeId = track.keystrokeId();
    var name = measurement.name();
    track
        .statistics()
        .record(
            What.row(what),
            endNanos,
            nanos,
            Math.max(0, nanos - measurement.childNanos()),
            What.isFailure(what));
    if (nanos >= current.minimumNanos) {
      track.ring().add(endNanos, nanos, keystrokeId, what, name);
      if (measurement.hasEvent()) {
        measurement.emit(keystrokeId, what);
      }
      if (nanos > current.operationWarningNanos) {
        exceeded(current, track, measurement, nanos);
      }
    }
  }

  private static void recordCosts(Track track, Measurement measurement, int what) {
    track
        .statistics()
        .recordCosts(What.row(what), measurement.cpuNanos(), measurement.allocatedBytes());
  }

  /** Records a successful operation that stood apart from the thread's stack. */
  void recordApart(Track track, Measurement measurement) {
    var current = gates;
    if (current.operations && current.admits(measurement.type(), measurement.component())) {
      track.called(measurement);
      record(track, measurement, measurement.durationNanos(), measurement.what());
    }
  }

  /** Records a whole keystroke; its event is its own affair. */
  void recordKeystroke(
      Track track, long id, String command, long endNanos, long nanos, Result result) {
    track.statistics().recordKeystroke(endNanos, nanos, result.isFailure());
    var current = gates;
    if (nanos > current.keystrokeWarningNanos) {
      boolean critical = nanos > current.keystrokeCriticalNanos;
      thresholds.exceeded(
          new ThresholdExceeded(
              OperationStatistics.KEYSTROKE,
              Component.EVENT,
              command,
              critical,
              Duration.ofNanos(nanos),
              Duration.ofNanos(
                  critical ? current.keystrokeCriticalNanos : current.keystrokeWarningNanos),
              id));
    }
  }

  private void exceeded(Gates current, Track track, Measurement measurement, long nanos) {
    boolean critical = nanos > current.operationCriticalNanos;
    thresholds.exceeded(
        new ThresholdExceeded(
            measurement.type().label(),
            measurement.component(),
            measurement.name(),
            critical,
            Duration.ofNanos(nanos),
            Duration.ofNanos(
                critical ? current.operationCriticalNanos : current.operationWarningNanos),
            track.keystrokeId()));
  }

  private synchronized void renewGates() {
    if (!closed) {
      change(new Gates(settings, effectiveLevel(), false));
      profileEveryCall(gates.everyCall);
    }
  }

  private void profileEveryCall(boolean every) {
    if (every && modeBefore == null) {
      modeBefore = profiler.mode();
      profiler.mode(ProfilerMode.INSTRUMENTATION);
    } else if (!every && modeBefore != null) {
      if (profiler.mode() == ProfilerMode.INSTRUMENTATION) { // and nobody chose another meanwhile
        profiler.mode(modeBefore);
      }
      modeBefore = null;
    }
  }

  private MonitorLevel effectiveLevel() {
    var chosen = settings.level();
    var configured = chosen.compareTo(ceiling) < 0 ? chosen : ceiling;
    var asked = following != null ? LevelSetting.requested() : "";
    for (var level : MonitorLevel.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(asked) && level.compareTo(configured) > 0) {
        return level;
      }
    }
    return configured;
  }
}
