// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lusush.lle.events.Targets;

/**
 * How well a line editor did, from 0 to 100 where 100 is best, and how that came about. Immutable.
 *
 * <p>It starts at 100 and adds the points of each {@link Term}, within the bounds. A term that
 * nobody measured adds nothing and says so; nothing is guessed. Where no term was measured there is
 * no score.
 *
 * @param value the score, or empty when no term could be computed
 * @param terms every term of the formula, in its order, measured or not
 */
public record Score(OptionalDouble value, List<Term> terms) {

  private static final double START = 100;
  private static final double RESPONSE_WEIGHT = 30;
  private static final double CACHE_WEIGHT = 20;
  private static final double CACHE_NEUTRAL = 10;
  private static final double MEMORY_BONUS = 10;
  private static final double MEMORY_WEIGHT = 0.2;
  private static final double ERROR_WEIGHT = 1_000;
  private static final double HOT_SPOT_POINTS = 5;

  public Score {
    requireNonNull(value, "value");
    terms = List.copyOf(terms);
  }

  /** What a term is about. */
  public enum Kind {
    RESPONSE,
    CACHE,
    MEMORY,
    ERRORS,
    HOT_SPOTS;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** Returns the name as it stands in reports, in lower case. */
    public String label() {
      return label;
    }
  }

  /**
   * One term of the formula.
   *
   * @param kind what it is about
   * @param points what it adds to the score, negative when it takes away; empty when not measured
   * @param evidence the figures it was computed from, or what is missing, as one clause
   */
  public record Term(Kind kind, OptionalDouble points, String evidence) {
    public Term {
      requireNonNull(kind, "kind");
      requireNonNull(points, "points");
      requireNonNull(evidence, "evidence");
    }

    static Term of(Kind kind, double points, String evidence) {
      return new Term(kind, OptionalDouble.of(points == 0 ? 0 : points), evidence);
    }

    static Term missing(Kind kind, String what) {
      return new Term(kind, OptionalDouble.empty(), what);
    }
  }

  /**
   * Computes the score.
   *
   * @param inputs what was measured
   * @param targets what it is held against
   */
  public static Score of(ScoreInputs inputs, Targets targets) {
    requireNonNull(inputs, "inputs");
    requireNonNull(targets, "targets");
    var terms =
        List.of(
            response(inputs, targets),
            cache(inputs),
            memory(inputs, targets),
            errors(inputs, targets),
            hotSpots(inputs));
    if (terms.stream().allMatch(term -> term.points().isEmpty())) {
      return new Score(OptionalDouble.empty(), terms);
    }
    double sum = START + terms.stream().mapToDouble(term -> term.points().orElse(0)).sum();
    return new Score(OptionalDouble.of(Math.max(0, Math.min(START, sum))), terms);
  }

  /** Returns the terms that nobody measured. */
  public List<Term> missing() {
    return terms.stream().filter(term -> term.points().isEmpty()).toList();
  }

  private static Term response(ScoreInputs inputs, Targets targets) {
    if (inputs.meanResponseNanos().isEmpty()) {
      return Term.missing(Kind.RESPONSE, "no operation was recorded");
    }
    double mean = inputs.meanResponseNanos().getAsLong();
    double target = targets.response().toNanos();
    double over = Math.max(0, mean / target - 1);
    return Term.of(
        Kind.RESPONSE,
        -Math.min(RESPONSE_WEIGHT, RESPONSE_WEIGHT * over),
        "mean " + fixed(mean / 1e3, 1) + " µs, target " + fixed(target / 1e3, 0) + " µs");
  }

  private static Term cache(ScoreInputs inputs) {
    if (inputs.hitRate().isEmpty()) {
      return Term.missing(Kind.CACHE, "no cache lookup was recorded");
    }
    double rate = inputs.hitRate().getAsDouble();
    return Term.of(
        Kind.CACHE, CACHE_WEIGHT * rate - CACHE_NEUTRAL, "hit rate " + fixed(rate * 100, 1) + " %");
  }

  private static Term memory(ScoreInputs inputs, Targets targets) {
    if (inputs.zeroAllocation().isEmpty()) {
      return Term.missing(Kind.MEMORY, "allocation of operations was not recorded");
    }
    double share = inputs.zeroAllocation().getAsDouble();
    double target = targets.zeroAllocation();
    double points = share >= target ? MEMORY_BONUS : -MEMORY_WEIGHT * (target - share) * 100;
    return Term.of(
        Kind.MEMORY,
        points,
        fixed(share * 100, 1) + " % without allocation, target " + fixed(target * 100, 0) + " %");
  }

  private static Term errors(ScoreInputs inputs, Targets targets) {
    if (inputs.errorRate().isEmpty()) {
      return Term.missing(Kind.ERRORS, "no operation was recorded");
    }
    double rate = inputs.errorRate().getAsDouble();
    double points = rate > targets.errorRate() ? -ERROR_WEIGHT * rate : 0;
    return Term.of(
        Kind.ERRORS,
        points,
        "error rate "
            + fixed(rate * 100, 3)
            + " %, limit "
            + fixed(targets.errorRate() * 100, 1)
            + " %");
  }

  private static Term hotSpots(ScoreInputs inputs) {
    if (inputs.criticalHotSpots().isEmpty()) {
      return Term.missing(Kind.HOT_SPOTS, "no operation was recorded");
    }
    int count = inputs.criticalHotSpots().getAsInt();
    return Term.of(Kind.HOT_SPOTS, -HOT_SPOT_POINTS * count, count + " critical");
  }

  /** Writes a number with some decimals. Not by a formatter, which would stay in the heap. */
  private static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
