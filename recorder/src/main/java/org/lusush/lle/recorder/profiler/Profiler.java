// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in which operations call which, and how much time each takes itself.
 *
 * <p>Thread-safe. Each thread writes a {@link CallTree} of its own and waits for nobody, but on its
 * first operation, when it may wait for other threads' first ones and for a part of a snapshot.
 * Trees of threads that died are added up into one and dropped. A profiler that was never switched
 * on holds nothing.
 */
public final class Profiler {

  /** One operation in how many is sampled unless someone sets another rate. */
  public static final int DEFAULT_SAMPLING_RATE = 100;

  private static final int FIRST_SWEEP = 64;

  /**
   * What is taken in, at one moment.
   *
   * @param samplingRate one operation in how many, in the modes that sample
   */
  record Settings(ProfilerMode mode, int samplingRate) {
    Settings {
      requireNonNull(mode, "mode");
      if (samplingRate < 1) {
        throw new IllegalArgumentException("samplingRate must be at least 1, was " + samplingRate);
      }
    }

    int effectiveRate() {
      return mode.isSampled() ? samplingRate : mode == ProfilerMode.OFF ? 0 : 1;
    }
  }

  private final LongSupplier clock;

  @SuppressWarnings("ThreadLocalUsage") // a profiler lives as long as its recorder
  private final ThreadLocal<@Nullable ThreadCallTree> trees = new ThreadLocal<>();

  private final Object lock = new Object();
  private List<ThreadCallTree> registered = new ArrayList<>();
  private @Nullable CallPaths retired;
  private int sweepAt = FIRST_SWEEP;
  private long made;
  private volatile boolean on;
  private volatile Settings settings = new Settings(ProfilerMode.OFF, DEFAULT_SAMPLING_RATE);

  /**
   * Makes a profiler that is off.
   *
   * @param clock time in nanoseconds from any origin, to measure what profiling costs
   */
  public Profiler(LongSupplier clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  public ProfilerMode mode() {
    return settings.mode;
  }

  /**
   * Switches the mode, with each thread's next top-level operation. Switching it on the first time
   * takes some milliseconds, in which everything is loaded that the first operation would wait for;
   * so not on the thread of an editor.
   */
  public void mode(ProfilerMode mode) {
    requireNonNull(mode, "mode");
    if (mode != ProfilerMode.OFF) {
      new ThreadCallTree(this, clock, 1).warmUp();
    }
    synchronized (lock) {
      settings = new Settings(mode, settings.samplingRate);
      on = mode != ProfilerMode.OFF;
    }
  }

  /** Returns whether anything is taken in; cheaper than to ask for the mode. */
  public boolean isOn() {
    return on;
  }

  /** Returns one operation in how many is sampled in the modes that sample. */
  public int samplingRate() {
    return settings.samplingRate;
  }

  /**
   * Sets one operation in how many is sampled, on average: which ones is left to chance.
   *
   * @throws IllegalArgumentException when it is less than 1
   */
  public void samplingRate(int rate) {
    synchronized (lock) {
      settings = new Settings(settings.mode, rate);
    }
  }

  /**
   * Returns the calling thread's tree, or one that takes in nothing while the profiler is off. Each
   * operation is left in the tree that it was entered in, whatever this returns by then.
   */
  public CallTree tree() {
    if (settings.mode == ProfilerMode.OFF) {
      return CallTree.none();
    }
    var tree = trees.get();
    return tree != null ? tree : register();
  }

  /** Returns everything taken in so far, of all threads. */
  public Profile snapshot() {
    var builder = new ProfileBuilder();
    List<ThreadCallTree> living;
    synchronized (lock) {
      sweep();
      if (retired != null) {
        builder.add(retired);
      }
      living = List.copyOf(registered);
    }
    living.forEach(tree -> builder.add(tree.paths()));
    return builder.build(settings);
  }

  Settings settings() {
    return settings;
  }

  /** Returns how many threads' trees are held. */
  int held() {
    synchronized (lock) {
      return registered.size();
    }
  }

  private CallTree register() {
    synchronized (lock) {
      if (registered.size() >= sweepAt) {
        sweep();
        sweepAt = Math.max(FIRST_SWEEP, registered.size() * 2);
      }
      var tree = new ThreadCallTree(this, clock, seed(made++));
      registered.add(tree);
      trees.set(tree);
      return tree;
    }
  }

  /** Adds up the trees of dead threads and drops them. */
  private void sweep() {
    var living = new ArrayList<ThreadCallTree>();
    for (var tree : registered) {
      if (tree.isDead()) {
        retire(tree.paths());
      } else {
        living.add(tree);
      }
    }
    registered = living;
  }

  private void retire(CallPaths paths) {
    if (retired == null) {
      retired = new CallPaths();
    }
    retired.fold(paths);
  }

  /** Returns a number other than 0 that has nothing to do with its neighbours'. */
  private static long seed(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) | 1;
  }
}
