// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

/**
 * E-divisive: where the distribution of a series changes, whatever it is. (D. S. Matteson and N. A.
 * James, "A nonparametric approach for multiple change point analysis of multivariate data", JASA
 * 109, 2014.)
 *
 * <p>In each round, the division of a segment whose two sides lie farthest apart by their energy
 * distance is tested against shuffled segments; the first that is not significant ends the search.
 * No side has fewer than {@value #SHORTEST} points, so that a single odd night is no change. The
 * shuffling is seeded: the same series gives the same answer.
 */
final class EnergyDivision {

  /** The fewest points before and after a change. */
  static final int SHORTEST = 3;

  private static final int SHUFFLES = 999;
  private static final long SEED = 20_140_301;

  /**
   * The first point of a new distribution.
   *
   * @param pValue share of shuffled series that divide as well
   */
  record Change(int index, double pValue) {}

  /** Where to divide, and how far apart the sides lie. */
  private record Division(int index, double energy) {}

  private EnergyDivision() {}

  /**
   * Returns the changes in their order.
   *
   * @param significance largest share of shuffled series that may divide as well
   */
  static List<Change> of(double[] series, double significance) {
    var random = new Random(SEED);
    var bounds = new TreeSet<>(List.of(0, series.length));
    List<Change> changes = new ArrayList<>();
    for (Division best = best(series, bounds); best.index > 0; best = best(series, bounds)) {
      double pValue = pValue(series, bounds, best.energy, significance, random);
      if (pValue > significance) {
        break;
      }
      changes.add(new Change(best.index, pValue));
      bounds.add(best.index);
    }
    changes.sort(Comparator.comparingInt(Change::index));
    return changes;
  }

  private static double pValue(
      double[] series,
      NavigableSet<Integer> bounds,
      double energy,
      double significance,
      Random random) {
    double[] shuffled = series.clone();
    int asGood = 1;
    for (int i = 0; i < SHUFFLES; i++) {
      shuffle(shuffled, bounds, random);
      if (best(shuffled, bounds).energy >= energy) {
        asGood++;
      }
      if (asGood > significance * (SHUFFLES + 1)) {
        return 1; // it cannot become significant any more
      }
    }
    return asGood / (SHUFFLES + 1.0);
  }

  /** Shuffles each segment for itself. */
  private static void shuffle(double[] series, NavigableSet<Integer> bounds, Random random) {
    for (int start : bounds.headSet(series.length)) {
      int end = next(bounds, start, series.length);
      for (int i = end - 1; i > start; i--) {
        int other = start + random.nextInt(i - start + 1);
        double value = series[i];
        series[i] = series[other];
        series[other] = value;
      }
    }
  }

  private static Division best(double[] series, NavigableSet<Integer> bounds) {
    var best = new Division(-1, Double.NEGATIVE_INFINITY);
    for (int start : bounds.headSet(series.length)) {
      Division division = best(series, start, next(bounds, start, series.length));
      best = division.energy > best.energy ? division : best;
    }
    return best;
  }

  private static int next(NavigableSet<Integer> bounds, int start, int last) {
    Integer end = bounds.higher(start);
    return end == null ? last : end;
  }

  /** Returns the best division of a segment; its second side may end before the segment does. */
  private static Division best(double[] series, int start, int end) {
    int length = end - start;
    double[][] within = within(series, start, length);
    int bestIndex = -1;
    double largest = Double.NEGATIVE_INFINITY;
    for (int index = SHORTEST; index <= length - SHORTEST; index++) {
      for (int last = index + SHORTEST; last <= length; last++) {
        double energy = energy(within, index, last);
        if (energy > largest) {
          largest = energy;
          bestIndex = start + index;
        }
      }
    }
    return new Division(bestIndex, largest);
  }

  /** Returns the energy distance of both sides, scaled by their lengths. */
  static double energy(double[][] within, int index, int last) {
    double n = index;
    double m = last - index;
    double first = within[0][index];
    double second = within[index][last];
    double between = within[0][last] - first - second;
    double distance =
        2 / (n * m) * between - first / (n * (n - 1) / 2) - second / (m * (m - 1) / 2);
    return n * m / (n + m) * distance;
  }

  /** Returns, for every part from an index up to another, the distances of all its pairs. */
  static double[][] within(double[] series, int start, int length) {
    double[][] within = new double[length + 1][length + 1];
    for (int last = 1; last < length; last++) {
      double toLast = 0;
      for (int first = last - 1; first >= 0; first--) {
        toLast += Math.abs(series[start + first] - series[start + last]);
        within[first][last + 1] = within[first][last] + toLast;
      }
    }
    return within;
  }
}
