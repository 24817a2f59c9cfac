// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.EditorCache;
import org.lusush.lle.recorder.memory.ObjectPool;
import org.lusush.lle.recorder.memory.Pools;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.MonitorMXBean;
import org.lusush.lle.recorder.monitor.MonitorSettings;
import org.lusush.lle.recorder.monitor.Ticker;
import org.lusush.lle.recorder.resource.ResourceManager;

/**
 * Observes the line editors of this process: the entry to everything else here.
 *
 * <p>There is one at a time; several line readers share it. Thread-safe.
 *
 * <p>Starting it takes next to no time, because it is asleep at first and measures nothing. It
 * wakes on a thread of its own when the first prompt has been painted, or after a second; or at
 * once, on the calling thread, when someone asks for the {@link #monitor}: so does a shell whose
 * own start is to be measured, which then takes some 20 ms longer.
 *
 * <pre>{@code
 * var recorder = EditorRecorder.start(RecorderConfig.of("my-shell"));
 * var jline = JLineInstrumentation.of(recorder);
 * var terminal = jline.terminal(TerminalBuilder.terminal());
 * var reader = jline.reader(LineReaderBuilder.builder().terminal(terminal).build());
 * }</pre>
 */
public final class EditorRecorder implements Measuring, AutoCloseable {

  /** System property by which others find the shells that are observed. */
  private static final String OBSERVED = "lle.recorder.shell";

  // No AtomicBoolean: the first one of a process takes a millisecond.
  private static boolean running;

  private final RecorderConfig config;
  private final long startedNanos = System.nanoTime();
  private final long startedMillis = System.currentTimeMillis();
  private final Background background = new Background(this);
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile @Nullable Monitor monitor;
  private volatile @Nullable Upkeep upkeep;
  private @Nullable PeriodicEvents periodicEvents;
  private boolean closed;
  private boolean registered;

  private EditorRecorder(RecorderConfig config) {
    this.config = config;
  }

  /**
   * Starts to observe.
   *
   * @param config how
   * @throws IllegalStateException when a recorder runs already in this process
   */
  public static EditorRecorder start(RecorderConfig config) {
    requireNonNull(config, "config");
    requireTheOnlyOne();
    var recorder = new EditorRecorder(config);
    recorder.background.start();
    return recorder;
  }

  private static synchronized void requireTheOnlyOne() {
    if (running) {
      throw new IllegalStateException(
          "an EditorRecorder runs already in this process; share it, or close it first");
    }
    running = true;
  }

  private static synchronized void allowAnother() {
    running = false;
  }

  /** Returns how the recorder was set up. */
  public RecorderConfig config() {
    return config;
  }

  /** Returns what measures, awake from now on. */
  public Monitor monitor() {
    var made = monitor;
    return made != null ? made : makeMonitor();
  }

  /** Returns what measures, or null while it is asleep. */
  public @Nullable Monitor monitorIfAwake() {
    return monitor;
  }

  /**
   * Has something done before the recorder wakes, on its own thread: such as to load what the next
   * key would wait for. Once it is awake, it is done at once on the calling thread. What the action
   * throws is counted as a failure.
   */
  public void beforeWaking(Runnable action) {
    background.prepare(requireNonNull(action, "action"));
  }

  /**
   * Tells that the first prompt is painted and the editor waits for the user, so that the recorder
   * may wake. For adapters of line editors; does nothing the second time.
   */
  public void promptPainted() {
    background.wake();
  }

  /**
   * Wakes the recorder, and waits until recordings hold what it measures from then on: for tests,
   * and for programs that record themselves from the first key on. Takes some 20 ms, if no
   * recording runs yet; where one does, the first touch of the event classes as well.
   *
   * @throws InterruptedException when the calling thread is interrupted meanwhile
   */
  public void awaitListening() throws InterruptedException {
    monitor();
    background.join();
  }

  private synchronized Monitor makeMonitor() {
    var made = monitor;
    if (made == null) {
      made = new Monitor(Ticker.system(), MonitorSettings.of(config.targets()));
      if (closed) {
        made.close();
      }
      monitor = made;
      background.wake(); // recordings are wanted from now on, too
    }
    return made;
  }

  @Override
  public Measurement measure(OperationType type, String name) {
    var awake = monitor;
    return awake == null ? Measurement.none() : awake.measure(type, name);
  }

  /** Begins an operation of a component other than its type's own. */
  public Measurement measure(OperationType type, Component component, String name) {
    var awake = monitor;
    return awake == null ? Measurement.none() : awake.measure(type, component, name);
  }

  @Override
  public long keystrokeId() {
    var awake = monitor;
    return awake == null ? 0 : awake.keystrokeId();
  }

