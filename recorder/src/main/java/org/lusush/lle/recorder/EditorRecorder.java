// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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

/**
 * Observes the line editors of this process: the entry to everything else here.
 *
 * <p>There is one at a time; several line readers share it. Thread-safe.
 *
 * <p>Starting it takes next to no time, because it is asleep at first and measures nothing. It
 * wakes on a thread of its own when the first prompt has been painted, or after a second where no
 * prompt is coming, see {@link #promptExpected}; or at once, on the calling thread, when someone
 * asks for the {@link #monitor}: so does a shell whose own start is to be measured, which then
 * takes some 20 ms longer.
 *
 * <p>The class is loaded before the first prompt. So it is loaded alone, without any class that it
 * could do without: its work is done in others.
 *
 * <pre>{@code
 * var recorder = EditorRecorder.start("my-shell");
 * var reader =
 *     JLineInstrumentation.build(
 *         recorder, TerminalBuilder.terminal(), LineReaderBuilder.builder().parser(parser));
 * }</pre>
 *
 * <p>What instruments a reader is {@code JLineInstrumentation} and no method of this class, which
 * is of use without JLine: a method that named a class of JLine would fail whoever reflects on this
 * one where there is none.
 */
public final class EditorRecorder implements Runnable, AutoCloseable {

  // No AtomicBoolean: the first one of a process takes a millisecond.
  private static boolean running;

  static final int MAX_NAME = 64;

  private final String shell;
  private final @Nullable RecorderConfig given;
  private final long startedNanos = System.nanoTime();
  private final long startedMillis = System.currentTimeMillis();
  private final Thread thread = new Thread(null, this, "lle-recorder");
  // The next five are guarded by this, and Awakening's to use as well.
  final List<Runnable> beside = new ArrayList<>();
  final List<Runnable> preparations = new ArrayList<>();
  boolean promptExpected;
  boolean awake;
  boolean prepared;

  private volatile @Nullable Monitor monitor;
  private volatile @Nullable RecorderParts parts;

  private EditorRecorder(String shell, @Nullable RecorderConfig given) {
    this.shell = shell;
    this.given = given;
  }

  /**
   * Starts to observe a shell that is held to the default targets: the fastest way.
   *
   * @param shell name of the shell, as recordings and reports show it; 1 to 64 characters
   * @throws IllegalArgumentException when the name is blank or too long
   * @throws IllegalStateException when a recorder runs already in this process
   */
  public static EditorRecorder start(String shell) {
    requireNonNull(shell, "shell");
    boolean fits = !shell.isBlank() && shell.length() <= MAX_NAME;
    return start(shell, fits ? null : RecorderConfig.of(shell)); // which says what is wrong
  }

  /**
   * Starts to observe.
   *
   * @param config how
   * @throws IllegalStateException when a recorder runs already in this process
   */
  public static EditorRecorder start(RecorderConfig config) {
    return start(config.shell(), config);
  }

  private static EditorRecorder start(String shell, @Nullable RecorderConfig given) {
    requireTheOnlyOne();
    var recorder = new EditorRecorder(shell, given);
    recorder.thread.setDaemon(true);
    recorder.thread.start();
    return recorder;
  }

  private static synchronized void requireTheOnlyOne() {
    if (running) {
      throw RecorderParts.runsAlready();
    }
    running = true;
  }

  private static synchronized void allowAnother() {
    running = false;
  }

  /** Returns how the recorder was set up. */
  public RecorderConfig config() {
    return given != null ? given : RecorderConfig.of(shell);
  }

  /** Returns what measures, awake from now on. */
  public Monitor monitor() {
    var made = monitor;
    return made != null ? made : parts().monitor();
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
    requireNonNull(action, "action");
    synchronized (this) {
      if (!prepared) {
        preparations.add(action);
        return;
      }
    }
    Awakening.run(this, action);
  }

  /**
   * Has something done at once, on the recorder's own thread and beside the shell's start: such as
   * to load what the shell is about to need. Once the recorder is awake, it is not done. What the
   * action throws is counted as a failure, and wakes the recorder.
   */
  public synchronized void whileStarting(Runnable action) {
    requireNonNull(action, "action");
    if (!prepared) {
      beside.add(action);
      notifyAll();
    }
  }

  /**
   * Tells that a prompt is coming: the recorder waits ten seconds for it rather than one. For
   * adapters of line editors.
   */
  public synchronized void promptExpected() {
    promptExpected = true;
  }

