// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.MonitorSettings;
import org.lusush.lle.recorder.monitor.Ticker;
import org.lusush.lle.recorder.resource.ResourceManager;

/**
 * What a recorder is made of, each part made when it is first asked for. Thread-safe.
 *
 * <p>Apart from {@link EditorRecorder}, which is loaded before the first prompt and so has as
 * little to load as can be.
 */
final class RecorderParts implements Measuring {

  /** System property by which others find the shells that are observed. */
  private static final String OBSERVED = "lle.recorder.shell";

  private final EditorRecorder recorder;
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile @Nullable Upkeep upkeep;
  private @Nullable PeriodicEvents periodicEvents;
  private boolean closed;
  private boolean registered;

  RecorderParts(EditorRecorder recorder) {
    this.recorder = recorder;
  }

  static RuntimeException runsAlready() {
    return new IllegalStateException(
        "an EditorRecorder runs already in this process; share it, or close it first");
  }

  Measuring measuring() {
    return this;
  }

  @Override
  public Measurement measure(OperationType type, String name) {
    return recorder.measure(type, name);
  }

  @Override
  public long keystrokeId() {
    return recorder.keystrokeId();
  }

  synchronized Monitor monitor() {
    var made = recorder.monitorIfAwake();
    if (made == null) {
      made = new Monitor(Ticker.system(), MonitorSettings.of(recorder.config().targets()));
      if (closed) {
        made.close();
      }
      recorder.awake(made);
    }
    return made;
  }

  Upkeep upkeep() {
    var made = upkeep;
    return made != null ? made : makeUpkeep();
  }

  private synchronized Upkeep makeUpkeep() {
    var made = upkeep;
    if (made == null) {
      made = new Upkeep(recorder);
      if (closed) {
        made.stop();
      }
      upkeep = made;
    }
    return made;
  }

  void addSession(Session session) {
    sessions.add(session);
  }

  synchronized void registerMBean() {
    if (registered || closed) {
      return;
    }
    MBeans.register(monitor());
    registered = true;
  }

  Snapshot snapshot(long startedNanos) {
    var monitor = monitor();
    var reading = monitor.statistics().read();
    var operations = reading.operations();
    var looked = upkeep();
    var cacheFigures = looked.cacheStatistics();
    return new Snapshot(
        Duration.ofNanos(System.nanoTime() - startedNanos),
        reading.keystrokes(),
        reading.all(),
        operations,
        cacheFigures,
        looked.pools().statistics(),
        looked.targets(),
        looked.decisions(),
        looked.resources().map(ResourceManager::usage),
        looked.resources().map(ResourceManager::steps).orElse(List.of()),
        monitor.dropped(),
        monitor.failures(),
        Scores.of(operations.values(), cacheFigures, recorder.config().targets()));
  }

  /**
   * Ends all of it.
   *
   * @return whether it is ended only now
   */
  boolean close() {
    PeriodicEvents events;
    Upkeep looked;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      events = periodicEvents;
      looked = upkeep;
    }
    recorder.promptPainted(); // so that its thread finds it closed
    var awake = recorder.monitorIfAwake();
    if (awake != null) {
      awake.close();
    }
    if (events != null) {
      events.stop();
    }
    if (looked != null) {
      looked.stop();
    }
    if (registered) {
      MBeans.unregister(monitor());
    }
    sessions.clear();
    tellUnobserved();
    return true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits for recordings, unless the recorder is closed already. Not on the editor's thread. */
  void awaitRecordings(long startedMillis) {
    var shell = recorder.config().shell();
    var events = new PeriodicEvents(shell, startedMillis, monitor(), sessions, upkeep());
    synchronized (this) {
      if (closed) {
        return;
      }
      periodicEvents = events;
    }
    tellObserved(shell);
    events.await();
  }

  private void tellObserved(String shell) {
    try {
      System.setProperty(OBSERVED, shell);
    } catch (SecurityException e) {
      monitor().countFailure(); // then it is found by its process id alone
    }
  }

  private static void tellUnobserved() {
    try {
      System.clearProperty(OBSERVED);
    } catch (SecurityException e) {
      return; // then it was not told either
    }
  }
}
