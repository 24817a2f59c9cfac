// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Ordering;

/**
 * How a cache did over time. Immutable; histories of one cache add up.
 *
 * @param cache name of the cache
 * @param tiers the last reading of each tier, the whole cache among them
 * @param course readings of the whole cache in the order of time, at most {@value #MAX_POINTS}
 */
public record CacheHistory(String cache, List<TierReading> tiers, List<TierReading> course) {

  /** How many readings are kept; of more, every other is let go. */
  public static final int MAX_POINTS = 512;

  private static final int MAX_TIERS = 8;

  public CacheHistory {
    tiers = List.copyOf(tiers);
    course = thinned(course);
  }

  /** Returns the history that one reading makes. */
  public static CacheHistory of(TierReading reading) {
    return new CacheHistory(
        reading.cache(), List.of(reading), reading.isOfWhole() ? List.of(reading) : List.of());
  }

  /** Returns the last reading of the whole cache. */
  public Optional<TierReading> last() {
    return tiers.stream().filter(TierReading::isOfWhole).findFirst();
  }

  /**
   * Returns the hit rate between each two readings that had lookups between them, from 0 to 1.
   *
   * <p>Readings of another process, which counts from 0 again, begin anew.
   */
  public List<Double> hitRates() {
    List<Double> rates = new ArrayList<>();
    for (int i = 1; i < course.size(); i++) {
      long hits = course.get(i).hits() - course.get(i - 1).hits();
      long misses = course.get(i).misses() - course.get(i - 1).misses();
      if (hits >= 0 && misses >= 0 && hits + misses > 0) {
        rates.add((double) hits / (hits + misses));
      }
    }
    return rates;
  }

  /** Returns this with the readings of another of the same cache. */
  public CacheHistory plus(CacheHistory other) {
    Map<String, TierReading> last = new LinkedHashMap<>();
    for (List<TierReading> readings : List.of(tiers, other.tiers)) {
      for (TierReading reading : readings) {
        if (last.containsKey(reading.tier()) || last.size() < MAX_TIERS) {
          last.merge(reading.tier(), reading, CacheHistory::later);
        }
      }
    }
    return new CacheHistory(cache, List.copyOf(last.values()), inOrder(course, other.course));
  }

  private static List<TierReading> inOrder(List<TierReading> left, List<TierReading> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    List<TierReading> both = new ArrayList<>(left);
    both.addAll(right);
    if (left.get(left.size() - 1).epochNanos() > right.get(0).epochNanos()) {
      both.sort(Ordering.comparingLong(TierReading::epochNanos));
    }
    return both;
  }

  private static TierReading later(TierReading left, TierReading right) {
    return right.epochNanos() >= left.epochNanos() ? right : left;
  }

  /** Lets every other reading go, but not the last, until few enough are left. */
  private static List<TierReading> thinned(List<TierReading> readings) {
    List<TierReading> kept = readings;
    while (kept.size() > MAX_POINTS) {
      List<TierReading> fewer = new ArrayList<>();
      int odd = (kept.size() - 1) % 2;
      for (int i = odd; i < kept.size(); i += 2) {
        fewer.add(kept.get(i));
      }
      kept = fewer;
    }
    return List.copyOf(kept);
  }
}
