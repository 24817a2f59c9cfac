// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.Collection;
import jdk.jfr.FlightRecorder;
import org.lusush.lle.events.LatencyHistogramEvent;
import org.lusush.lle.events.OperationStatisticsEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.ProfilerOverheadEvent;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.monitor.EventRegistration;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.profiler.ProfilerMode;
import org.lusush.lle.recorder.statistics.IntervalHistogram;
import org.lusush.lle.recorder.statistics.OperationStatistics;
import org.lusush.lle.recorder.statistics.StatisticsTable;

/**
 * Writes the statistics every second, and the sessions at both ends of a chunk, while a recording
 * wants them. Runs on Flight Recorder's own thread.
 */
final class PeriodicEvents {

  private final String shell;
  private final long startedMillis;
  private final Monitor monitor;
  private final Collection<Session> sessions;
  private final Runnable start = this::start;
  private final Runnable statisticsHook = this::writeStatistics;
  private final Runnable histogramHook = this::writeHistograms;
  private final Runnable profilerHook = this::writeProfilerOverhead;
  private final Runnable sessionHook = this::atEitherEndOfAChunk;

  private final UpkeepEvents upkeepEvents;
  private final StatisticsTable.Intervals intervals;
  private long lastNanos;
  private boolean started;
  private boolean stopped;

  PeriodicEvents(
      String shell,
      long startedMillis,
      Monitor monitor,
      Collection<Session> sessions,
      Upkeep upkeep) {
    this.shell = shell;
    this.startedMillis = startedMillis;
    this.monitor = monitor;
    this.sessions = sessions;
    upkeepEvents = new UpkeepEvents(upkeep, monitor);
    intervals = monitor.statistics().intervals();
    lastNanos = monitor.statistics().nanos();
  }

  /** Waits for the first recording. */
  void await() {
    EventRegistration.await(start);
    if (isStopped()) { // maybe before there was anything to cancel
      EventRegistration.cancel(start);
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void start() {
    if (stopped || started) {
      return;
    }
    started = true; // even if some of it fails: what was added is to be removed
    try {
      FlightRecorder.addPeriodicEvent(OperationStatisticsEvent.class, statisticsHook);
      FlightRecorder.addPeriodicEvent(LatencyHistogramEvent.class, histogramHook);
      FlightRecorder.addPeriodicEvent(ProfilerOverheadEvent.class, profilerHook);
      FlightRecorder.addPeriodicEvent(SessionEvent.class, sessionHook);
      upkeepEvents.start();
      monitor.followRecordings();
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  /** Writes nothing from now on. */
  void stop() {
    boolean wasStarted;
    synchronized (this) {
      stopped = true;
      wasStarted = started;
    }
    try {
      if (wasStarted) {
        FlightRecorder.removePeriodicEvent(statisticsHook);
        FlightRecorder.removePeriodicEvent(histogramHook);
        FlightRecorder.removePeriodicEvent(profilerHook);
        FlightRecorder.removePeriodicEvent(sessionHook);
        upkeepEvents.stop();
      } else {
        EventRegistration.cancel(start);
      }
    } catch (RuntimeException | LinkageError e) {
      monitor.countFailure();
    }
  }

  private void writeStatistics() {
    writeStatistics(monitor.statistics().read());
  }

  private static void writeStatistics(StatisticsTable.Reading reading) {
    reading.operations().forEach(PeriodicEvents::write);
  }

  private static void write(OperationType type, OperationStatistics statistics) {
    var latency = statistics.latency();
    var event = new OperationStatisticsEvent();
    event.operation = type.label();
    event.component = type.component().label();
    event.count = latency.count();
    event.errors = statistics.errors();
    event.totalTime = latency.totalNanos();
    event.minimum = latency.minNanos();
    event.mean = latency.meanNanos();
    event.median = latency.p50Nanos();
    event.p95 = latency.p95Nanos();
    event.p99 = latency.p99Nanos();
    event.p999 = latency.p999Nanos();
    event.maximum = latency.maxNanos();
    event.standardDeviation = latency.standardDeviationNanos();
    event.calls = statistics.calls();
    event.rate = statistics.recent().perSecond();
    event.reliability = statistics.reliability();
    event.consecutiveSuccesses = statistics.consecutiveSuccesses();
    event.trend = statistics.recent().trend().label();
    event.commit();
  }

  private synchronized void writeHistograms() {
    writeHistograms(monitor.statistics().read());
  }

  /** Takes a reading that was taken under the same lock, so that no later one came before it. */
  private void writeHistograms(StatisticsTable.Reading reading) {
    long now = monitor.statistics().nanos();
    long interval = now - lastNanos;
    lastNanos = now;
    intervals
        .next(reading)
        .forEach((operation, histogram) -> write(operation, interval, histogram));
  }

  private static void write(String operation, long interval, IntervalHistogram histogram) {
    var event = new LatencyHistogramEvent();
    event.operation = operation;
    event.component = histogram.component().label();
    event.interval = interval;
    event.count = histogram.count();
    event.errors = histogram.errors();
    event.totalTime = histogram.totalNanos();
    event.selfTime = histogram.selfNanos();
    event.histogram = histogram.histogram();
    event.commit();
  }

  private void writeProfilerOverhead() {
    var overhead = monitor.profiler().snapshot().overhead();
    if (overhead.mode() == ProfilerMode.OFF && overhead.profiled() == 0) {
      return;
    }
    var event = new ProfilerOverheadEvent();
    event.mode = overhead.mode().label();
    event.samplingRate = overhead.samplingRate();
    event.profiled = overhead.profiled();
    event.overheadEach = overhead.eachNanos();
    event.overhead = overhead.totalNanos();
    event.share = overhead.share();
    event.commit();
  }

  /** The end of a chunk is the last chance for the statistics of its last second. */
  private void atEitherEndOfAChunk() {
    writeSessions();
    synchronized (this) {
      var reading = monitor.statistics().read();
      writeStatistics(reading);
      writeHistograms(reading);
    }
    upkeepEvents.write();
  }

  /** Writes every session there is. */
  void writeSessions() {
    sessions.removeIf(Session::isOver);
    for (var session : sessions) {
      try {
        write(session.status());
      } catch (RuntimeException | LinkageError e) {
        monitor.countFailure();
      }
    }
  }

  private void write(Session.Status status) {
    var event = new SessionEvent();
    event.shell = shell;
    event.editor = status.editor();
    event.recorder = version();
    event.schemaVersion = EventSchema.VERSION;
    event.terminal = status.terminal();
    event.columns = status.columns();
    event.rows = status.rows();
    event.started = startedMillis;
    event.lines = status.lines();
    event.keystrokes = status.keystrokes();
    event.dropped = monitor.dropped();
    event.failures = monitor.failures();
    event.commit();
  }

  private static String version() {
    var version = PeriodicEvents.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
