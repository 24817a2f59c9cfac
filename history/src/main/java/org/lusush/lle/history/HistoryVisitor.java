// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.time.Instant;

/**
 * Is told what a history holds, source after source, record after record in the order in which they
 * were written. After {@link #interval} comes what was counted in it, up to the next.
 */
public interface HistoryVisitor {

  /** Has come to the next source, the history of one run of one shell. */
  default void source(String name) {}

  /**
   * Has come to the next interval.
   *
   * @param endNanos when it ended, since the epoch
   */
  default void interval(long endNanos, long lengthNanos) {}

  /**
   * One type of operation.
   *
   * @param selfShare their time without what was nested in them, as a share of all of their time
   * @param durations good during the call only
   */
  default void operation(
      String name,
      long errors,
      long warnings,
      long criticals,
      double selfShare,
      Counts durations) {}

  /** One cache: what came in the interval, and the entries that it held at the end. */
  default void cache(
      String name, long hits, long misses, long insertions, long evictions, long entries) {}

  /** One pool: what came in the interval, and the objects in use at its end. */
  default void pool(String name, long takes, long reused, long inUse, long leaks) {}

  /** What the process used; shares and bytes, negative where unknown. */
  default void resources(
      double processCpu, double machineCpu, long heapBytes, long residentBytes, long threads) {}

  /** How well a target was met. */
  default void target(String name, String state, double value, double limit) {}

  /** Something that happened once. */
  default void moment(Moment moment) {}

  /** Returns nanoseconds since the epoch as a point in time. */
  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  /** Returns a point in time as nanoseconds since the epoch, the nearest of the 584 years. */
  static long nanos(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (ArithmeticException e) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
