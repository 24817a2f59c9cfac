// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * Which share of lookups an LRU cache of each size would have hit. Immutable.
 *
 * <p>Between sizes that were counted apart, it goes straight.
 */
final class MissRatioCurve {

  private final double[] sizes;
  private final double[] hits;
  private final double accesses;

  /**
   * Makes one of cumulative counts.
   *
   * @param sizes ascending, from 0
   * @param hits as many, not descending
   * @param accesses all there were
   */
  MissRatioCurve(double[] sizes, double[] hits, double accesses) {
    this.sizes = sizes.clone();
    this.hits = hits.clone();
    this.accesses = accesses;
  }

  /** Returns how many accesses it rests on, those long ago by what they still count. */
  double accesses() {
    return accesses;
  }

  /** Returns the share that a cache of a size would have hit, or 0 where nothing was asked for. */
  double hitRate(double size) {
    if (accesses <= 0) {
      return 0;
    }
    int high = lowestOver(size);
    if (high == sizes.length) {
      return hits[hits.length - 1] / accesses;
    }
    if (high == 0) {
      return 0;
    }
    double part = (size - sizes[high - 1]) / (sizes[high] - sizes[high - 1]);
    return (hits[high - 1] + part * (hits[high] - hits[high - 1])) / accesses;
  }

  /** Returns the share that came again at all, so that some cache would have hit it. */
  double ceiling() {
    return accesses <= 0 ? 0 : hits[hits.length - 1] / accesses;
  }

  /** Returns the least whole size that would have hit so much, or the maximum where none would. */
  int smallest(double hitRate, int maximum) {
    int low = 0;
    int high = maximum;
    while (low < high) {
      int middle = (low + high) / 2;
      if (hitRate(middle) >= hitRate) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Returns the size from which on it is flat: the least such that neither it nor any greater one
   * hits more, by the limit, when it is doubled.
   *
   * @param maximum beyond which nothing is looked at
   * @param limit share of lookups that a doubling has to gain
   */
  int flat(int maximum, double limit) {
    int size = maximum;
    while (size > 1) {
      int smaller = size - Math.max(1, size / 16);
      if (hitRate(Math.min(maximum, 2 * smaller)) - hitRate(smaller) >= limit) {
        return size;
      }
      size = smaller;
    }
    return size;
  }

  private int lowestOver(double size) {
    int low = 0;
    int high = sizes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sizes[middle] > size) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
