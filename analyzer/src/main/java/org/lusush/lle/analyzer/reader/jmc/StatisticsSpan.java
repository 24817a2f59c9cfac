// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.MeasuredOperation.Details;
import org.lusush.lle.analyzer.model.MeasuredOperation.Distribution;
import org.lusush.lle.analyzer.model.Totals;

/**
 * The first and the last reading of the recorder's counts of one type of operation, and what they
 * grew by in between.
 *
 * @param firstNanos when the first was taken, since the epoch
 * @param lastNanos when the last was taken, since the epoch
 */
public record StatisticsSpan(
    long firstNanos,
    Totals first,
    long lastNanos,
    Totals last,
    Totals growth,
    Distribution distribution,
    Details details) {

  static StatisticsSpan of(long nanos, Totals totals, Distribution distribution, Details details) {
    return new StatisticsSpan(nanos, totals, nanos, totals, Totals.NONE, distribution, details);
  }

  StatisticsSpan plus(StatisticsSpan other) {
    return other.firstNanos >= lastNanos ? followedBy(other) : other.followedBy(this);
  }

  /** Counts that fell belong to a recorder that started in between: all of it is growth. */
  private StatisticsSpan followedBy(StatisticsSpan later) {
    boolean restarted = later.first.count() < last.count();
    Totals between = restarted ? later.first : later.first.minus(last);
    return new StatisticsSpan(
        firstNanos,
        first,
        later.lastNanos,
        later.last,
        growth.plus(between).plus(later.growth),
        later.distribution,
        later.details);
  }

  /** Returns the span as the model has it. */
  public MeasuredOperation toMeasured(String operation) {
    return new MeasuredOperation(operation, growth, last, distribution, details);
  }
}
