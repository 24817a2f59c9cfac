// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.util.Collection;
import jdk.jfr.FlightRecorder;
import org.lusush.lle.events.OperationStatisticsEvent;
import org.lusush.lle.events.SessionEvent;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.statistics.OperationStatistics;

/**
 * Writes the statistics every second, and the sessions at both ends of a chunk, while a recording
 * wants them. Runs on Flight Recorder's own thread.
 */
final class PeriodicEvents {

  private final String shell;
  private final long startedMillis;
  private final Monitor monitor;
  private final Collection<Session> sessions;
  private final Runnable statisticsHook = this::writeStatistics;
  private final Runnable sessionHook = this::atEitherEndOfAChunk;

  PeriodicEvents(String shell, long startedMillis, Monitor monitor, Collection<Session> sessions) {
    this.shell = shell;
    this.startedMillis = startedMillis;
    this.monitor = monitor;
    this.sessions = sessions;
  }

  void start() {
    FlightRecorder.addPeriodicEvent(OperationStatisticsEvent.class, statisticsHook);
    FlightRecorder.addPeriodicEvent(SessionEvent.class, sessionHook);
  }

  void stop() {
    FlightRecorder.removePeriodicEvent(statisticsHook);
    FlightRecorder.removePeriodicEvent(sessionHook);
  }

  private void writeStatistics() {
    monitor.operations().summary().forEach(PeriodicEvents::write);
  }

  private static void write(OperationStatistics statistics) {
    var latency = statistics.latency();
    if (latency.count() == 0) {
      return;
    }
    var event = new OperationStatisticsEvent();
    event.operation = statistics.type().label();
    event.component = statistics.type().component().label();
    event.count = latency.count();
    event.errors = statistics.errors();
    event.totalTime = latency.totalNanos();
    event.minimum = latency.minNanos();
    event.mean = latency.meanNanos();
    event.median = latency.p50Nanos();
    event.p95 = latency.p95Nanos();
    event.p99 = latency.p99Nanos();
    event.maximum = latency.maxNanos();
    event.commit();
  }

  /** The end of a chunk is the last chance for the statistics of its last second. */
  private void atEitherEndOfAChunk() {
    writeSessions();
    writeStatistics();
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
