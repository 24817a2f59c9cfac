// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Comparison.Spread;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * Compares one set of runs with another, figure by figure.
 *
 * <p>The sample is the run: millions of durations of one run are one p50. With three runs on one
 * side at least, their own spread says what a shift is worth. With fewer nobody knows how much runs
 * differ; then a shift must exceed what they differ by on a busy machine, {@value #SINGLE} times
 * what would matter, with all of its interval within the runs.
 */
final class RunComparison {

  /** How many runs one side must have for their spread to be known. */
  static final int ENOUGH = 3;

  private static final int SINGLE = 4;

  private static final double CONFIDENCE = 0.95;

  /** Runs differ by a hundredth even if so few do not show it. */
  private static final double LEAST_DEVIATION = 0.01;

  /** Distributions that differ less are the same to whoever waits for them. */
  private static final double LEAST_DISTANCE = 0.05;

  private final Night before;
  private final Night after;

  RunComparison(Night before, Night after) {
    this.before = before;
    this.after = after;
  }

  /** Returns every figure that both have. */
  List<Comparison> compare() {
    return Draft.concluded(
        after.metrics().stream()
            .flatMap(later -> before.metric(later.key()).map(m -> compare(m, later)).stream())
            .toList());
  }

  private Draft compare(Metric earlier, Metric later) {
    Figure figure = later.figure();
    Optional<Spread> spread = Spreads.of(List.of(before), List.of(after), later.key());
    boolean enough = Math.max(earlier.runs().size(), later.runs().size()) >= ENOUGH;
    TrimmedTest test = enough ? ofRuns(earlier, later) : ofEvents(earlier, later, spread);
    double shift = figure.shift(test.shift());
    Finding found =
        figure.matters(earlier.value(), shift) && (enough || differs(spread, figure))
            ? Draft.direction(later.key(), shift)
            : Finding.SAME;
    if (!enough && found != Finding.SAME) {
      found = ofSingles(figure, test, found);
    }
    return new Draft(
        later.key(),
        earlier.value(),
        later.value(),
        test,
        test.pValue(),
        earlier.runs().size(),
        later.runs().size(),
        spread,
        found,
        found == Finding.UNCLEAR ? Finding.UNCLEAR : Finding.SAME,
        Optional.empty(),
        SlowTimes.most(
            before.slow(later.subject()).stream().toList(),
            after.slow(later.subject()).stream().toList(),
            shift > 0));
  }

  /** Returns whether the distributions of durations differ at all where a p50 does. */
  private static boolean differs(Optional<Spread> spread, Figure figure) {
    return figure != Figure.P50
        || spread.map(Spread::distance).filter(d -> d < LEAST_DISTANCE).isEmpty();
  }

  private static Finding ofSingles(Figure figure, TrimmedTest test, Finding found) {
    double least = SINGLE * figure.leastShift();
    double nearest = test.shift() > 0 ? figure.shift(test.low()) : -figure.shift(test.high());
    if (nearest >= least) {
      return found;
    }
    return Math.abs(figure.shift(test.shift())) >= least ? Finding.UNCLEAR : Finding.SAME;
  }

  private static TrimmedTest ofRuns(Metric earlier, Metric later) {
    double least = later.figure().isRelative() ? LEAST_DEVIATION : LEAST_DEVIATION / 10;
    return TrimmedTest.of(scaled(earlier), scaled(later), least, CONFIDENCE);
  }

  private static double[] scaled(Metric metric) {
    return metric.runs().stream().mapToDouble(metric.figure()::scaled).toArray();
  }

  /** Compares the events within single runs; what runs differ by is not in it. */
  private TrimmedTest ofEvents(Metric earlier, Metric later, Optional<Spread> spread) {
    Figure figure = later.figure();
    if (!figure.isRelative()) {
      return ofShares(earlier, later);
    }
    double shift = figure.scaled(later.value()) - figure.scaled(earlier.value());
    if (spread.isEmpty()) {
      return new TrimmedTest(shift, shift, shift, shift == 0 ? 1 : 0);
    }
    double quantile = figure == Figure.P99 ? 0.99 : 0.5;
    Bootstrap drawn =
        Bootstrap.of(
            List.of(Spreads.durations(List.of(before), earlier.subject())),
            List.of(Spreads.durations(List.of(after), later.subject())),
            quantile);
    double pValue =
        figure == Figure.P99 ? spread.get().kolmogorovSmirnov() : spread.get().mannWhitney();
    return new TrimmedTest(
        shift, Math.min(shift, drawn.low()), Math.max(shift, drawn.high()), pValue);
  }

  private static TrimmedTest ofShares(Metric earlier, Metric later) {
    double n = Math.max(1, earlier.count());
    double m = Math.max(1, later.count());
    double shift = later.value() - earlier.value();
    double pooled = (earlier.value() * n + later.value() * m) / (n + m);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    var normal = NormalDistribution.of(0, 1);
    double pValue = error == 0 ? 1 : 2 * normal.survivalProbability(Math.abs(shift) / error);
    double reach = error * normal.inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return new TrimmedTest(shift, shift - reach, shift + reach, Math.min(1, pValue));
  }
}
