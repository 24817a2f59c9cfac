// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * Looks at the figure of one change until enough was measured to say whether it made things worse.
 *
 * <p>Worse is a mean that is worse than it was, or than it was predicted where that is less, by
 * more than the metric tolerates and more than two windows differ by chance. Chance is the variance
 * of both means, times how much more the steps differ among each other than single measurements
 * would make them: lookups come in bursts.
 */
final class Watch {

  enum Verdict {
    OPEN,
    KEPT,
    WORSE
  }

  /** Doubtful cases are watched for so many times as long. */
  private static final int PATIENCE = 4;

  private static final double MOST_DISPERSION = 10;

  private final long id;
  private final Advice advice;
  private final double from;
  private final Tally start;
  private boolean settled;
  private Tally base;
  private Tally last;

  private int steps;
  private double squaredSumsByCount;

  Watch(long id, Advice advice, double from) {
    this.id = id;
    this.advice = advice;
    this.from = from;
    start = metric().source().get();
    base = start;
    last = start;
  }

  long id() {
    return id;
  }

  Advice advice() {
    return advice;
  }

  double from() {
    return from;
  }

  /** Returns the mean since the change has settled, or NaN while there is none. */
  double observed() {
    return last.since(base).mean();
  }

  /** Reads the figure, and judges if it can. */
  Verdict step(double certainty) {
    var now = metric().source().get();
    if (!settled) {
      settled = now.count() - start.count() >= advice.evidence().settle();
      base = now;
      last = now;
      return Verdict.OPEN;
    }
    var step = now.since(last);
    last = now;
    if (step.count() > 0) {
      steps++;
      squaredSumsByCount += step.sum() * step.sum() / step.count();
    }
    var after = now.since(base);
    return after.count() < metric().enough() ? Verdict.OPEN : judge(after, certainty);
  }

  private Verdict judge(Tally after, double certainty) {
    var evidence = advice.evidence();
    double drop = reference() - metric().better(after.mean());
    double chance =
        certainty
            * Math.sqrt(
                dispersion(after) * (evidence.before().varianceOfMean() + after.varianceOfMean()));
    if (drop > metric().tolerance() + chance) {
      return Verdict.WORSE;
    }
    boolean isDoubtful = drop > metric().tolerance();
    boolean isPatient = after.count() < PATIENCE * metric().enough();
    return isDoubtful && isPatient ? Verdict.OPEN : Verdict.KEPT;
  }

  /** What the mean may not fall under, so that higher is better. */
  private double reference() {
    var evidence = advice.evidence();
    double before = metric().better(evidence.before().mean());
    double promised = Math.min(before, metric().better(evidence.predicted()));
    // A workload that became easier proves nothing against a change.
    return promised + Math.min(0, metric().better(evidence.control().drift()));
  }

  private double dispersion(Tally after) {
    double mean = after.mean();
    double spread = after.squares() / after.count() - mean * mean;
    if (steps < 2 || !(spread > 0)) {
      return 1;
    }
    double between = squaredSumsByCount - after.sum() * mean;
    return Math.max(1, Math.min(MOST_DISPERSION, between / ((steps - 1) * spread)));
  }

  private Metric metric() {
    return advice.evidence().metric();
  }
}
