// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure before and after.
 *
 * @param before the figure before
 * @param after the figure after
 * @param shift of it: a fraction of the figure before, or for shares the difference
 * @param low lower end of the 95 % interval of the shift
 * @param high upper end of it
 * @param pValue probability of such a shift if there is none, having allowed for the number of
 *     figures looked at
 * @param samplesBefore runs or nights before
 * @param samplesAfter runs or nights after
 * @param spread how the distributions differ, of durations
 * @param since the first night of the figure after, where nights were compared
 * @param grown what slow ones spend more of their time on, where that is known
 */
public record Comparison(
    Metric.Key key,
    double before,
    double after,
    double shift,
    double low,
    double high,
    double pValue,
    int samplesBefore,
    int samplesAfter,
    Optional<Spread> spread,
    Finding finding,
    Optional<LocalDate> since,
    Optional<Grown> grown) {

  /** What is concluded of a figure. */
  public enum Finding {
    SAME,
    WORSE,
    BETTER,
    /** It looks worse, but has not lasted long enough. */
    SUSPECTED_WORSE,
    /** It looks better, but has not lasted long enough. */
    SUSPECTED_BETTER,
    /** There are too few runs to tell. */
    UNCLEAR;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    public String label() {
      return label;
    }

    public boolean isSuspected() {
      return this == SUSPECTED_WORSE || this == SUSPECTED_BETTER;
    }
  }

  /**
   * How two distributions differ.
   *
   * @param superiority probability that one after is longer than one before, ties by half
   * @param mannWhitney p-value of that
   * @param distance largest difference between the shares of durations up to a point
   * @param kolmogorovSmirnov p-value of that
   * @param before quantiles at equal steps, as {@link Durations} has them, in nanoseconds
   * @param after likewise
   */
  public record Spread(
      double superiority,
      double mannWhitney,
      double distance,
      double kolmogorovSmirnov,
      List<Long> before,
      List<Long> after) {

    public Spread {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** What slow ones spend more time on than before: nanoseconds in each, in the mean. */
  public record Grown(String cause, double before, double after, String evidence) {}

  public String subject() {
    return key.subject();
  }

  public Figure figure() {
    return key.figure();
  }
}
