// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.lusush.lle.analyzer.model.night.Durations;

/**
 * Runs that sessions could have been: of each session, as many durations as it had are drawn from
 * it anew, several times over, with every operation for itself. Immutable.
 */
final class DrawnRuns {

  private static final int DRAWINGS = 40;
  private static final long SEED = 19_790_101;

  /**
   * What is kept of the durations of one operation in one run.
   *
   * @param quantiles in nanoseconds, at the {@link Durations#SHARES}
   */
  record Drawn(long count, double median, List<Double> quantiles) {

    Drawn {
      quantiles = List.copyOf(quantiles);
    }

    static final Drawn NOTHING = new Drawn(0, 1, Collections.nCopies(Durations.SHARES.size(), 1.0));

    /** Returns the quantiles of the same durations when each takes so many times as long. */
    List<Long> slower(double factor) {
      return quantiles.stream().map(nanos -> Math.round(factor * nanos)).toList();
    }
  }

  private final List<Map<String, List<Drawn>>> sessions;

  DrawnRuns(Sessions recorded) {
    sessions =
        IntStream.range(0, recorded.all().size())
            .parallel()
            .mapToObj(i -> drawn(recorded, i))
            .toList();
  }

  private static Map<String, List<Drawn>> drawn(Sessions recorded, int number) {
    var random = new Random(SEED + number);
    Map<String, List<Drawn>> drawn = new LinkedHashMap<>();
    for (String operation : recorded.operations()) {
      Histogram durations = recorded.all().get(number).getOrDefault(operation, new Histogram(2));
      double[][] buckets = buckets(durations);
      drawn.put(
          operation, IntStream.range(0, DRAWINGS).mapToObj(i -> drawn(buckets, random)).toList());
    }
    return drawn;
  }

  /** Returns the bounds of the bucket of each duration. */
  private static double[][] buckets(Histogram durations) {
    double[][] buckets = new double[(int) durations.getTotalCount()][];
    int next = 0;
    for (HistogramIterationValue value : durations.recordedValues()) {
      double[] bounds = {
        durations.lowestEquivalentValue(value.getValueIteratedTo()),
        durations.nextNonEquivalentValue(value.getValueIteratedTo())
      };
      for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
        buckets[next++] = bounds;
      }
    }
    return buckets;
  }

  /** Draws as many durations as there are, each anywhere within its bucket. */
  private static Drawn drawn(double[][] buckets, Random random) {
    double[] durations = new double[buckets.length];
    for (int i = 0; i < durations.length; i++) {
      double[] bounds = buckets[random.nextInt(buckets.length)];
      durations[i] = bounds[0] + (bounds[1] - bounds[0]) * random.nextDouble();
    }
    Arrays.sort(durations);
    return new Drawn(
        durations.length,
        quantile(durations, 0.5),
        Durations.SHARES.stream().map(share -> quantile(durations, share)).toList());
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 1 : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }

  /** Returns a run of a session that any of them could be. */
  Map<String, Drawn> next(Random random) {
    Map<String, Drawn> run = new LinkedHashMap<>();
    sessions
        .get(random.nextInt(sessions.size()))
        .forEach((operation, drawn) -> run.put(operation, drawn.get(random.nextInt(DRAWINGS))));
    return run;
  }
}