  /**
   * Makes a cache whose lookups are recorded. Slow the first time, so not for the way to the
   * prompt.
   *
   * @param name its name in recordings and reports
   * @param maximumEntries how many entries it may hold, over 0
   */
  public <K, V> EditorCache<K, V> cache(String name, long maximumEntries) {
    return cache(CacheSettings.<K, V>of(name, maximumEntries).build());
  }

  /** Makes a cache whose lookups are recorded, with settings; slow the first time, likewise. */
  public <K, V> EditorCache<K, V> cache(CacheSettings<K, V> settings) {
    return upkeep().cache(settings);
  }

  /**
   * Makes a cache whose size is tuned to the {@link org.lusush.lle.events.Targets#hitRate}, and
   * which prefetches while that pays, where its settings have a loader. Slow the first time.
   *
   * @param settings of which {@code maximumEntries} is the size at first
   * @param fewest entries that it may always hold, over 0
   * @param most entries that it may ever hold
   */
  public <K, V> EditorCache<K, V> tunedCache(CacheSettings<K, V> settings, long fewest, long most) {
    if (fewest <= 0 || fewest > most) {
      throw new IllegalArgumentException(
          "fewest must be over 0 and at most " + most + ", was " + fewest);
    }
    return upkeep().tunedCache(settings, fewest, most);
  }

  /** Makes a pool whose takes are recorded. */
  public <T> ObjectPool<T> pool(ObjectPool.Settings<T> settings) {
    return upkeep().pool(settings);
  }

  /**
   * Makes a pool whose capacity is tuned to what is in use at once.
   *
   * @param settings of which {@code capacity} is that at first
   * @param most free objects that a thread may ever keep, over 0
   */
  public <T> ObjectPool<T> tunedPool(ObjectPool.Settings<T> settings, int most) {
    if (most <= 0) {
      throw new IllegalArgumentException("most must be over 0, was " + most);
    }
    return upkeep().tunedPool(settings, most);
  }

  /** Returns the pools, among them those of buffers; slow the first time. */
  public Pools pools() {
    return upkeep().pools();
  }

  private Upkeep upkeep() {
    var made = upkeep;
    return made != null ? made : makeUpkeep();
  }

  private synchronized Upkeep makeUpkeep() {
    var made = upkeep;
    if (made == null) {
      made = new Upkeep(this);
      if (closed) {
        made.stop();
      }
      upkeep = made;
    }
    return made;
  }

  /** Adds a line reader to what is observed, for adapters of line editors. */
  public void addSession(Session session) {
    sessions.add(requireNonNull(session, "session"));
  }

  /** Does some work of which no operation is measured, such as handling a secret. */
  public <T> T quietly(Supplier<T> work) {
    return monitor().quietly(work);
  }

  /**
   * Shows the recorder through JMX, as {@value MonitorMXBean#NAME}, until it is closed. Slow, so
   * not for the way to the prompt. A second call does nothing.
   *
   * @throws IllegalStateException when JMX refuses
   */
  public synchronized void registerMBean() {
    if (registered || closed) {
      return;
    }
    MBeans.register(monitor());
    registered = true;
  }

  /** Returns everything counted so far. */
  public Snapshot snapshot() {
    var monitor = monitor();
    var reading = monitor.statistics().read();
    var operations = reading.operations();
    var upkeep = upkeep();
    var cacheFigures = upkeep.cacheStatistics();
    return new Snapshot(
        Duration.ofNanos(System.nanoTime() - startedNanos),
        reading.keystrokes(),
        reading.all(),
        operations,
        cacheFigures,
        upkeep.pools().statistics(),
        upkeep.targets(),
        upkeep.decisions(),
        upkeep.resources().map(ResourceManager::usage),
        upkeep.resources().map(ResourceManager::steps).orElse(List.of()),
        monitor.dropped(),
        monitor.failures(),
        Scores.of(operations.values(), cacheFigures, config.targets()));
  }

  /** Stops to observe. What was instrumented goes on unobserved. A second close does nothing. */
  @Override
  public void close() {
    PeriodicEvents events;
    Upkeep looked;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      events = periodicEvents;
      looked = upkeep;
    }
    background.wake();
    var awake = monitor;
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
    allowAnother();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits for recordings, unless the recorder is closed already. Not on the editor's thread. */
  void awaitRecordings() {
    var events = new PeriodicEvents(config.shell(), startedMillis, monitor(), sessions, upkeep());
    synchronized (this) {
      if (closed) {
        return;
      }
      periodicEvents = events;
    }
    tellObserved();
    events.await();
  }

  private void tellObserved() {
    try {
      System.setProperty(OBSERVED, config.shell());
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
