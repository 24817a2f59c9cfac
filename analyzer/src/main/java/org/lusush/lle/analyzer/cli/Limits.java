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

/**
 * What the caller asks to be held against.
 *
 * @param minScore the least score
 * @param maxP99 the longest 99th percentile of keystroke latency
 * @param maxErrorPercent the largest percentage of operations that may end in error
 */
record Limits(
    Optional<Double> minScore, Optional<Duration> maxP99, Optional<Double> maxErrorPercent) {

  /** Returns a sentence for each limit that is broken or that nothing can be held against. */
  List<String> findings(Analysis analysis) {
    List<String> findings = new ArrayList<>();
    minScore.flatMap(limit -> score(analysis, limit)).ifPresent(findings::add);
    maxP99.flatMap(limit -> latency(analysis, limit)).ifPresent(findings::add);
    maxErrorPercent.flatMap(limit -> errors(analysis, limit)).ifPresent(findings::add);
    return findings;
  }

  private static Optional<String> score(Analysis analysis, double limit) {
    OptionalDouble score = analysis.score().value();
    if (score.isEmpty()) {
      return noData("score", "nothing it is computed from was recorded");
    }
    return score.getAsDouble() < limit
        ? Optional.of(
            "score " + number(score.getAsDouble()) + " is under the limit of " + number(limit))
        : Optional.empty();
  }

  private static Optional<String> latency(Analysis analysis, Duration limit) {
    Latency latency = analysis.recording().timings().keystrokes().latency();
    if (latency.isEmpty()) {
      return noData("keystroke p99", "no keystroke was recorded");
    }
    long p99 = latency.percentileNanos(99);
    return p99 > limit.toNanos()
        ? Optional.of(
            "keystroke p99 " + millis(p99) + " is over the limit of " + millis(limit.toNanos()))
        : Optional.empty();
  }

  private static Optional<String> errors(Analysis analysis, double limit) {
    OptionalDouble rate = analysis.inputs().errorRate();
    if (rate.isEmpty()) {
      return noData("error rate", "no operation was recorded");
    }
    double percent = rate.getAsDouble() * 100;
    return percent > limit
        ? Optional.of(
            "error rate " + number(percent) + " % is over the limit of " + number(limit) + " %")
        : Optional.empty();
  }

  private static Optional<String> noData(String what, String why) {
    return Optional.of(what + " cannot be held against its limit: " + why);
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
