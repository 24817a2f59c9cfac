// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The job of every peer: count, mean, median, 99th percentile and maximum of each type of
 * operation, and hits by tier. Our analysis does that among other things. Not thread-safe.
 */
final class Summary {

  private static final int DIGITS = 3;

  private final Map<String, Histogram> byOperation = new HashMap<>();
  private final Map<String, long[]> hitsByTier = new HashMap<>();

  void operation(String operation, long nanos) {
    byOperation
        .computeIfAbsent(operation, unused -> new Histogram(DIGITS))
        .recordValue(Math.max(0, nanos));
  }

  void lookup(String tier) {
    hitsByTier.computeIfAbsent(tier, unused -> new long[1])[0]++;
  }

  void add(Summary other) {
    other.byOperation.forEach(
        (operation, histogram) ->
            byOperation.computeIfAbsent(operation, unused -> new Histogram(DIGITS)).add(histogram));
    other.hitsByTier.forEach(
        (tier, hits) -> hitsByTier.computeIfAbsent(tier, unused -> new long[1])[0] += hits[0]);
  }

  long operations() {
    return byOperation.values().stream().mapToLong(Histogram::getTotalCount).sum();
  }

  /** Prints the figures, so that none of them can be left out. */
  void print() {
    new TreeMap<>(byOperation)
        .forEach(
            (operation, histogram) ->
                System.out.printf(
                    "%s %d %.0f %d %d %d%n",
                    operation,
                    histogram.getTotalCount(),
                    histogram.getMean(),
                    histogram.getValueAtPercentile(50),
                    histogram.getValueAtPercentile(99),
                    histogram.getMaxValue()));
    new TreeMap<>(hitsByTier).forEach((tier, hits) -> System.out.printf("%s %d%n", tier, hits[0]));
  }
}
