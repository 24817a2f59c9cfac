// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * Count, sum and sum of squares of some measurements: enough for their mean and how much it differs
 * by chance. Immutable.
 *
 * @param count how many
 * @param sum of all
 * @param squares sum of their squares
 */
public record Tally(long count, double sum, double squares) {

  /** Of nothing. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Returns the tally of a share: some of all are 1, the others 0. */
  public static Tally ofShare(long some, long all) {
    return new Tally(all, some, some);
  }

  /** Returns what came since an earlier state of the same tally. */
  public Tally since(Tally earlier) {
    return new Tally(count - earlier.count, sum - earlier.sum, squares - earlier.squares);
  }

  /** Returns both together. */
  public Tally plus(Tally other) {
    return new Tally(count + other.count, sum + other.sum, squares + other.squares);
  }

  /** Returns the mean, or NaN of none. */
  public double mean() {
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * Returns the variance of the mean: how far it may be off by chance.
   *
   * <p>Counts one measurement more than there is, half of it each way, so that a handful that are
   * all alike do not pass for certainty.
   */
  double varianceOfMean() {
    if (count == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double mean = sum / count;
    double spread = Math.max(0, squares / count - mean * mean);
    double scale = Math.max(Math.abs(mean), Math.sqrt(squares / count));
    double doubt = scale * scale / (4.0 * count);
    return (spread + doubt) / count;
  }
}
