// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.events.Targets;

/**
 * What is known of a shell at the end of an interval. Immutable.
 *
 * @param pid its process
 * @param at when the interval ended
 * @param shell what is observed; empty until the recorder has said
 * @param interval length of the last interval
 * @param window length of the last intervals, {@link #WINDOW} of them at most
 * @param now keystrokes of the last interval
 * @param lately keystrokes of the window
 * @param operations by type of operation, in no order
 * @param caches by name, in the order in which they were first seen
 * @param pools by name, in the order in which they were first seen
 * @param targets what the window is held against
 * @param alerts the newest, newest first
 * @param alertCount how many there were in all
 * @param unreadable how many histograms could not be decoded
 */
public record LiveSnapshot(
    long pid,
    Instant at,
    Optional<Shell> shell,
    Duration interval,
    Duration window,
    Keys now,
    Keys lately,
    List<Operation> operations,
    List<Cache> caches,
    List<Pool> pools,
    List<Target> targets,
    List<Alert> alerts,
    long alertCount,
    long unreadable) {

  /** How many intervals are remembered. */
  public static final int WINDOW = 60;

  /** How many alerts are remembered. */
  public static final int MAX_ALERTS = 32;

  /** What a frame of most screens takes: a key answered within it is on the next one. */
  public static final Duration FRAME = Duration.ofMillis(16);

  public LiveSnapshot {
    operations = List.copyOf(operations);
    caches = List.copyOf(caches);
    pools = List.copyOf(pools);
    targets = List.copyOf(targets);
    alerts = List.copyOf(alerts);
  }

  /**
   * What is observed.
   *
   * @param sessions how many line readers the shell has; counts are of all of them
   * @param keystrokes keystrokes answered since the recorder started
   * @param lines lines read since then
   * @param dropped measurements given up since then
   * @param failures faults of the recorder since then
   */
  public record Shell(
      String name,
      String editor,
      String terminal,
      long columns,
      long rows,
      Instant started,
      int sessions,
      long keystrokes,
      long lines,
      long dropped,
      long failures) {}

  /** Latencies of keystrokes; 0 where there was none. */
  public record Keys(
      long count,
      double perSecond,
      long p50Nanos,
      long p99Nanos,
      long maxNanos,
      double shareWithinFrame) {}

  /**
   * One type of operation.
   *
   * @param perSecond calls a second in the last interval
   * @param count calls in the window; all that follows is of the window, too
   * @param selfShare share of the self time of all operations
   * @param trend where the mean is heading, as the recorder says
   * @param p99s 99th percentile of each interval in nanoseconds, oldest first; 0 where there was no
   *     call
   */
  public record Operation(
      String name,
      double perSecond,
      long count,
      long p50Nanos,
      long p99Nanos,
      long maxNanos,
      long errors,
      double selfShare,
      String trend,
      List<Long> p99s) {
    public Operation {
      p99s = List.copyOf(p99s);
    }
  }

  /**
   * One cache, in the window.
   *
   * @param perSecond lookups a second in the last interval
   */
  public record Cache(String name, double perSecond, long lookups, long hits) {}

  /**
   * One pool, in the window.
   *
   * @param perSecond objects taken a second in the last interval
   * @param reused of those taken, how many the pool had
   */
  public record Pool(String name, double perSecond, long takes, long reused) {}

  /**
   * What one of the {@link Targets} asks for, and what there is.
   *
   * @param actual the figure of the window in the unit of the limit; empty without data
   */
  public record Target(Aim aim, double limit, Optional<Double> actual) {

    /** Returns whether it is met; empty without data. */
    public Optional<Boolean> isMet() {
      return actual.map(value -> aim.isAtLeast ? value >= limit : value <= limit);
    }
  }

  /** What a target is about. */
  public enum Aim {
    RESPONSE("operation mean", true, false),
    KEYSTROKE_P99("keystroke p99", true, false),
    KEYSTROKE_MAX("keystroke max", true, false),
    HIT_RATE("cache hits", false, true),
    ERROR_RATE("errors", false, false);

    private final String label;
    private final boolean isDuration;
    private final boolean isAtLeast;

    Aim(String label, boolean isDuration, boolean isAtLeast) {
      this.label = label;
      this.isDuration = isDuration;
      this.isAtLeast = isAtLeast;
    }

    public String label() {
      return label;
    }

    /** Returns whether figure and limit are nanoseconds; if not, they are fractions. */
    public boolean isDuration() {
      return isDuration;
    }

    /** Returns whether the figure should be at least the limit; if not, at most. */
    public boolean isAtLeast() {
      return isAtLeast;
    }
  }

  /** An operation, or a keystroke, that took longer than its threshold. */
  public record Alert(
      Instant at, String level, String operation, String name, long tookNanos, long limitNanos) {}
}
