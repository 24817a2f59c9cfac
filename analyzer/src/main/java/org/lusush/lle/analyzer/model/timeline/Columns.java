// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.timeline;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * What is added up for stretches of time of the same width: as narrow as few columns allow, and
 * twice as wide whenever they would be too many. All begin at multiples of their width since the
 * epoch, so that those of one recording fall into those of another. Not thread-safe.
 *
 * @param <T> what is added up
 */
final class Columns<T> {

  private final int most;
  private final Supplier<T> empty;
  private final BinaryOperator<T> plus;
  private long widthNanos;
  private TreeMap<Long, T> byIndex = new TreeMap<>();

  /** The column that was asked for last, and which moments are in it: none at first. */
  private T last;

  private long lastFromNanos;
  private long lastWidthNanos;

  /**
   * @param most how many columns there are at most, empty ones among them
   * @param plus adds the right one to the left one, and returns that
   */
  Columns(int most, long firstWidthNanos, Supplier<T> empty, BinaryOperator<T> plus) {
    this.most = most;
    this.empty = empty;
    this.plus = plus;
    widthNanos = firstWidthNanos;
    last = empty.get();
  }

  long widthNanos() {
    return widthNanos;
  }

  /** Returns the column of a moment. */
  T at(long epochNanos) {
    return Long.compareUnsigned(epochNanos - lastFromNanos, lastWidthNanos) < 0
        ? last
        : moveTo(epochNanos);
  }

  private T moveTo(long epochNanos) {
    last = find(epochNanos);
    lastFromNanos = Math.floorDiv(epochNanos, widthNanos) * widthNanos;
    lastWidthNanos = widthNanos;
    return last;
  }

  private T find(long epochNanos) {
    T column = byIndex.get(Math.floorDiv(epochNanos, widthNanos));
    if (column != null) {
      return column;
    }
    makeRoomFor(epochNanos);
    return byIndex.computeIfAbsent(Math.floorDiv(epochNanos, widthNanos), unused -> empty.get());
  }

  /** Makes the columns no narrower than this. */
  void widenTo(long nanos) {
    while (widthNanos < nanos) {
      widen();
    }
  }

  private void makeRoomFor(long epochNanos) {
    while (!byIndex.isEmpty() && spanWith(Math.floorDiv(epochNanos, widthNanos)) > most) {
      widen();
    }
  }

  private long spanWith(long index) {
    return Math.max(index, byIndex.lastKey()) - Math.min(index, byIndex.firstKey()) + 1;
  }

  private void widen() {
    TreeMap<Long, T> wider = new TreeMap<>();
    byIndex.forEach((index, column) -> wider.merge(Math.floorDiv(index, 2), column, plus));
    byIndex = wider;
    widthNanos *= 2;
    lastWidthNanos = 0;
  }

  /** Returns the columns by their number since the epoch, those without anything left out. */
  SortedMap<Long, T> byIndex() {
    return byIndex;
  }
}
