// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lusush.lle.analyzer.model.night.Comparison;
import org.lusush.lle.analyzer.model.night.Comparison.Finding;
import org.lusush.lle.analyzer.model.night.Comparison.Grown;
import org.lusush.lle.analyzer.model.night.Comparison.Spread;
import org.lusush.lle.analyzer.model.night.Metric;

/**
 * A comparison before all of them are looked at together.
 *
 * @param before the figure before, and so on on the figure's own scale
 * @param pValue of this figure alone
 * @param finding what it is if the p-value stands, once the number of figures is allowed for
 * @param otherwise what it is if not
 */
record Draft(
    Metric.Key key,
    double before,
    double after,
    TrimmedTest test,
    double pValue,
    int samplesBefore,
    int samplesAfter,
    Optional<Spread> spread,
    Finding finding,
    Finding otherwise,
    Optional<LocalDate> since,
    Optional<Grown> grown) {

  /** Of all that is found, a share of at most this is expected to be false. */
  private static final double FALSE_DISCOVERIES = 0.005;

  /** Of what is only suspected, so many may be. */
  private static final double FALSE_SUSPICIONS = 0.05;

  /** Returns what is concluded of all figures. */
  static List<Comparison> concluded(List<Draft> drafts) {
    double[] adjusted =
        FalseDiscovery.adjusted(drafts.stream().mapToDouble(Draft::pValue).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> drafts.get(i).concluded(adjusted[i]))
        .toList();
  }

  private Comparison concluded(double adjusted) {
    return new Comparison(
        key,
        before,
        after,
        key.figure().shift(test.shift()),
        key.figure().shift(test.low()),
        key.figure().shift(test.high()),
        adjusted,
        samplesBefore,
        samplesAfter,
        spread,
        finding(adjusted),
        since,
        grown);
  }

  private Finding finding(double adjusted) {
    if (adjusted <= FALSE_DISCOVERIES) {
      return finding;
    }
    return otherwise.isSuspected() && adjusted > FALSE_SUSPICIONS ? Finding.SAME : otherwise;
  }

  /** Returns the finding for a shift that is real, by its direction. */
  static Finding direction(Metric.Key key, double shift) {
    return shift > 0 == key.figure().worseWhenLarger() ? Finding.WORSE : Finding.BETTER;
  }

  static Finding suspected(Metric.Key key, double shift) {
    return direction(key, shift) == Finding.WORSE
        ? Finding.SUSPECTED_WORSE
        : Finding.SUSPECTED_BETTER;
  }
}
