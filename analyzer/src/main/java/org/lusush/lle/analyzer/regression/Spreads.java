// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.night.Comparison.Spread;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.trend.Series.Dimension;

/** How the durations of nights taken together differ from those of others. */
final class Spreads {

  private Spreads() {}

  /** Returns how they differ, if the figure is one of durations and both have them. */
  static Optional<Spread> of(List<Night> before, List<Night> after, Metric.Key key) {
    if (key.figure().dimension() != Dimension.NANOS) {
      return Optional.empty();
    }
    Distribution earlier = durations(before, key.subject());
    Distribution later = durations(after, key.subject());
    if (earlier.isEmpty() || later.isEmpty()) {
      return Optional.empty();
    }
    var test = DistributionTest.of(earlier, later);
    return Optional.of(
        new Spread(
            test.superiority(),
            test.mannWhitney(),
            test.distance(),
            test.kolmogorovSmirnov(),
            quantiles(earlier),
            quantiles(later)));
  }

  private static List<Long> quantiles(Distribution durations) {
    int n = Durations.QUANTILES;
    return IntStream.range(0, n)
        .mapToObj(i -> Math.round(durations.quantile((i + 0.5) / n)))
        .toList();
  }

  static Distribution durations(List<Night> nights, String subject) {
    return Distribution.merged(
        nights.stream()
            .flatMap(night -> night.durations(subject).stream())
            .map(d -> Distribution.ofQuantiles(d.quantiles(), d.count()))
            .toList());
  }
}
