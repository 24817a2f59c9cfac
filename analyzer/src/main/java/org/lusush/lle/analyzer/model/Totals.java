// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** Counters of one type of operation, as the recorder kept them. */
public record Totals(long count, long errors, long totalNanos) {

  public static final Totals NONE = new Totals(0, 0, 0);

  public Totals plus(Totals other) {
    return new Totals(
        Sums.add(count, other.count),
        Sums.add(errors, other.errors),
        Sums.add(totalNanos, other.totalNanos));
  }

  /** Returns what was added since an earlier reading of the same counters. */
  public Totals minus(Totals earlier) {
    return new Totals(
        Math.max(0, count - earlier.count),
        Math.max(0, errors - earlier.errors),
        Math.max(0, totalNanos - earlier.totalNanos));
  }
}
