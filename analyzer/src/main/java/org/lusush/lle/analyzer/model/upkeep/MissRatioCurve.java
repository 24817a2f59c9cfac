// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.model.Ordering;

/**
 * What a cache would have missed at other sizes. Immutable.
 *
 * @param cache name of the cache
 * @param epochNanos when the tuner saw it so
 * @param curve number of the curve in its process
 * @param entriesNow size that the cache could have then
 * @param lookups how many lookups it rests on
 * @param points by size, ascending, at most {@value #MAX_POINTS}
 */
public record MissRatioCurve(
    String cache, long epochNanos, long curve, long entriesNow, long lookups, List<Point> points) {

  public static final int MAX_POINTS = 16;

  /** Numbers start again with each process. */
  private static final long NEAR_NANOS = 1_000_000_000;

  /**
   * What an LRU cache of a size would have missed.
   *
   * @param missRatio from 0 to 1
   */
  public record Point(long entries, double missRatio) {}

  public MissRatioCurve {
    points =
        points.stream()
            .distinct()
            .sorted(Ordering.comparingLong(Point::entries))
            .limit(MAX_POINTS)
            .toList();
  }

  /** Returns the later of both, or the points of both where they are parts of one. */
  public MissRatioCurve plus(MissRatioCurve other) {
    boolean isSame = curve == other.curve && Math.abs(epochNanos - other.epochNanos) < NEAR_NANOS;
    if (!isSame) {
      return other.epochNanos >= epochNanos ? other : this;
    }
    List<Point> both = new ArrayList<>(points);
    both.addAll(other.points);
    return new MissRatioCurve(
        cache, Math.min(epochNanos, other.epochNanos), curve, entriesNow, lookups, both);
  }
}
