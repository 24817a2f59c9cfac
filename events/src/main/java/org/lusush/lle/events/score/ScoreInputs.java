// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.score;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.events.OperationType;

/**
 * What the score is computed from; an empty figure is one that nobody measured. Immutable.
 *
 * @param meanResponseNanos mean duration of an operation in nanoseconds
 * @param hitRate share of cache lookups that hit, from 0 to 1
 * @param zeroAllocation share of operations that allocated nothing, from 0 to 1
 * @param errorRate share of operations that ended in error, from 0 to 1
 * @param criticalHotSpots number of critical hot spots
 */
public record ScoreInputs(
    OptionalLong meanResponseNanos,
    OptionalDouble hitRate,
    OptionalDouble zeroAllocation,
    OptionalDouble errorRate,
    OptionalInt criticalHotSpots) {

  /** Labels of what nobody waits for; an operation that is not known here may be waited for. */
  private static final Set<String> BACKGROUND =
      Arrays.stream(OperationType.values())
          .filter(type -> !type.isCriticalPath())
          .map(OperationType::label)
          .collect(Collectors.toUnmodifiableSet());

  private static final ScoreInputs NONE =
      new ScoreInputs(
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty());

  public ScoreInputs {
    requireNonNull(meanResponseNanos, "meanResponseNanos");
    requireShare(hitRate, "hitRate");
    requireShare(zeroAllocation, "zeroAllocation");
    requireShare(errorRate, "errorRate");
    requireNonNull(criticalHotSpots, "criticalHotSpots");
    if (meanResponseNanos.isPresent() && meanResponseNanos.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "meanResponseNanos must be at least 0, was " + meanResponseNanos.getAsLong());
    }
    if (criticalHotSpots.isPresent() && criticalHotSpots.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "criticalHotSpots must be at least 0, was " + criticalHotSpots.getAsInt());
    }
  }

  /** Returns inputs in which nothing was measured. */
  public static ScoreInputs none() {
    return NONE;
  }

  /**
   * Returns these with the response and the errors of some operations; unchanged in what there is
   * none for.
   *
   * @param operations type by type. The response is the mean of those that a person may be waiting
   *     for: all but the types that are known to be background work.
   */
  public ScoreInputs withOperations(Collection<CountedOperations> operations) {
    double awaited = 0;
    double awaitedNanos = 0;
    double count = 0;
    double errors = 0;
    for (var one : operations) {
      count += one.count();
      errors += one.errors();
      if (!BACKGROUND.contains(one.operation())) {
        awaited += one.count();
        awaitedNanos += one.totalNanos();
      }
    }
    var inputs = awaited > 0 ? withMeanResponseNanos(Math.round(awaitedNanos / awaited)) : this;
    return count > 0 ? inputs.withErrorRate(Math.min(1, errors / count)) : inputs;
  }

  /**
   * Returns these with the hit rate of some lookups; unchanged where there is none.
   *
   * @param hits lookups that hit, at least 0
   * @param lookups all lookups
   */
  public ScoreInputs withLookups(double hits, double lookups) {
    return lookups > 0 ? withHitRate(Math.min(1, hits / lookups)) : this;
  }

  public ScoreInputs withMeanResponseNanos(long nanos) {
    return new ScoreInputs(
        OptionalLong.of(nanos), hitRate, zeroAllocation, errorRate, criticalHotSpots);
  }

  public ScoreInputs withHitRate(double share) {
    return new ScoreInputs(
        meanResponseNanos, OptionalDouble.of(share), zeroAllocation, errorRate, criticalHotSpots);
  }

  public ScoreInputs withZeroAllocation(double share) {
    return new ScoreInputs(
        meanResponseNanos, hitRate, OptionalDouble.of(share), errorRate, criticalHotSpots);
  }

  public ScoreInputs withErrorRate(double share) {
    return new ScoreInputs(
        meanResponseNanos, hitRate, zeroAllocation, OptionalDouble.of(share), criticalHotSpots);
  }

  public ScoreInputs withCriticalHotSpots(int count) {
    return new ScoreInputs(
        meanResponseNanos, hitRate, zeroAllocation, errorRate, OptionalInt.of(count));
  }

  private static void requireShare(OptionalDouble value, String name) {
    requireNonNull(value, name);
    if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value.getAsDouble());
    }
  }
}
