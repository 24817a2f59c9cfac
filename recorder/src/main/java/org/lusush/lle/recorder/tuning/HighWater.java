// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The peaks of the last windows, the older the less they count. Not thread-safe. */
final class HighWater {

  private final long[] peaks;
  private final double halfLife;
  private int count;

  /**
   * Makes one without peaks.
   *
   * @param windows how many are kept
   * @param halfLife after how many windows a peak counts half
   */
  HighWater(int windows, double halfLife) {
    peaks = new long[windows];
    this.halfLife = halfLife;
  }

  void add(long peak) {
    peaks[count++ % peaks.length] = peak;
  }

  int windows() {
    return Math.min(count, peaks.length);
  }

  /**
   * Returns the peak that a share of the windows, by their weight, stayed at or under; 0 of none.
   */
  long quantile(double share) {
    int kept = windows();
    var byPeak =
        IntStream.range(0, kept)
            .boxed()
            .sorted(Comparator.comparingLong(age -> at(age)))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Arrays.stream(byPeak).mapToDouble(this::weight).sum();
    double sum = 0;
    for (int age : byPeak) {
      sum += weight(age);
      if (sum >= share * all) {
        return at(age);
      }
    }
    return kept == 0 ? 0 : at(byPeak[kept - 1]);
  }

  private long at(int age) {
    return peaks[(count - 1 - age) % peaks.length];
  }

  private double weight(int age) {
    return Math.pow(0.5, age / halfLife);
  }
}
