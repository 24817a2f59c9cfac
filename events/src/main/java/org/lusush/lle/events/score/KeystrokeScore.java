// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.lusush.lle.events.Targets;

/**
 * How quickly a line editor answers keys, from 0 to 100 where 100 is best, and how that came about:
 * stricter than {@link Score}, and about nothing else. Immutable.
 *
 * <p>It starts at 100, and each of five terms takes up to {@value #MOST} points: the median and the
 * 99th percentile for each doubling over their limits, and the shares of keystrokes that were not
 * within 500 µs, a frame and what holds nobody up, each more heavily than the one before.
 *
 * @param value the score
 * @param terms every term of the formula, in its order
 */
public record KeystrokeScore(double value, List<Term> terms) {

  /** A frame of a screen that shows sixty in a second. */
  public static final Duration FRAME = Duration.ofMillis(16);

  /** What a term takes at most. */
  static final double MOST = 20;

  private static final double START = 100;
  private static final double MEDIAN_POINTS_PER_DOUBLING = 4;
  private static final double P99_POINTS_PER_DOUBLING = 8;
  private static final double RESPONSE_WEIGHT = 20;
  private static final double FRAME_WEIGHT = 100;
  private static final double PATIENCE_WEIGHT = 1_000;

  public KeystrokeScore {
    terms = List.copyOf(terms);
  }

  /**
   * One term of the formula.
   *
   * @param name what it is about, as it stands in reports
   * @param points what it adds to the score, at most 0
   * @param evidence the figures it was computed from, as one clause
   */
  public record Term(String name, double points, String evidence) {
    public Term {
      requireNonNull(name, "name");
      requireNonNull(evidence, "evidence");
    }
  }

  /**
   * Computes the score.
   *
   * @param latencies what was measured
   * @param targets what it is held against: the response of an operation for the median, and what
   *     holds a person up for the last share
   */
  public static KeystrokeScore of(KeystrokeLatencies latencies, Targets targets) {
    requireNonNull(latencies, "latencies");
    requireNonNull(targets, "targets");
    Duration response = targets.response();
    Duration patience = targets.keystrokeCritical();
    var terms =
        List.of(
            doublings("median", latencies.medianNanos(), response, MEDIAN_POINTS_PER_DOUBLING),
            doublings("p99", latencies.p99Nanos(), FRAME, P99_POINTS_PER_DOUBLING),
            share(latencies.withinResponse(), response, RESPONSE_WEIGHT),
            share(latencies.withinFrame(), FRAME, FRAME_WEIGHT),
            share(latencies.withinPatience(), patience, PATIENCE_WEIGHT));
    double sum = START + terms.stream().mapToDouble(Term::points).sum();
    return new KeystrokeScore(Math.max(0, sum), terms);
  }

  private static Term doublings(String name, long nanos, Duration limit, double points) {
    double over = Math.max(0, Math.log((double) nanos / limit.toNanos()) / Math.log(2));
    return new Term(
        name,
        taken(points * over),
        millis(nanos) + " ms, limit " + millis(limit.toNanos()) + " ms");
  }

  private static Term share(double within, Duration limit, double weight) {
    String name = "within " + millis(limit.toNanos()) + " ms";
    return new Term(name, taken(weight * (1 - within)), fixed(within * 100, 2) + " %");
  }

  private static double taken(double points) {
    double taken = Math.min(MOST, points);
    return taken <= 0 ? 0 : -taken;
  }

  private static String millis(long nanos) {
    return fixed(nanos / 1e6, nanos < 10_000_000 && nanos % 1_000_000 != 0 ? 2 : 0);
  }

  /** Writes a number with some decimals. Not by a formatter, which would stay in the heap. */
  private static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