  /**
   * Tells that the first prompt is painted and the editor waits for the user, so that the recorder
   * may wake. For adapters of line editors; does nothing the second time.
   */
  public synchronized void promptPainted() {
    awake = true;
    notifyAll();
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
    thread.join();
  }

  /**
   * Begins an operation on the calling thread, in the component that its type belongs to; closing
   * it ends it. Measures nothing while the recorder is asleep.
   *
   * @param type what is done
   * @param name what tells it apart from others of its type, or empty; never text that a user typed
   */
  public Measurement measure(OperationType type, String name) {
    var awake = monitor;
    return awake == null ? Measurement.none() : awake.measure(type, name);
  }

  /** Begins an operation of a component other than its type's own. */
  public Measurement measure(OperationType type, Component component, String name) {
    var awake = monitor;
    return awake == null ? Measurement.none() : awake.measure(type, component, name);
  }

  /** Returns the keystroke that the calling thread works for, or 0. */
  public long keystrokeId() {
    var awake = monitor;
    return awake == null ? 0 : awake.keystrokeId();
  }

  /**
   * Makes a cache whose lookups are recorded, and which chooses by what it gives up entries. Slow
   * the first time, so not for the way to the prompt.
   *
   * @param name its name in recordings and reports
   * @param maximumEntries how many entries it may hold, over 0
   */
  public <K, V> EditorCache<K, V> cache(String name, long maximumEntries) {
    return cache(CacheSettings.<K, V>of(name, maximumEntries).build());
  }

  /** Makes a cache whose lookups are recorded, with settings; slow the first time, likewise. */
  public <K, V> EditorCache<K, V> cache(CacheSettings<K, V> settings) {
    return parts().upkeep().cache(settings);
  }

  /**
   * Makes a cache whose size is tuned to the {@link org.lusush.lle.events.Targets#hitRate}, and
   * which prefetches while that pays, where its settings have a loader. Gives up entries by
   * W-TinyLFU, unless told otherwise. Slow the first time.
   *
   * @param settings of which {@code maximumEntries} is the size at first
   * @param fewest entries that it may always hold, over 0
   * @param most entries that it may ever hold
   */
  public <K, V> EditorCache<K, V> tunedCache(CacheSettings<K, V> settings, long fewest, long most) {
    return parts().upkeep().tunedCache(settings, fewest, most);
  }

  /** Makes a pool whose takes are recorded. */
  public <T> ObjectPool<T> pool(ObjectPool.Settings<T> settings) {
    return parts().upkeep().pool(settings);
  }

  /**
   * Makes a pool whose capacity is tuned to what is in use at once.
   *
   * @param settings of which {@code capacity} is that at first
   * @param most free objects that a thread may ever keep, over 0
   */
  public <T> ObjectPool<T> tunedPool(ObjectPool.Settings<T> settings, int most) {
    return parts().upkeep().tunedPool(settings, most);
  }

  /** Returns the pools, among them those of buffers; slow the first time. */
  public Pools pools() {
    return parts().upkeep().pools();
  }

  /** Adds a line reader to what is observed, for adapters of line editors. */
  public void addSession(Session session) {
    parts().addSession(requireNonNull(session, "session"));
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
  public void registerMBean() {
    parts().registerMBean();
  }

  /** Returns what measures from when the recorder is awake, for what is to outlast its sleep. */
  public Measuring measuring() {
    return parts().measuring();
  }

  /** Returns everything counted so far. */
  public Snapshot snapshot() {
    return parts().snapshot(startedNanos);
  }

  /** Stops to observe. What was instrumented goes on unobserved. A second close does nothing. */
  @Override
  public void close() {
    if (parts().close()) {
      allowAnother();
    }
  }

  /** For the recorder's own thread, which waits for the prompt in it; others return at once. */
  @Override
  public void run() {
    if (Thread.currentThread() == thread) {
      new Awakening(this, startedMillis).run();
    }
  }

  /** Lets it measure from now on, and wait for recordings. */
  void awake(Monitor made) {
    monitor = made;
    promptPainted();
  }

  RecorderParts parts() {
    var made = parts;
    return made != null ? made : makeParts();
  }

  private synchronized RecorderParts makeParts() {
    var made = parts;
    if (made == null) {
      made = new RecorderParts(this);
      parts = made;
    }
    return made;
  }
}
