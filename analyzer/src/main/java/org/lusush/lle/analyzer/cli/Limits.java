// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Latency;
import org.lusush.lle.analyzer.report.Check;

/**
 * What the caller asks to be held against.
 *
 * @param minScore the least score
 * @param maxP99 the longest 99th percentile of keystroke latency
 * @param maxErrorPercent the largest percentage of operations that may end in error
 */
record Limits(
    Optional<Double> minScore, Optional<Duration> maxP99, Optional<Double> maxErrorPercent) {

  /** Returns what came of each limit that was asked for. */
  List<Check> checks(Analysis analysis) {
    List<Check> checks = new ArrayList<>();
    minScore.map(limit -> score(analysis, limit)).ifPresent(checks::add);
    maxP99.map(limit -> latency(analysis, limit)).ifPresent(checks::add);
    maxErrorPercent.map(limit -> errors(analysis, limit)).ifPresent(checks::add);
    return checks;
  }

  private static Check score(Analysis analysis, double limit) {
    OptionalDouble score = analysis.score().value();
    if (score.isEmpty()) {
      return noData("score", "nothing it is computed from was recorded");
    }
    boolean met = score.getAsDouble() >= limit;
    return new Check(
        "score",
        met,
        "score %s is %s the limit of %s"
            .formatted(number(score.getAsDouble()), met ? "not under" : "under", number(limit)));
  }

  private static Check latency(Analysis analysis, Duration limit) {
    Latency latency = analysis.recording().timings().keystrokes().latency();
    if (latency.isEmpty()) {
      return noData("keystroke p99", "no keystroke was recorded");
    }
    long p99 = latency.percentileNanos(99);
    boolean met = p99 <= limit.toNanos();
    return new Check(
        "keystroke p99",
        met,
        "keystroke p99 %s is %s the limit of %s"
            .formatted(millis(p99), met ? "not over" : "over", millis(limit.toNanos())));
  }

  private static Check errors(Analysis analysis, double limit) {
    OptionalDouble rate = analysis.inputs().errorRate();
    if (rate.isEmpty()) {
      return noData("error rate", "no operation was recorded");
    }
    double percent = rate.getAsDouble() * 100;
    boolean met = percent <= limit;
    return new Check(
        "error rate",
        met,
        "error rate %s %% is %s the limit of %s %%"
            .formatted(number(percent), met ? "not over" : "over", number(limit)));
  }

  private static Check noData(String what, String why) {
    return new Check(what, false, what + " cannot be held against its limit: " + why);
  }

  private static String millis(long nanos) {
    return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + " ms";
  }

  /** Returns enough digits that no broken limit looks kept. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
