// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of durations to two significant digits, in room for those buckets only that count
 * some. Immutable.
 */
public final class Durations {

  /** No duration. */
  public static final Durations NONE = new Durations(new long[0], new double[0]);

  /** The longest duration of each bucket, ascending. */
  private final long[] longest;

  /** How many are in each bucket; no whole numbers where they were scaled. */
  private final double[] counts;

  private Durations(long[] longest, double[] counts) {
    this.longest = longest;
    this.counts = counts;
  }

  /** Returns what was counted until now; any thread may call it. */
  public static Durations of(DurationCounts counted) {
    var sums = DurationCounts.noSums();
    counted.addTo(sums);
    var collected = new Builder();
    for (int octave = 0; octave < sums.length; octave++) {
      for (int bucket = 0; bucket < sums[octave].length; bucket++) {
        collected.add(DurationCounts.highest(octave, bucket), (double) sums[octave][bucket]);
      }
    }
    return collected.build();
  }

  /** Returns both taken together. */
  public Durations plus(Durations other) {
    var sum = new Builder();
    int left = 0;
    int right = 0;
    while (left < longest.length || right < other.longest.length) {
      long here = left < longest.length ? longest[left] : Long.MAX_VALUE;
      long there = right < other.longest.length ? other.longest[right] : Long.MAX_VALUE;
      double count = here <= there ? counts[left++] : 0;
      count += there <= here ? other.counts[right++] : 0;
      sum.add(Math.min(here, there), count);
    }
    return sum.build();
  }

  /**
   * Returns as many times these.
   *
   * @param factor over 0
   */
  public Durations times(double factor) {
    return new Durations(longest, Arrays.stream(counts).map(count -> count * factor).toArray());
  }

  /**
   * Returns the duration in nanoseconds that the given percentage do not exceed, or 0 where there
   * is none; the longest that its two digits stand for, as an HdrHistogram does.
   *
   * @param percentile from 0 to 100
   */
  public long percentileNanos(double percentile) {
    // A percentage such as 99.9 is no exact binary number; one that is too large by a trifle must
    // not ask for a duration more.
    double wanted = Math.nextDown(percentile) / 100 * Arrays.stream(counts).sum();
    double upTo = 0;
    for (int i = 0; i < counts.length; i++) {
      upTo += counts[i];
      if (upTo >= wanted) {
        return longest[i];
      }
    }
    return longest.length == 0 ? 0 : longest[longest.length - 1];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Durations durations
        && Arrays.equals(longest, durations.longest)
        && Arrays.equals(counts, durations.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(longest) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Durations[p50=" + percentileNanos(50) + " ns, p99=" + percentileNanos(99) + " ns]";
  }

  /** Buckets in ascending order. */
  private static final class Builder {
    private long[] longest = new long[16];
    private double[] counts = new double[16];
    private int size;

    void add(long durations, double count) {
      if (count <= 0) {
        return;
      }
      if (size == longest.length) {
        longest = Arrays.copyOf(longest, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      longest[size] = durations;
      counts[size++] = count;
    }

    Durations build() {
      return size == 0
          ? NONE
          : new Durations(Arrays.copyOf(longest, size), Arrays.copyOf(counts, size));
    }
  }
}
